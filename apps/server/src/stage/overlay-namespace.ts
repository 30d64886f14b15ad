// The /overlay namespace. In: what the voice gives; claims and played reports of viewers. Out: blocks, subtitles, cuts, scene and state to everyone watching; the reports that count.
import {
  type Bubble,
  Claim,
  type Duck,
  type Emotion,
  encodeBlock,
  type OverlayClientEvents,
  type OverlayServerEvents,
  Played,
  Problem,
  type Scene,
  type Tally,
  type VoiceBlock,
  type VoicePart,
} from '@psiona/shared'
import type { Server } from 'socket.io'
import { z } from 'zod'
import type { Clock } from '../clock'
import type { HouseNews } from '../house'
import type { Tokens } from '../tokens'
import { type Backlog, watchBacklog } from './backlog'
import type { Metrics } from './metrics'
import { createPlayedGate } from './played-gate'
import { connectRefusal, type UntrustedNamespace } from './socket-wire'
import { createSounding, type SoundingKind } from './sounding'
import { createSubtitleShelf } from './subtitle-shelf'

/** What a viewer may have unconfirmed before it is spared blocks: one second of speech.
 *  A healthy one has at most the voice's lead of 300 ms and one heartbeat of 250 ms (36 kB), which leaves half a second for a hiccup. */
export const MAX_BACKLOG_BYTES = 72 * 1024

const Auth = z.object({ token: z.string().max(128) })

export interface OverlayOptions {
  readonly tokens: Tokens
  readonly clock: Clock
  readonly metrics: Metrics
  readonly scene: () => Scene
  readonly tally: () => Tally
  readonly emotion: () => Emotion
  /** What is on the picture already. */
  readonly bubbles: () => readonly Bubble[]
  readonly onPlayed: (played: Played) => void
  readonly onSounding: (kind: SoundingKind) => void
}

export interface OverlayNamespace {
  show(part: VoicePart): void
  /** What viewers see of what happened. */
  tell(news: HouseNews): void
  soundingClient(): SoundingKind
  viewers(): number
  disconnectAll(): void
}

export function createOverlayNamespace(io: Server, options: OverlayOptions): OverlayNamespace {
  const { tokens, metrics } = options
  const namespace: UntrustedNamespace<OverlayClientEvents, OverlayServerEvents> = io.of('/overlay')
  const backlogs = new Map<string, Backlog>()
  const sounding = createSounding()
  const gate = createPlayedGate(options.clock)
  const shelf = createSubtitleShelf()
  /** How loud she may be now; null = as loud as she is. */
  let ducked: Duck | null = null

  namespace.use((socket, next) => {
    const auth = Auth.safeParse(socket.handshake.auth)
    if (auth.success && tokens.isOverlay(auth.data.token)) return next()
    const sentence = 'This overlay address is no longer valid. Copy the new one from the panel into OBS.'
    next(connectRefusal(new Problem('no-token', 'refused', sentence)))
  })

  const stateFor = (clientId: string) => ({
    tally: options.tally(),
    sounding: sounding.clientId() === clientId,
    emotion: options.emotion(),
  })
  const refreshState = () => {
    for (const [id, socket] of namespace.sockets) socket.emit('state', stateFor(id))
  }
  /** Runs a change of claims and tells everyone when it made another client sound. */
  const changeClaims = (change: () => void) => {
    const before = sounding.clientId()
    change()
    if (sounding.clientId() === before) return
    gate.restart()
    refreshState()
    options.onSounding(sounding.kind())
  }

  namespace.on('connection', (socket) => {
    socket.emit('scene', options.scene())
    socket.emit('state', stateFor(socket.id))
    for (const subtitle of shelf.current()) socket.emit('subtitle', subtitle)
    if (ducked) socket.emit('duck', ducked)
    for (const bubble of options.bubbles()) socket.emit('bubble', bubble)
    backlogs.set(socket.id, watchBacklog(socket))
    socket.on('claim', (content) => {
      const claim = Claim.safeParse(content)
      if (claim.success) changeClaims(() => sounding.claim(socket.id, claim.data))
    })
    socket.on('played', (content) => {
      if (socket.id !== sounding.clientId()) return
      const played = Played.safeParse(content)
      if (played.success && gate.lets(played.data)) options.onPlayed(played.data)
    })
    socket.on('disconnect', () => {
      backlogs.delete(socket.id)
      changeClaims(() => sounding.leave(socket.id))
    })
  })

  const showBlock = (block: VoiceBlock) => {
    const bytes = encodeBlock(block)
    for (const [id, socket] of namespace.sockets) {
      if ((backlogs.get(id)?.bytes() ?? 0) > MAX_BACKLOG_BYTES) {
        metrics.blocksSkipped++
        continue
      }
      metrics.blocksSent++
      socket.emit('block', bytes)
    }
    gate.sent(block)
    shelf.reached(block.atSample)
  }

  return {
    show(part) {
      switch (part.type) {
        case 'voice-block':
          return showBlock(part.block)
        case 'voice-subtitle':
          shelf.keep(part.subtitle)
          namespace.emit('subtitle', part.subtitle)
          return
        case 'voice-cut':
          shelf.cut(part.cut.epoch)
          namespace.emit('cut', part.cut)
          return
        case 'voice-duck':
          ducked = part.duck.gainDb === 0 ? null : part.duck
          namespace.emit('duck', part.duck)
          return
        default:
          part satisfies never
      }
    },
    tell(news) {
      switch (news.type) {
        case 'tally-changed':
        case 'emotion-changed':
          return refreshState()
        case 'settings-changed':
        case 'character-changed':
        case 'look-changed':
          namespace.emit('scene', options.scene())
          return
        case 'bubble-shown':
          namespace.emit('bubble', news.bubble)
          return
        case 'bubbles-gone':
          namespace.emit('bubbles-gone', { messageIds: [...news.messageIds] })
          return
        case 'effect-shown':
          namespace.emit('effect', news.effect)
          return
        case 'effects-gone':
          namespace.emit('effects-gone', { effectIds: [...news.effectIds] })
          return
        case 'motion-wanted':
          namespace.emit('motion', { cue: news.cue })
          return
        default:
          // The rest is the panel's.
          return
      }
    },
    soundingClient: sounding.kind,
    viewers: () => namespace.sockets.size,
    disconnectAll: () => namespace.disconnectSockets(true),
  }
}
