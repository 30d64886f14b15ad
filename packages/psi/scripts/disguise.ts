// Clean speech flows in, the same as if another microphone in another room had taken it flows out: other colour, some noise.
import { type Hertz, SAMPLE_RATE } from '@psiona/shared'
import type { Random } from '../src/random'

/** Shelves: everything above is lifted or lowered. */
const SHELVES: readonly { readonly hertz: readonly [Hertz, Hertz]; readonly decibels: number }[] = [
  { hertz: [250, 800], decibels: 6 },
  { hertz: [1500, 4000], decibels: 6 },
]
/** From what a digital voice has to what an old recording has. */
const NOISE_DBFS = [-92, -58] as const
/** Rooms hum more than they hiss: each sample keeps at most this much of the one before. */
const MOST_DULL = 0.9

export function disguised(pcm: Float32Array, random: Random): Float32Array {
  const out = Float32Array.from(pcm)
  for (const { hertz, decibels } of SHELVES) {
    const pole = Math.exp((-2 * Math.PI * random.between(...hertz)) / SAMPLE_RATE)
    const lift = 10 ** (random.between(-decibels, decibels) / 20) - 1
    let low = 0
    for (let n = 0; n < out.length; n++) {
      low = out[n]! + pole * (low - out[n]!)
      out[n] = out[n]! + lift * (out[n]! - low)
    }
  }
  const dull = random.between(0, MOST_DULL)
  const level = 10 ** (random.between(...NOISE_DBFS) / 20) * Math.sqrt(1 - dull * dull)
  let noise = 0
  for (let n = 0; n < out.length; n++) {
    noise = dull * noise + level * random.normal()
    out[n] = out[n]! + noise
  }
  return out
}
