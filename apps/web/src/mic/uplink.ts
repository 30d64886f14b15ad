// In: packets, switches and recognised words of one page. Out: the /mic socket, and what the server says on it. Runs in a Worker.
import {
  type MicClientEvents,
  type MicMode,
  type MicOpen,
  MicOpened,
  MicrophoneState,
  type MicServerEvents,
  type PageEars,
  PageEarsOrder,
  type PageTranscript,
} from '@psiona/shared/mic-wire'
import type { Ms } from '@psiona/shared/units'
import { io, type Socket } from 'socket.io-client'
import type { MicSwitch, UplinkNews } from './mic-messages'
import { PacketSender } from './packet-sender'
import { retryDelayMs } from './retry-delay'

/** A server that takes longer is tried anew. */
const ANSWERS_WITHIN_MS: Ms = 5000

export interface UplinkOptions {
  /** The socket is held without a microphone too. */
  readonly standby: boolean
  readonly tell: (news: UplinkNews) => void
}

export class Uplink {
  readonly #tell: (news: UplinkNews) => void
  readonly #standby: boolean
  readonly #socket: Socket<MicServerEvents, MicClientEvents>
  readonly #sender: PacketSender
  #mic: MicOpen | null = null
  #house: MicrophoneState | null = null
  /** What a person has switched while the server was away; while there is no connection to come, nothing. */
  #unsaid: { muted?: boolean; mode?: MicMode } = {}
  #ears: PageEars | null = null
  #transcripts: PageTranscript[] = []
  /** The server has answered `open` on this connection. */
  #opened = false
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | null = null

  constructor(origin: string, { standby, tell }: UplinkOptions) {
    this.#tell = tell
    this.#standby = standby
    // Reconnecting is ours: socket.io gives up on a refusal, and a phone may be paired again.
    const options = {
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
      forceNew: true,
      timeout: ANSWERS_WITHIN_MS,
    }
    const socket: Socket<MicServerEvents, MicClientEvents> = io(`${origin}/mic`, options)
    this.#socket = socket
    this.#sender = new PacketSender({
      pcm: (bytes) => socket.emit('pcm', bytes),
      talk: (held) => socket.emit('talk', held),
    })
    this.#listen()
    if (standby) this.#connect()
  }

  /** A microphone runs, or another device of the same page. */
  plug(mic: MicOpen): void {
    this.#mic = mic
    this.#sender.renew()
    if (this.#socket.connected) this.#open(mic)
    else this.#connect()
  }

  /** The server knows a microphone by its connection, so that ends. */
  unplug(): void {
    this.#mic = null
    this.#ears = null
    this.#transcripts = []
    this.#sender.forget()
    this.#socket.disconnect()
    if (this.#standby) this.#connect()
    else this.#rest()
  }

  /** Muted sound is neither sent nor kept. */
  take(bytes: ArrayBuffer, capturedMs: Ms): void {
    if (this.#mic && !this.#silenced) this.#sender.take(bytes, capturedMs)
  }

  turn(change: MicSwitch): void {
    switch (change.name) {
      case 'mute':
        this.#unsaid.muted = change.muted
        this.#say()
        return
      case 'mode':
        this.#unsaid.mode = change.mode
        this.#say()
        return
      case 'talk':
        // Without a microphone here the key is for another's.
        if (this.#mic) this.#sender.talk(change.held)
        else if (this.#socket.connected) this.#socket.emit('talk', change.held)
        return
      default:
        change satisfies never
    }
  }

  ears(ears: PageEars): void {
    this.#ears = ears
    if (this.#opened) this.#socket.emit('page-ears', ears)
  }

  /** Unfinished words are worth nothing late; finished ones wait. Muted ones are no more kept than muted sound. */
  transcript(transcript: PageTranscript): void {
    if (this.#silenced) return
    if (this.#opened) this.#socket.emit('transcript', transcript)
    else if (transcript.final && this.#mic) this.#transcripts.push(transcript)
  }

  close(): void {
    this.#cancelRetry()
    this.#sender.forget()
    this.#socket.removeAllListeners()
    this.#socket.disconnect()
  }

  /** By the mute button or the mode, as somebody here has just set them or the server last said. */
  get #silenced(): boolean {
    return (this.#unsaid.muted ?? this.#house?.muted) === true || (this.#unsaid.mode ?? this.#house?.mode) === 'muted'
  }

  #listen(): void {
    const socket = this.#socket
    socket.on('connect', () => {
      this.#failures = 0
      this.#tell({ type: 'link', link: 'live' })
      // A server that was restarted has forgotten the mute button; nobody is heard who believes to be muted. Whoever has no microphone is
      // not heard anyway, and says nothing for the others.
      if (this.#mic && this.#house?.muted) this.#unsaid = { muted: true, ...this.#unsaid }
      this.#say()
      if (this.#mic) this.#open(this.#mic)
    })
    socket.on('connect_error', (error) => {
      // Only a refusal by the server carries data; everything else means it cannot be reached.
      this.#tell('data' in error ? { type: 'refused', reason: error.message } : { type: 'link', link: 'connecting' })
      this.#again()
    })
    socket.on('disconnect', (reason) => {
      this.#opened = false
      this.#sender.broke()
      // Whoever hung up here says what comes next.
      if (reason === 'io client disconnect') return
      this.#tell({ type: 'link', link: 'connecting' })
      this.#again()
    })
    socket.on('state', (raw) => {
      const house = MicrophoneState.safeParse(raw)
      if (!house.success) return this.#tell({ type: 'outdated' })
      this.#house = house.data
      if (!house.data.held) this.#sender.released()
      this.#tell({ type: 'house', house: house.data })
    })
    socket.on('recognise', (raw) => {
      const order = PageEarsOrder.safeParse(raw)
      this.#tell(order.success ? { type: 'recognise', order: order.data } : { type: 'outdated' })
    })
  }

  #connect(): void {
    if (this.#socket.active) return
    this.#cancelRetry()
    this.#tell({ type: 'link', link: 'connecting' })
    this.#socket.connect()
  }

  #again(): void {
    this.#cancelRetry()
    this.#retry = setTimeout(() => this.#socket.connect(), retryDelayMs(this.#failures++))
  }

  #cancelRetry(): void {
    if (this.#retry) clearTimeout(this.#retry)
    this.#retry = null
  }

  #rest(): void {
    this.#cancelRetry()
    this.#house = null
    this.#unsaid = {}
    this.#tell({ type: 'link', link: 'off' })
  }

  #open(mic: MicOpen): void {
    this.#opened = false
    this.#sender.hold()
    // What another microphone was heard instead of is not said again.
    const source = this.#house?.source ?? null
    const wasHeard = source === null || source.micId === mic.micId
    this.#socket.timeout(ANSWERS_WITHIN_MS).emit('open', mic, (error: Error | null, raw: unknown) => {
      // The connection is gone, or another device was opened meanwhile.
      if (this.#mic !== mic || !this.#socket.connected) return
      const opened = MicOpened.safeParse(raw)
      if (error || !opened.success) {
        this.#socket.disconnect()
        this.#tell({ type: 'link', link: 'connecting' })
        return this.#again()
      }
      this.#opened = true
      if (this.#ears) this.#socket.emit('page-ears', this.#ears)
      for (const transcript of this.#transcripts.splice(0)) this.#socket.emit('transcript', transcript)
      this.#sender.flow(opened.data.nextSequence, wasHeard)
    })
  }

  #say(): void {
    if (!this.#socket.connected) return
    const { muted, mode } = this.#unsaid
    this.#unsaid = {}
    if (muted !== undefined) this.#socket.emit('mute', muted)
    if (mode !== undefined) this.#socket.emit('mode', mode)
    // Until the server says so itself.
    if (this.#house) this.#house = { ...this.#house, muted: muted ?? this.#house.muted, mode: mode ?? this.#house.mode }
  }
}
