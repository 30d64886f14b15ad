// In: the server's /overlay namespace. Out: sound to the speaker worklet, everything else to the page; back to the server, claims and
// what was played. Runs in a Worker, so that neither a hidden tab nor a busy page delays her voice.
import '../no-generated-code'
import { Bubble, Effect, MotionOrder } from '@psiona/shared/look'
import {
  BubblesGone,
  type Claim,
  Cut,
  Duck,
  EffectsGone,
  type OverlayClientEvents,
  type OverlayServerEvents,
  OverlayState,
  Scene,
  Subtitle,
} from '@psiona/shared/overlay-wire'
import { type Ms, samplesFromMs } from '@psiona/shared/units'
import { PROTOCOL_VERSION } from '@psiona/shared/version'
import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'
import { BlockReader } from './block-reader'
import type { BlockPlayed, FeedNews, FeedOrder, SpeakerOrder } from './feed-messages'
import { retryDelayMs } from './retry-delay'

/** Far longer than the fade of the sound that is lost, which must not swell before it is gone. */
const UNDUCK_MS: Ms = 200

/** Read before the rest: a scene of another protocol may look like nothing we know. */
const AnyScene = z.object({ protocol: z.number().int() })

const reader = new BlockReader()
let socket: Socket<OverlayServerEvents, OverlayClientEvents> | null = null
let claim: Claim | null = null
let speaker: MessagePort | null = null
let sounding = false
/** The last order; a speaker that opens later starts with it. */
let duck: Duck = { gainDb: 0, rampMs: 0 }
let failures = 0

const tell = (news: FeedNews, transfer: Transferable[] = []) => postMessage(news, { transfer })
const order = (to: SpeakerOrder, transfer: Transferable[] = []) => speaker?.postMessage(to, transfer)

/** Gives `take` the value if it has the right shape, else tells the page that it was left out. */
const parsed =
  <T>(event: string, schema: z.ZodType<T>, take: (value: T) => void) =>
  (raw: unknown) => {
    const result = schema.safeParse(raw)
    if (result.success) take(result.data)
    else tell({ type: 'unreadable', event })
  }

function setSounding(now: boolean): void {
  sounding = now
  reader.sounding = now
  order({ type: 'sounding', sounding })
}

function setDuck(now: Duck): void {
  duck = now
  order({ type: 'duck', duck })
}

function takeBlock(bytes: unknown) {
  let read: ReturnType<BlockReader['read']>
  try {
    read = reader.read(bytes, performance.now())
  } catch {
    return tell({ type: 'unreadable', event: 'block' })
  }
  const { pcm, face, forecast, restart, ...place } = read
  if (restart) {
    order({ type: 'restart' })
    tell({ type: 'restart' })
  }
  const sounds = pcm !== null
  // A locked speaker would only hoard them.
  if (claim?.unlocked) order({ type: 'block', block: { ...place, pcm } }, pcm ? [pcm.buffer] : [])
  tell({ type: 'block', block: { ...place, sounds, face, forecast } }, forecast ? [face.buffer, forecast.buffer] : [face.buffer])
}

function open(origin: string, token: string): void {
  // Reconnecting is ours: socket.io gives up on a refused token, and a token may become good again.
  const opened: NonNullable<typeof socket> = io(`${origin}/overlay`, {
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
  })
  socket = opened
  const retry = () => setTimeout(() => opened.connect(), retryDelayMs(failures++, Math.random()))

  opened.on('connect', () => {
    failures = 0
    reader.linked()
    tell({ type: 'link', link: 'connected' })
    if (claim) opened.emit('claim', claim)
  })
  opened.on('connect_error', (error) => {
    // Only a refusal by the server carries data; everything else means it cannot be reached.
    tell({ type: 'link', link: 'data' in error ? 'refused' : 'connecting' })
    retry()
  })
  opened.on('disconnect', () => {
    setSounding(false)
    // Who spoke over her is not heard to end now.
    setDuck({ gainDb: 0, rampMs: UNDUCK_MS })
    tell({ type: 'link', link: 'connecting' })
    retry()
  })
  opened.on('block', takeBlock)
  opened.on(
    'cut',
    parsed('cut', Cut, (cut) => {
      reader.cut()
      order({ type: 'cut', epoch: cut.epoch, fade: samplesFromMs(cut.fadeMs) })
      tell({ type: 'cut', cut })
    }),
  )
  opened.on(
    'duck',
    parsed('duck', Duck, (now) => {
      setDuck(now)
      tell({ type: 'duck', duck: now })
    }),
  )
  opened.on(
    'subtitle',
    parsed('subtitle', Subtitle, (subtitle) => {
      reader.subtitle(subtitle)
      tell({ type: 'subtitle', subtitle })
    }),
  )
  const takeScene = parsed('scene', Scene, (scene) => tell({ type: 'scene', scene }))
  opened.on('scene', (raw) => {
    const any = AnyScene.safeParse(raw)
    if (any.success && any.data.protocol !== PROTOCOL_VERSION) tell({ type: 'stranger', protocol: any.data.protocol })
    else takeScene(raw)
  })
  opened.on(
    'state',
    parsed('state', OverlayState, (state) => {
      setSounding(state.sounding)
      tell({ type: 'state', state })
    }),
  )
  opened.on(
    'bubble',
    parsed('bubble', Bubble, (bubble) => tell({ type: 'bubble', bubble })),
  )
  opened.on(
    'bubbles-gone',
    parsed('bubbles-gone', BubblesGone, (gone) => tell({ type: 'bubbles-gone', gone })),
  )
  opened.on(
    'effect',
    parsed('effect', Effect, (effect) => tell({ type: 'effect', effect })),
  )
  opened.on(
    'effects-gone',
    parsed('effects-gone', EffectsGone, (gone) => tell({ type: 'effects-gone', gone })),
  )
  opened.on(
    'motion',
    parsed('motion', MotionOrder, (order) => tell({ type: 'motion', order })),
  )
}

addEventListener('message', ({ data }: MessageEvent<FeedOrder>) => {
  switch (data.type) {
    case 'open':
      claim = data.claim
      return open(data.origin, data.token)
    case 'claim':
      // What a speaker that was stopped still holds is old when it goes on.
      if (claim?.unlocked && !data.claim.unlocked) order({ type: 'restart' })
      claim = data.claim
      if (socket?.connected) socket.emit('claim', claim)
      return
    case 'speaker':
      speaker?.close()
      speaker = data.port
      order({ type: 'sounding', sounding })
      order({ type: 'duck', duck })
      speaker.onmessage = (played: MessageEvent<BlockPlayed>) => {
        const { blockId, atSample } = played.data
        if (socket?.connected) socket.emit('played', { blockId, atSample })
      }
      return
    default:
      data satisfies never
  }
})
