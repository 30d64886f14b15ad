// The /panel namespace. In: the house's news. Out: one event each, to every panel; a whole snapshot to each that comes. Panels say nothing here, they act over HTTP.
import { type PanelServerEvents, Problem, type Snapshot } from '@psiona/shared'
import type { Server } from 'socket.io'
import type { HouseNews } from '../house'
import type { Authority } from './authority'
import { connectRefusal, type UntrustedNamespace } from './socket-wire'
import type { SoundingKind } from './sounding'

export interface PanelNamespace {
  tell(news: HouseNews): unknown
  tellLevel(dbfs: number): void
  tellSounding(kind: SoundingKind): void
  /** Everything anew, for what has no event of its own. */
  refresh(): void
  panels(): number
}

export interface PanelOptions {
  readonly authority: Authority
  readonly snapshot: () => Snapshot
}

export function createPanelNamespace(io: Server, { authority, snapshot }: PanelOptions): PanelNamespace {
  const namespace: UntrustedNamespace<Record<never, never>, PanelServerEvents> = io.of('/panel')
  namespace.use((socket, next) => {
    if (authority.rightOf(socket.request) === 'control') return next()
    const sentence = 'The panel is not signed in. Reload its page on the machine where Psiona runs.'
    next(connectRefusal(new Problem('no-token', 'refused', sentence)))
  })
  namespace.on('connection', (socket) => socket.emit('snapshot', snapshot()))

  return {
    tell(news) {
      switch (news.type) {
        case 'turn-changed':
          return namespace.emit('turn', news.turn)
        case 'tally-changed':
          return namespace.emit('tally', news.tally)
        case 'chat-line-shown':
          return namespace.emit('chat-line', news.line)
        case 'chat-lines-removed':
          return namespace.emit('chat-removed', [...news.messageIds])
        case 'heard-progressed':
          return namespace.emit('heard', news.progress)
        case 'health-changed':
          return namespace.emit('health', [...news.parts])
        case 'settings-changed':
          return namespace.emit('settings', news.settings)
        case 'character-changed':
          return namespace.emit('character', news.character)
        case 'emotion-changed':
          return namespace.emit('emotion', news.emotion)
        case 'microphone-changed':
          return namespace.emit('microphone', news.microphone)
        case 'mic-level-measured':
          // A meter that lags is worse than one that skips.
          return namespace.volatile.emit('mic-level', news.dbfs)
        case 'speech-progressed':
          return namespace.emit('speech', news.progress)
        case 'models-changed':
          return namespace.emit('models', [...news.models])
        case 'look-changed':
          return namespace.emit('looks')
        case 'cubism-changed':
          return namespace.emit('cubism', news.cubism)
        case 'chat-lines-shown':
          return namespace.emit('chat-lines', [...news.lines])
        case 'chat-mood-changed':
          return namespace.emit('chat-mood', news.mood)
        case 'stream-event':
          return namespace.emit('stream-event', news.event)
        case 'safety-changed':
          return namespace.emit('safety', news.safety)
        case 'obs-changed':
          return namespace.emit('obs', news.obs)
        case 'twitch-changed':
          return namespace.emit('twitch', news.twitch)
        case 'load-changed':
          return namespace.emit('load', news.load)
        // The overlay's, and the microphone's.
        case 'bubble-shown':
        case 'bubbles-gone':
        case 'effect-shown':
        case 'effects-gone':
        case 'motion-wanted':
        case 'page-ears-wanted':
          return
        default:
          news satisfies never
      }
    },
    tellLevel: (dbfs) => namespace.volatile.emit('level', dbfs),
    tellSounding: (kind) => namespace.emit('sounding', kind),
    refresh: () => namespace.emit('snapshot', snapshot()),
    panels: () => namespace.sockets.size,
  }
}
