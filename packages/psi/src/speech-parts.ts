// Sound at 24 kHz flows in as it is made; where in it somebody speaks, and where pauses are, flows out. For whoever places words on a sound
// that no score belongs to.
import { type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import type { SampleSpan } from './score'

const FRAME_SAMPLES: Samples = samplesFromMs(10)
/** Speech is down to here from its loudest frames; the loudest few are left out, since they may be clicks. */
const RANGE_DB = 32
const LOUDEST_PART = 0.95
/** Whatever the loudest is, nothing under this is speech. */
const LEAST_DB = -60
/** Closures of stops are no pauses. */
const LEAST_PAUSE_MS: Ms = 180

export class SpeechParts {
  private readonly framesDb: number[] = []
  private energy = 0
  private filled = 0

  push(pcm: Float32Array): void {
    for (let n = 0; n < pcm.length; n++) {
      const x = pcm[n]!
      if (x - x === 0) this.energy += x * x
      if (++this.filled < FRAME_SAMPLES) continue
      this.framesDb.push(10 * Math.log10(this.energy / FRAME_SAMPLES + 1e-12))
      this.energy = this.filled = 0
    }
  }

  /** In order, apart by pauses; empty where nothing is said. */
  spans(): SampleSpan[] {
    const loudest = [...this.framesDb].sort((one, other) => one - other)[Math.floor(LOUDEST_PART * this.framesDb.length)]
    if (loudest === undefined) return []
    const least = Math.max(LEAST_DB, loudest - RANGE_DB)
    const spans: { startSample: Samples; endSample: Samples }[] = []
    this.framesDb.forEach((decibels, frame) => {
      if (decibels < least) return
      const startSample = frame * FRAME_SAMPLES
      const endSample = startSample + FRAME_SAMPLES
      const last = spans.at(-1)
      if (last && startSample - last.endSample < samplesFromMs(LEAST_PAUSE_MS)) last.endSample = endSample
      else spans.push({ startSample, endSample })
    })
    return spans
  }
}
