// The limiter: nothing passes −1 dBTP whatever comes in, what is not loud is untouched, and the gain neither clicks nor pumps.
import { SAMPLE_RATE, type Samples } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { LIMITER_DELAY_SAMPLES, Limiter, PEAK } from './limiter'
import { createRandom } from './random'

const LENGTH: Samples = 3000
/** Another interpolator than the limiter's own: four places a sample, 64 samples on either side. */
const REACH = 64
const ROWS = [0.25, 0.5, 0.75].map((place) =>
  Float64Array.from({ length: 2 * REACH }, (_, k) => {
    const x = place - (k - REACH + 1)
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * (0.5 + 0.5 * Math.cos((Math.PI * x) / REACH))
  }),
)
function truePeak(pcm: Float32Array): number {
  let most = 0
  for (let n = -REACH; n < pcm.length + REACH; n++) {
    most = Math.max(most, Math.abs(pcm[n] ?? 0))
    for (const row of ROWS) {
      let sum = 0
      for (let k = 0; k < row.length; k++) sum += row[k]! * (pcm[n - REACH + 1 + k] ?? 0)
      most = Math.max(most, Math.abs(sum))
    }
  }
  return most
}

/** With what is held back at the end. */
function limited(sound: Float32Array, limiter = new Limiter()): Float32Array {
  const out = new Float32Array(sound.length + LIMITER_DELAY_SAMPLES)
  out.set(sound)
  limiter.process(out)
  return out
}
const made = (sample: (n: number) => number) => Float32Array.from({ length: LENGTH }, (_, n) => sample(n))
const sine = (hertz: number, amplitude: number) => made((n) => amplitude * Math.sin((2 * Math.PI * hertz * n) / SAMPLE_RATE))

const NASTY: Readonly<Record<string, (random: ReturnType<typeof createRandom>) => Float32Array>> = {
  'white noise': (random) => {
    const amplitude = 10 ** (4 * random.uniform() - 1)
    return made(() => amplitude * random.normal())
  },
  'square waves': (random) => {
    const [amplitude, hertz] = [10 ** (3 * random.uniform() - 0.5), 20 + 11_900 * random.uniform()]
    return made((n) => amplitude * Math.sign(Math.sin((2 * Math.PI * hertz * (n + 0.3)) / SAMPLE_RATE)))
  },
  impulses: (random) =>
    made(() => (random.uniform() < 0.003 ? (random.uniform() - 0.5) * 10 ** (6 * random.uniform()) : random.uniform() - 0.5)),
  'impulses in silence': (random) => made(() => (random.uniform() < 0.01 ? 10 * (random.uniform() - 0.5) : 0)),
  'a direct current': (random) => new Float32Array(LENGTH).fill(10 ** (3 * random.uniform() - 1)),
  steps: (random) => {
    let level = 0
    return made(() => {
      if (random.uniform() < 0.01) level = (random.uniform() - 0.5) * 10 ** (3 * random.uniform())
      return level
    })
  },
  tones: (random) => sine(20 + 11_900 * random.uniform(), 10 ** (3 * random.uniform() - 0.2)),
  'bursts of tone': (random) => {
    const hertz = 100 + 8000 * random.uniform()
    return made((n) => (n % 700 < 20 ? 8 : 0.5) * Math.sin((2 * Math.PI * hertz * n) / SAMPLE_RATE))
  },
  'half the rate, turned over now and then': (random) =>
    made((n) => (n % 2 ? 1 : -1) * (random.uniform() < 0.002 ? -1 : 1) * (0.5 + (3 * n) / LENGTH)),
  'what is no number': (random) => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 3e38]
    return made(() => odd[Math.floor(150 * random.uniform())] ?? random.normal())
  },
}

describe('limiter', () => {
  it.each(Object.entries(NASTY))('lets no sample and nothing between two samples above −1 dBTP: %s', (_, make) => {
    for (let seed = 1; seed <= 5; seed++) {
      const out = limited(make(createRandom(seed)))
      expect(out.every(Number.isFinite)).toBe(true)
      expect(truePeak(out)).toBeLessThanOrEqual(PEAK)
    }
  })

  it('gives what is not loud back to the bit, less than two milliseconds later', () => {
    const sound = sine(300, 0.8)
    expect(limited(sound).subarray(LIMITER_DELAY_SAMPLES)).toEqual(sound)
    expect(LIMITER_DELAY_SAMPLES / SAMPLE_RATE).toBeLessThan(0.002)
  })

  it('lets loud sound through near its peak, as the same tone', () => {
    const out = limited(sine(300, 2)).subarray(1000, LENGTH)
    const amplitude = out.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
    expect(amplitude).toBeGreaterThan(0.9 * PEAK)
    let [error, power] = [0, 0]
    for (const [n, x] of out.entries()) {
      const at = n + 1000 - LIMITER_DELAY_SAMPLES
      error += (x - amplitude * Math.sin((2 * Math.PI * 300 * at) / SAMPLE_RATE)) ** 2
      power += x * x
    }
    // No pumping within a period: the distortion lies 40 dB below.
    expect(error / power).toBeLessThan(1e-4)
  })

  it('turns down before a peak without a step, and up again within a fifth of a second', () => {
    const out = limited(Float32Array.from({ length: 8000 }, (_, n) => (n === 2000 ? 4 : 0.5)))
    const peakAt = 2000 + LIMITER_DELAY_SAMPLES
    for (let n = LIMITER_DELAY_SAMPLES + 1; n < 8000; n++)
      if (n < peakAt || n > peakAt + 1) expect(Math.abs(out[n]! - out[n - 1]!)).toBeLessThan(0.03)
    expect(out[peakAt - 60]).toBe(0.5)
    expect(out[peakAt + 0.2 * SAMPLE_RATE]).toBeGreaterThan(0.48)
  })

  it('does the same in pieces of any length, and after a reset', () => {
    const sound = NASTY.impulses!(createRandom(3))
    const whole = limited(sound)
    const limiter = new Limiter()
    for (const length of [1, 7, 200, LENGTH]) {
      limiter.reset()
      const out = new Float32Array(whole.length)
      out.set(sound)
      for (let at = 0; at < out.length; at += length) limiter.process(out, at, Math.min(out.length, at + length))
      expect(out).toEqual(whole)
    }
  })

  it('tells sound from silence', () => {
    const limiter = new Limiter()
    expect(limiter.process(new Float32Array(100))).toBe(false)
    expect(limiter.process(Float32Array.of(0.1))).toBe(false)
    expect(limiter.process(new Float32Array(LIMITER_DELAY_SAMPLES))).toBe(true)
    expect(limiter.process(new Float32Array(100))).toBe(false)
  })
})
