// Sound flows in, every hop a listener hears in it flows out, copied; and sounds that are known exactly, to be heard.
import type { Hertz, Seconds } from '@psiona/shared'
import { type Hop, LISTENING_RATE } from '../src/hop-analysis'
import { Listener } from '../src/listen'
import { createRandom } from '../src/random'

/** `pieceSamples`: how much is pushed at once. */
export function hopsOf(sound: Float32Array, rateHz: Hertz = LISTENING_RATE, pieceSamples = sound.length): Hop[] {
  const hops: Hop[] = []
  const listener = new Listener(rateHz, { hop: (hop) => hops.push({ ...hop }) })
  for (let at = 0; at < sound.length; at += pieceSamples) listener.push(sound.subarray(at, at + pieceSamples))
  listener.end()
  return hops
}

/** A buzz of ten harmonics, −6 dB an octave, whose pitch follows `pitchHz`. */
export function buzz(
  seconds: Seconds,
  pitchHz: (at: Seconds) => Hertz,
  amplitude = 0.2,
  rateHz: Hertz = LISTENING_RATE,
): Float32Array {
  let phase = 0
  return Float32Array.from({ length: seconds * rateHz }, (_, n) => {
    phase += (2 * Math.PI * pitchHz(n / rateHz)) / rateHz
    let sum = 0
    for (let k = 1; k <= 10; k++) if (k * pitchHz(n / rateHz) < rateHz / 2) sum += Math.sin(k * phase) / k
    return amplitude * sum
  })
}

export function hiss(seconds: Seconds, amplitude: number, seed = 1): Float32Array {
  const random = createRandom(seed)
  return Float32Array.from({ length: seconds * LISTENING_RATE }, () => amplitude * random.normal())
}

export function joined(...sounds: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(sounds.reduce((sum, { length }) => sum + length, 0))
  let filled = 0
  for (const sound of sounds) {
    all.set(sound, filled)
    filled += sound.length
  }
  return all
}

export const louder = (sound: Float32Array, decibels: number): Float32Array => sound.map((x) => x * 10 ** (decibels / 20))
