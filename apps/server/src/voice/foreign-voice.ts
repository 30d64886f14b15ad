// A line and another voice flow in; its sound flows to the engine as it is made. Out: where the line stands, and whether all of it was said.
import { INTRODUCTION_SAMPLES, type Phrase } from '@psiona/psi'
import { type Gesture, type Ms, Problem, SAMPLE_RATE, type Seconds } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Tts, TtsPiece, TtsRequest } from '../organs'
import { createTimeLimit } from '../time-limit'
import type { PlacedLine } from './engine-messages'
import type { EngineThread } from './engine-thread'
import { HeadStart } from './head-start'
import { IDLE_LEAD_SAMPLES } from './pacer'
import { SoundFeed } from './sound-feed'
import { voiceProblem } from './voice-trust'

/** Nothing for so long: it has hung. */
const STALL_MS: Ms = 8000
/** Of a voice that the engine does not know yet: what it looks at, and what is rendered ahead of the listener. */
const INTRODUCTION_SECONDS: Seconds = (INTRODUCTION_SAMPLES + IDLE_LEAD_SAMPLES) / SAMPLE_RATE
/** How much the newest line weighs in what is known of the time to a first sound. */
const NEWEST = 0.5

export interface ForeignOrder extends TtsRequest {
  readonly gesture: Gesture | undefined
  /** Ready phones, to tell how long words are; never rejects. */
  readonly phrases: Promise<readonly Phrase[] | undefined>
  /** The turn is over, or was cut. */
  readonly signal: AbortSignal
  /** It stands on the clock, with so much of its sound; told again whenever that changes. */
  readonly onPlaced: (placed: PlacedLine, soundSeconds: Seconds) => void
}

export type ForeignOutcome =
  /** `placed`: with the words where they are said. */
  | { readonly kind: 'said'; readonly placed: PlacedLine }
  /** The turn is over. */
  | { readonly kind: 'dropped' }
  /** `placed`: the words that sound nevertheless; null when none does. */
  | { readonly kind: 'failed'; readonly problem: Problem; readonly placed: PlacedLine | null }

export class ForeignVoice {
  /** How long before its sound a line should be asked for. */
  leadMs: Ms = 0
  readonly #clock: Clock
  readonly #engine: Pick<EngineThread, 'speakSound'>
  readonly #headStart = new HeadStart()
  #known: Tts | null = null
  /** One number for each voice, so that the engine forgets the one before. */
  #voices = 0
  #introduced = false

  constructor(clock: Clock, engine: Pick<EngineThread, 'speakSound'>) {
    this.#clock = clock
    this.#engine = engine
  }

  async say(tts: Tts, order: ForeignOrder): Promise<ForeignOutcome> {
    if (tts !== this.#known) this.#meet(tts)
    const { signal, onPlaced } = order
    const feed = new SoundFeed((pieces, onMoved) => this.#begin(order, pieces, onMoved), onPlaced)
    try {
      await this.#pour(tts, order, feed)
      if (!signal.aborted && feed.empty) throw silent(tts)
      if (!signal.aborted) await feed.begin()
      const placed = await feed.end(!signal.aborted)
      if (!placed || signal.aborted) return { kind: 'dropped' }
      this.#headStart.end()
      this.#introduced = true
      return { kind: 'said', placed }
    } catch (cause) {
      const placed = await feed.end(false)
      return signal.aborted ? { kind: 'dropped' } : { kind: 'failed', problem: voiceProblem(tts.name, cause), placed }
    }
  }

  /** Ends when the turn is over. @throws what the voice throws, and when it has hung */
  async #pour(tts: Tts, { text, language, emotion, signal }: ForeignOrder, feed: SoundFeed): Promise<void> {
    const limit = createTimeLimit(this.#clock)
    const over = AbortSignal.any([signal, limit.signal])
    const wait = () => limit.allow(STALL_MS, () => hangs(tts))
    const askedMs = this.#clock.monotonicMs()
    this.#headStart.begin(text, this.#introduced ? 0 : INTRODUCTION_SECONDS)
    wait()
    try {
      for await (const piece of untilAborted(tts.synthesise({ text, language, emotion }, over), over)) {
        wait()
        if (piece.pcm.length === 0) continue
        const begun = feed.begun
        this.#headStart.came(piece.pcm.length / piece.sampleRate, this.#clock.monotonicMs())
        await feed.take(piece, this.#headStart.ready(this.#clock.monotonicMs()))
        if (feed.begun && !begun) this.#tookMs(this.#clock.monotonicMs() - askedMs)
      }
      if (!feed.begun) this.#tookMs(this.#clock.monotonicMs() - askedMs)
    } finally {
      limit.lift()
    }
    if (!signal.aborted) limit.signal.throwIfAborted()
  }

  async #begin(order: ForeignOrder, pieces: readonly TtsPiece[], onMoved: (placed: PlacedLine) => void) {
    const { text, emotion, gesture } = order
    const line = { text, emotion, gesture, phrases: await order.phrases }
    // What is given to the engine after a cut would sound after it.
    order.signal.throwIfAborted()
    return this.#engine.speakSound(line, String(this.#voices), pieces, onMoved)
  }

  #tookMs(ms: Ms): void {
    this.leadMs += (this.leadMs === 0 ? 1 : NEWEST) * (ms - this.leadMs)
  }

  #meet(tts: Tts): void {
    this.#known = tts
    this.#voices++
    this.#introduced = false
    this.#headStart.forget()
    this.leadMs = 0
  }
}

const hangs = ({ name }: Tts) =>
  new Problem('voice-engine-hangs', 'busy', `${name} has given no sound for 8 seconds. Look whether it still runs.`)
const silent = ({ name }: Tts) =>
  new Problem('voice-engine-silent', 'broken', `${name} gave no sound for a line. Look at its log, or choose another voice.`)

/** Ends at once when the signal aborts, also where the source does not. */
async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncIterable<T> {
  const iterator = source[Symbol.asyncIterator]()
  let end: (() => void) | undefined
  const aborted = new Promise<{ done: true; value: undefined }>((resolve) => {
    end = () => resolve({ done: true, value: undefined })
    signal.addEventListener('abort', end, { once: true })
  })
  try {
    while (!signal.aborted) {
      const asked = iterator.next()
      // What it throws after the end is told to nobody.
      asked.catch(() => {})
      const next = await Promise.race([asked, aborted])
      if (next.done) return
      yield next.value
    }
  } finally {
    if (end) signal.removeEventListener('abort', end)
    void Promise.resolve(iterator.return?.()).catch(() => {})
  }
}
