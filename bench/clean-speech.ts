// A clip of a synthesiser flows in; the same speech at a known level, without what hums before and after it, and where its voice lies flow out.
import { MIC_RATE } from '@psiona/shared'

export interface CleanSpeech {
  readonly pcm: Float32Array
  /** Samples of `pcm` between which the voice is audible. */
  readonly from: number
  readonly to: number
  /** Where its softest beginning lies: at `from` or before. */
  readonly soft: number
}

/** Power is looked at in such windows of 5 ms. */
const WINDOW_SAMPLES = MIC_RATE / 200
/** Audible: at most this far under the power that the clip has while it is active (at most 30 dB under its loudest window).
 *  20 dB: what is softer lies under the noise even in the best scene. */
const AUDIBLE_DB = 20
const ACTIVE_DB = 30
/** The first breath of an f or an h, which no recogniser should miss though no detector could know it: what leads up to the audible without a gap. */
const SOFT_DB = 30
const SOFT_GAP_WINDOWS = 4
/** The diphone voice hums for 50 ms at the edges of a clip, far from the words: what is audible for less than 80 ms with 100 ms of nothing around it is no speech. */
const LEAST_WINDOWS = 16
const APART_WINDOWS = 20
/** So much is left around the speech, faded. */
const EDGE_WINDOWS = 4

export const ofDb = (db: number): number => 10 ** (db / 10)
export const meanPower = (samples: Float32Array): number =>
  samples.reduce((sum, value) => sum + value * value, 0) / samples.length

/** `level`: RMS of the active speech, of full scale. */
export function cleanSpeech(clip: Float32Array, level: number): CleanSpeech {
  const powers = Array.from({ length: Math.floor(clip.length / WINDOW_SAMPLES) }, (_, window) =>
    meanPower(clip.subarray(window * WINDOW_SAMPLES, (window + 1) * WINDOW_SAMPLES)),
  )
  const loudest = Math.max(...powers)
  const active = powers.filter((power) => power > loudest / ofDb(ACTIVE_DB))
  const power = active.reduce((sum, value) => sum + value, 0) / active.length
  const stretches = audibleStretches(powers.map((value) => value > power / ofDb(AUDIBLE_DB)))
  const words = stretches.filter(({ from, to }) => to - from >= LEAST_WINDOWS)
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) throw new Error('a synthesiser spoke no word')
  let soft = first.from
  for (let window = first.from - 1; window >= 0 && soft - window <= SOFT_GAP_WINDOWS; window--)
    if (powers[window]! > power / ofDb(SOFT_DB)) soft = window
  const begin = Math.max(0, soft - EDGE_WINDOWS)
  const pcm = clip.slice(begin * WINDOW_SAMPLES, (last.to + EDGE_WINDOWS) * WINDOW_SAMPLES)
  const fade = EDGE_WINDOWS * WINDOW_SAMPLES
  for (let i = 0; i < pcm.length; i++) pcm[i]! *= (level / Math.sqrt(power)) * Math.min(1, i / fade, (pcm.length - i) / fade)
  const at = (window: number) => (window - begin) * WINDOW_SAMPLES
  return { pcm, from: at(first.from), to: at(last.to), soft: at(soft) }
}

/** Stretches of true, each to the window after its last; gaps shorter than APART_WINDOWS are within one. */
function audibleStretches(audible: readonly boolean[]): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = []
  for (const [window, is] of audible.entries()) {
    if (!is) continue
    const last = stretches.at(-1)
    if (last && window - last.to < APART_WINDOWS) last.to = window + 1
    else stretches.push({ from: window, to: window + 1 })
  }
  return stretches
}
