// Sound flows in, how far its pitch wanders flows out.
import { Listener } from '@psiona/psi'
import type { Hertz } from '@psiona/shared'

const SEMITONES_PER_OCTAVE = 12

/** Standard deviation over the voiced hops, in semitones. */
export function pitchSpreadSemitones(pcm: Float32Array, rateHz: Hertz): number {
  const semitones: number[] = []
  const listener = new Listener(rateHz, {
    hop: ({ pitchHz }) => {
      if (pitchHz !== null) semitones.push(SEMITONES_PER_OCTAVE * Math.log2(pitchHz))
    },
  })
  listener.push(pcm)
  listener.end()
  const mean = semitones.reduce((sum, value) => sum + value, 0) / semitones.length
  return Math.sqrt(semitones.reduce((sum, value) => sum + (value - mean) ** 2, 0) / semitones.length)
}
