// The stage: HTTP, sockets and pages, on one port of this machine and, if wanted, on one for phones. In: the house's answers and news, the voice's parts. Out: her, to everyone watching; what was played; the microphone.
import { createServer } from 'node:http'
import { getRequestListener, RequestError } from '@hono/node-server'
import { type LanState, type Played, PRODUCT_VERSION, PROTOCOL_VERSION, type Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { House } from '../house'
import type { Log } from '../log'
import type { Stage } from '../organs'
import { type Topic, topic } from '../streams'
import { openTokens } from '../tokens'
import { createAddress, overlayPath } from './address'
import { createApiHandlers } from './api-handlers'
import { cookieName, createAuthority, phoneCookieName } from './authority'
import { badTarget } from './border'
import { createHttpApp } from './http-app'
import { createHttpDoor, SERVER_OPTIONS } from './http-door'
import { createLanDoor, type LanConfig } from './lan-door'
import { createMetrics } from './metrics'
import { createMicNamespace } from './mic-namespace'
import { openApiDocument } from './openapi'
import { createOutputLevel } from './output-level'
import { createOverlayNamespace } from './overlay-namespace'
import { createPanelNamespace } from './panel-namespace'
import { createPhoneDoor } from './phone-door'
import { openPhones } from './phones'
import { asProblem, problemResponse } from './problem-answer'
import { createSocketWire, HEARTBEAT, type Heartbeat } from './socket-wire'
import type { SoundingKind } from './sounding'
import { createStaticSite } from './static-site'

/** 500 MB at 4 MB a second. */
const UPLOAD_MS = 125_000

/** `lan`: may the host be one that other machines reach, and is there a second door, for phones? */
export interface StageConfig extends LanConfig {
  readonly host: string
  /** 0 = any free one. */
  readonly port: number
  /** Where the tokens lie, and what belongs to phones. */
  readonly dataDir: string
  /** The exported pages, models and the Core. */
  readonly siteDir: string
  readonly modelsDirs: readonly string[]
  readonly cubismDir: string
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
  /** The door for phones: open, closed or in trouble. */
  lan(): LanState
  /** All that HTTP answers to, as the router knows it. */
  readonly routes: readonly { readonly method: string; readonly path: string }[]
}

/** @throws Problem 'token-damaged' | 'data-not-writable' */
export async function createStage({ house, clock, config, log, heartbeat = HEARTBEAT }: StageOptions): Promise<OpenStage> {
  let address = createAddress(config.host, config.port)
  const tokens = await openTokens(config.dataDir)
  const phones = await openPhones({
    dataDir: config.dataDir,
    clock,
    onTrouble: (cause) => log.error({ err: cause }, 'the paired phones are not on the disk'),
  })
  const metrics = createMetrics()
  const played = topic<PlayedReport>()
  const onRefused = ({ code }: Problem) => {
    metrics.refused++
    log.debug({ code }, 'refused at the border')
  }

  const door = createHttpDoor({
    // Models come in at this door alone: half a gigabyte, also from a slow disk.
    http: createServer({ ...SERVER_OPTIONS, requestTimeout: UPLOAD_MS }),
    clock,
    address: () => address,
    variables: { host: 'PSIONA_HOST', port: 'PSIONA_PORT' },
    onRefused,
    onTrouble: (cause) => log.error({ err: cause }, 'a connection could not be taken'),
  })
  const lanDoor = createLanDoor({ config, clock, log, onRefused })
  const authority = createAuthority({ tokens, phones, address: door.address, lanAddress: lanDoor.address })
  const { io, disconnectPhone } = createSocketWire([door, lanDoor], { authority, heartbeat, onRefused })
  const overlay = createOverlayNamespace(io, {
    tokens,
    clock,
    metrics,
    scene: () => ({ protocol: PROTOCOL_VERSION, ...house.scene() }),
    tally: () => house.snapshot().tally,
    emotion: () => house.snapshot().emotion,
    bubbles: house.bubbles,
    onPlayed: (report) => played.publish({ ...report, receivedMs: clock.monotonicMs() }),
    onSounding: (kind) => panel.tellSounding(kind),
  })
  const overlayUrl = () => `${address.origin}${overlayPath(tokens.overlay())}`
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
  const mic = createMicNamespace(io, {
    authority,
    switches: house.microphone,
    onTrouble: (cause) => log.error({ err: cause }, 'the microphone: a change did not go through whole'),
  })
  const level = createOutputLevel(clock, panel.tellLevel)

  const phoneDoor = createPhoneDoor({
    clock,
    phones,
    lan: lanDoor.state,
    character: () => house.scene().character,
    overlayToken: tokens.overlay,
    cookieOf: authority.phoneCookie,
    disconnect: disconnectPhone,
  })
  const app = createHttpApp({
    authority,
    log,
    site: createStaticSite(config),
    description: () =>
      openApiDocument(address.origin, {
        panel: cookieName(address.port),
        phone: phoneCookieName(lanDoor.address().port),
      }),
    figures: () => metrics.text({ overlay: overlay.viewers(), panel: panel.panels(), mic: mic.microphones() }),
    pair: phoneDoor.pair,
    handlers: createApiHandlers(
      house,
      {
        url: overlayUrl,
        rotate: async () => {
          await tokens.rotateOverlay()
          overlay.disconnectAll()
          panel.refresh()
        },
      },
      phoneDoor,
    ),
  })
  const answer = getRequestListener(app.fetch, {
    // The process's own fetch stays Node's.
    overrideGlobalObjects: false,
    errorHandler: (error) => problemResponse(error instanceof RequestError ? badTarget() : asProblem(error)),
  })
  door.onRequest(answer)
  lanDoor.onRequest(answer)
  const unsubscribe = house.news.subscribe((news) => {
    panel.tell(news)
    mic.tell(news)
    overlay.tell(news)
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
      await lanDoor.open()
      return { address: address.origin }
    },
    async close() {
      unsubscribe()
      mic.close()
      metrics.close()
      await Promise.all([door.close(io.close()), lanDoor.close()])
      await phones.close()
    },
    played,
    soundingClient: overlay.soundingClient,
    hasViewers: () => overlay.viewers() > 0,
    overlayUrl,
    lan: lanDoor.state,
    routes: app.routes.map(({ method, path }) => ({ method, path })),
  }
}
