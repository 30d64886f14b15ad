// In: the sounds of two takes and where to begin. Out: one of them heard; the other goes on in its place at the same moment when asked.
// The place is told by the clock of the sound card, minus what is still on its way to the ear. Whoever opens it closes it.

import { observable } from '../../lib/observable'
import type { WavSound } from '../../lib/wav-sound'
import { otherTake, type TakeName } from './take'

/** A change from one sound to another within this is no click and no gap. */
const FADE_SECONDS = 0.012

interface Playing {
  readonly take: TakeName
  readonly source: AudioBufferSourceNode
  readonly gain: GainNode
  /** Of the context's clock, when second 0 of the sound would have sounded. */
  readonly zeroAt: number
  readonly seconds: number
}

export class TakePlayer {
  /** The take that sounds, or null. */
  readonly playing = observable<TakeName | null>(null)
  /** Where it begins, and comes back to, seconds. */
  readonly mark = observable(0)
  readonly #open: () => AudioContext
  readonly #sounds: Record<TakeName, WavSound | null> = { a: null, b: null }
  #context: AudioContext | null = null
  #now: Playing | null = null

  constructor(open = () => new AudioContext({ latencyHint: 'interactive' })) {
    this.#open = open
  }

  load(take: TakeName, sound: WavSound | null): void {
    if (this.#now?.take === take) this.stop()
    this.#sounds[take] = sound
  }

  /** Call from a click or key. */
  play(take: TakeName, from = this.mark.get()): void {
    const sound = this.#sounds[take]
    if (!sound) return
    const context = this.#ready()
    const seconds = sound.samples.length / sound.rateHz
    const start = from < seconds ? Math.max(0, from) : 0
    this.#fadeOut()
    const buffer = context.createBuffer(1, Math.max(1, sound.samples.length), sound.rateHz)
    buffer.getChannelData(0).set(Float32Array.from(sound.samples, (sample) => sample / 32768))
    const source = context.createBufferSource()
    source.buffer = buffer
    const gain = context.createGain()
    gain.gain.setValueAtTime(0, context.currentTime)
    gain.gain.linearRampToValueAtTime(1, context.currentTime + FADE_SECONDS)
    source.connect(gain).connect(context.destination)
    source.onended = () => {
      if (this.#now?.source === source) this.#ended()
    }
    source.start(0, start)
    this.#now = { take, source, gain, zeroAt: context.currentTime - start, seconds }
    this.playing.set(take)
  }

  /** Back to where it began. */
  stop(): void {
    this.#fadeOut()
    this.#ended()
  }

  /** On from there, if it plays. */
  seek(seconds: number): void {
    this.mark.set(Math.max(0, seconds))
    const take = this.#now?.take
    if (take) this.play(take)
  }

  /** The same moment of the other take, without a gap. */
  switchTo(take: TakeName): void {
    if (this.#now?.take !== otherTake(take)) return
    if (this.#sounds[take]) this.play(take, this.#written())
    else this.stop()
  }

  /** The second that is heard now. */
  get position(): number {
    if (!this.#now || !this.#context) return this.mark.get()
    // Not every browser tells how late it is heard.
    const late = this.#context.outputLatency || this.#context.baseLatency || 0
    return Math.min(this.#now.seconds, Math.max(0, this.#written() - late))
  }

  close(): void {
    this.stop()
    void this.#context?.close()
    this.#context = null
  }

  /** Call from a click or key, when the sound comes later. */
  wake(): void {
    this.#ready()
  }

  #ready(): AudioContext {
    this.#context ??= this.#open()
    if (this.#context.state === 'suspended') void this.#context.resume()
    return this.#context
  }

  /** The second that is handed to the sound card now. */
  #written(): number {
    return this.#now && this.#context ? this.#context.currentTime - this.#now.zeroAt : 0
  }

  #fadeOut(): void {
    if (!this.#now || !this.#context) return
    const { source, gain } = this.#now
    const nowAt = this.#context.currentTime
    gain.gain.cancelScheduledValues(nowAt)
    gain.gain.setValueAtTime(gain.gain.value, nowAt)
    gain.gain.linearRampToValueAtTime(0, nowAt + FADE_SECONDS)
    source.onended = null
    source.stop(nowAt + FADE_SECONDS)
  }

  #ended(): void {
    this.#now = null
    this.playing.set(null)
  }
}
