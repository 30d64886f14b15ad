// Sound at any rate flows in, in pieces of any length; hops, syllables and surprises flow out as they are heard, HEARING_DELAY_SECONDS late.
// One instance, one thread, one sound; nothing is allocated per hop.
import type { Hertz, Seconds } from '@psiona/shared'
import { SyllableOscillator } from './entrainment'
import { HOP_SECONDS, type Hop, HopAnalysis, LISTENING_RATE } from './hop-analysis'
import { RateConverter } from './rate-converter'
import { SpeechTime } from './speech-time'
import { Surprise, type SurpriseEvent } from './surprise'
import { SyllableNuclei } from './syllable-nuclei'
import { SyllableWindow } from './syllable-window'

export interface ListenerEvents {
  /** Every 5 ms. The hop is lent: the next one overwrites it. */
  readonly hop?: (hop: Readonly<Hop>) => void
  /** A syllable's middle, seconds from the start. */
  readonly syllable?: (at: Seconds) => void
  readonly surprise?: (event: SurpriseEvent) => void
}

export class Listener {
  /** The speaker's beat. */
  readonly beat = new SyllableOscillator()
  /** Speech so far, up to its last pause. */
  readonly speech = new SpeechTime()
  private readonly events: ListenerEvents
  private readonly converter: RateConverter | null
  private readonly analysis = new HopAnalysis()
  private readonly nuclei = new SyllableNuclei()
  private readonly window = new SyllableWindow()
  private readonly surprise = new Surprise()

  constructor(rateHz: Hertz, events: ListenerEvents = {}) {
    this.converter = rateHz === LISTENING_RATE ? null : new RateConverter(rateHz, LISTENING_RATE)
    this.events = events
  }

  push(piece: Float32Array): void {
    if (this.converter) this.converter.push(piece, this.analyse)
    else this.analyse(piece)
  }

  /** The sound is over: what was held back is heard. Nothing can be pushed any more. */
  end(): void {
    this.converter?.end(this.analyse)
    this.analysis.end(this.hear)
    const nucleusAt = this.nuclei.end()
    if (nucleusAt !== null) this.syllable(nucleusAt)
    this.speech.end()
  }

  private readonly analyse = (piece: Float32Array): void => this.analysis.push(piece, this.hear)

  private readonly hear = (hop: Hop): void => {
    this.beat.step(hop.onsetForce, HOP_SECONDS)
    this.window.add(hop, this.beat.phase)
    const nucleusAt = this.nuclei.step(hop, HOP_SECONDS)
    if (nucleusAt !== null) this.syllable(nucleusAt)
    this.speech.step(hop, HOP_SECONDS)
    this.events.hop?.(hop)
    const at = this.window.take()
    const event = at === null ? null : this.surprise.step(at, this.window.observed, this.window.phase)
    if (event) this.events.surprise?.(event)
  }

  private syllable(at: Seconds): void {
    this.speech.syllable()
    this.window.await(at)
    this.events.syllable?.(at)
  }
}
