// The stage: HTTP, sockets and pages on one port. In: the house's answers and news, the voice's parts. Out: her, to everyone watching; what was played; the microphone.
import { getRequestListener, RequestError } from '@hono/node-server'
import { type Played, PRODUCT_VERSION, PROTOCOL_VERSION, type Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { House } from '../house'
import type { Log } from '../log'
import type { Stage } from '../organs'
import { type Topic, topic } from '../streams'
import { openTokens } from '../tokens'
import { createAddress } from './address'
import { createApiHandlers } from './api-handlers'
import { cookieName, createAuthority } from './authority'
import { badTarget } from './border'
import { createHttpApp } from './http-app'
import { createHttpDoor } from './http-door'
import { createMetrics } from './metrics'
import { createMicNamespace } from './mic-namespace'
import { openApiDocument } from './openapi'
import { createOutputLevel } from './output-level'
import { createOverlayNamespace } from './overlay-namespace'
import { createPanelNamespace } from './panel-namespace'
import { asProblem, problemResponse } from './problem-answer'
import { createSocketWire, HEARTBEAT, type Heartbeat } from './socket-wire'
import type { SoundingKind } from './sounding'
import { createStaticSite } from './static-site'

export interface StageConfig {
  readonly host: string
  /** 0 = any free one. */
  readonly port: number
  /** Where the tokens lie. */
  readonly dataDir: string
  /** The exported pages. */
  readonly siteDir: string
  readonly modelsDir: string
  /** May the host be one that other machines reach? */
  readonly lan: boolean
}

export interface StageOptions {
  readonly house: House
  readonly clock: Clock
  readonly config: StageConfig
  readonly log: Log
  readonly heartbeat?: Heartbeat
}

/** `receivedMs` is monotonic. */
export type PlayedReport = Played & { readonly receivedMs: number }

export interface OpenStage extends Stage {
  /** @throws Problem 'port-in-use', 'not-loopback' and others that say what to do. */
  listen(): Promise<{ address: string }>
  close(): Promise<void>
  /** Reports of the client that sounds, as far as they can be true. */
  readonly played: Topic<PlayedReport>
  soundingClient(): SoundingKind
  hasViewers(): boolean
  /** The address for OBS, with its token. */
  overlayUrl(): string
  /** All that HTTP answers to, as the router knows it. */
  readonly routes: readonly { readonly method: string; readonly path: string }[]
}

/** @throws Problem 'token-damaged' | 'data-not-writable' */
export async function createStage({ house, clock, config, log, heartbeat = HEARTBEAT }: StageOptions): Promise<OpenStage> {
  let address = createAddress(config.host, config.port)
  const tokens = await openTokens(config.dataDir)
  const authority = createAuthority(tokens, () => address)
  const metrics = createMetrics()
  const played = topic<PlayedReport>()
  const onRefused = ({ code }: Problem) => {
    metrics.refused++
    log.debug({ code }, 'refused at the border')
  }

  const door = createHttpDoor({
    clock,
    address: () => address,
    onRefused,
    onTrouble: (cause) => log.error({ err: cause }, 'a connection could not be taken'),
  })
  const io = createSocketWire(door.http, { authority, address: () => address, heartbeat, onRefused })
  const overlay = createOverlayNamespace(io, {
    tokens,
    clock,
    metrics,
    scene: () => ({ protocol: PROTOCOL_VERSION, ...house.scene() }),
    tally: () => house.snapshot().tally,
    onPlayed: (report) => played.publish({ ...report, receivedMs: clock.monotonicMs() }),
    onSounding: (kind) => panel.tellSounding(kind),
  })
  const overlayUrl = () => address.overlayUrl(tokens.overlay())
  const panel = createPanelNamespace(io, {
    authority,
    snapshot: () => ({
      ...house.snapshot(),
      protocol: PROTOCOL_VERSION,
      productVersion: PRODUCT_VERSION,
      overlayUrl: overlayUrl(),
      soundingClient: overlay.soundingClient(),
    }),
  })
  const mic = createMicNamespace(io, authority)
  const level = createOutputLevel(clock, panel.tellLevel)

  const app = createHttpApp({
    authority,
    log,
    site: createStaticSite(config),
    description: () => openApiDocument(address.origin, cookieName(address.port)),
    figures: () => metrics.text({ overlay: overlay.viewers(), panel: panel.panels(), mic: mic.microphones() }),
    handlers: createApiHandlers(house, {
      url: overlayUrl,
      rotate: async () => {
        await tokens.rotateOverlay()
        overlay.disconnectAll()
        panel.refresh()
      },
    }),
  })
  door.onRequest(
    getRequestListener(app.fetch, {
      // The process's own fetch stays Node's.
      overrideGlobalObjects: false,
      errorHandler: (error) => problemResponse(error instanceof RequestError ? badTarget() : asProblem(error)),
    }),
  )
  const unsubscribe = house.news.subscribe((news) => {
    panel.tell(news)
    if (news.type === 'tally-changed') overlay.refreshState()
    if (news.type === 'settings-changed' || news.type === 'character-changed') overlay.refreshScene()
  })

  return {
    microphone: mic.microphone,
    async show(parts) {
      for await (const part of parts) {
        overlay.show(part)
        if (part.type === 'voice-block') level.take(part.block)
      }
    },
    async listen() {
      const port = await door.listen(config.host, config.port, config.lan)
      address = createAddress(config.host, port)
      return { address: address.origin }
    },
    async close() {
      unsubscribe()
      mic.close()
      metrics.close()
      await door.close(io.close())
    },
    played,
    soundingClient: overlay.soundingClient,
    hasViewers: () => overlay.viewers() > 0,
    overlayUrl,
    routes: app.routes.map(({ method, path }) => ({ method, path })),
  }
}
