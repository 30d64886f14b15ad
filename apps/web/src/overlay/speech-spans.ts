// In: subtitles, which say where lines lie on the engine's clock. Out: whether a silence belongs to speech (a pause) or is idle.
import { BLOCK_SAMPLES, type Samples, samplesFromMs } from '@psiona/shared/units'

export interface SpeechSpan {
  readonly turnId: string
  readonly startSample: Samples
  readonly endSample: Samples
}

/** Silence up to this long between two lines of one turn is a breath that was meant. */
const LONGEST_BREATH: Samples = samplesFromMs(1200)
/** Lines that may still be ahead; the server places one at a time. */
const KEPT_SPANS = 16

export class SpeechSpans {
  #spans: SpeechSpan[] = []

  add(span: SpeechSpan): void {
    const last = this.#spans.at(-1)
    const breath = last?.turnId === span.turnId ? span.startSample - last.endSample : Number.NaN
    const startSample = breath >= 0 && breath <= LONGEST_BREATH ? last!.endSample : span.startSample
    this.#spans = [...this.#spans, { ...span, startSample }].slice(-KEPT_SPANS)
  }

  /** True when any sample of the block that begins at `atSample` lies within a line, or in the breath before a turn's next line. */
  cover(atSample: Samples): boolean {
    return this.#spans.some((span) => atSample + BLOCK_SAMPLES > span.startSample && atSample < span.endSample)
  }

  clear(): void {
    this.#spans = []
  }
}
