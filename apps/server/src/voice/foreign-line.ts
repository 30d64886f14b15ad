// One line that another voice says, in the engine's thread. In: its sound at any rate, piece by piece. Out: the same on the engine's clock,
// and where its words stand there: as our own score would time them while the sound comes, where the sound speaks once it is whole.
import {
  type Engine,
  type OpenSound,
  RateConverter,
  type SoundOptions,
  SpeechParts,
  type WordShares,
  wordTimes,
} from '@psiona/psi'
import { type Ms, SAMPLE_RATE, type Samples, samplesFromMs, type WordSpan } from '@psiona/shared'
import type { PlacedLine } from './engine-messages'

/** Of a word that nothing is known of but its letters. */
const LETTER_MS: Ms = 70

export class ForeignLine {
  readonly #engine: Engine
  readonly #sound: OpenSound
  readonly #shares: WordShares
  readonly #parts = new SpeechParts()
  #converter: RateConverter | null = null
  /** Silence that was put in, and before which sample of the sound. */
  readonly #holds: { readonly at: Samples; readonly samples: Samples }[] = []
  #held: Samples = 0
  #words: readonly WordSpan[]

  constructor(engine: Engine, text: string, shares: WordShares, options: SoundOptions) {
    this.#engine = engine
    this.#sound = engine.enqueueSound(options)
    this.#shares = shares.words.length > 0 ? shares : sharesOfLetters(text)
    this.#words = this.#shares.words
  }

  append(pcm: Float32Array, sampleRate: number): void {
    if (sampleRate !== SAMPLE_RATE) this.#converter ??= new RateConverter(sampleRate, SAMPLE_RATE)
    if (this.#converter) this.#converter.push(pcm, (lent) => this.#keep(lent.slice()))
    else this.#keep(pcm)
  }

  /** `whole`: the text has been said to its end. Otherwise words that have no sound are left out. */
  end(whole: boolean): PlacedLine {
    this.#converter?.end((lent) => this.#keep(lent.slice()))
    this.#sound.end()
    const length = this.#sound.lengthSamples
    if (whole) this.#words = wordTimes(this.#shares, this.#parts.spans())
    else this.#words = this.#estimated().filter(({ startSample, endSample }) => (startSample + endSample) / 2 < length)
    return this.place()
  }

  /** After rendering: where it stands now if it had to wait, else null. */
  waited(): PlacedLine | null {
    const more = this.#sound.heldSamples - this.#held
    if (more === 0) return null
    this.#held += more
    this.#holds.push({ at: Math.max(0, this.#engine.atSample - this.#sound.startSample - this.#held), samples: more })
    return this.place()
  }

  place(): PlacedLine {
    const ended = this.#sound.endSample
    const words = ended === null ? this.#estimated() : this.#words
    const spans = words.map(({ text, startSample, endSample }) => ({
      text,
      startSample: this.#onClock(startSample),
      endSample: this.#onClock(endSample),
    }))
    const soFar = this.#onClock(this.#sound.lengthSamples)
    return {
      startSample: this.#sound.startSample,
      endSample: ended ?? Math.max(soFar, spans.at(-1)?.endSample ?? 0),
      words: spans,
    }
  }

  #keep(pcm: Float32Array): void {
    this.#sound.append(pcm)
    this.#parts.push(pcm)
  }

  /** As our score has it, from where the sound begins to speak. */
  #estimated(): WordSpan[] {
    const shift = (this.#parts.spans()[0]?.startSample ?? 0) - (this.#shares.speech[0]?.startSample ?? 0)
    return this.#words.map((word) => ({
      ...word,
      startSample: Math.max(0, word.startSample + shift),
      endSample: Math.max(0, word.endSample + shift),
    }))
  }

  #onClock(sample: Samples): Samples {
    return this.#holds.reduce((at, hold) => (hold.at <= sample ? at + hold.samples : at), this.#sound.startSample + sample)
  }
}

function sharesOfLetters(text: string): WordShares {
  let at = 0
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const startSample = at
      at += samplesFromMs(LETTER_MS * word.length)
      return { text: word, startSample, endSample: at }
    })
  return { words, speech: [{ startSample: 0, endSample: at }] }
}
