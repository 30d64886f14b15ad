// What the ears get of tones at the usual rates: what passes, what must not fold back, and where it lies in time.
import { MIC_RATE } from '@psiona/shared/pcm'
import { describe, expect, test } from 'vitest'
import { SincResampler } from './sinc-resampler'

const SECONDS = 0.5

/** As the worklet does it: 128 samples at a time. */
function converted(rate: number, wave: (second: number) => number): Float32Array {
  const resampler = new SincResampler(rate, MIC_RATE)
  const piece = new Float32Array(128)
  const out = new Float32Array(resampler.mostOut(128))
  const all: number[] = []
  for (let at = 0; at < rate * SECONDS; at += 128) {
    for (let i = 0; i < 128; i++) piece[i] = wave((at + i) / rate)
    const count = resampler.run(piece, out)
    all.push(...out.subarray(0, count))
  }
  return Float32Array.from(all)
}

const tone = (hertz: number) => (second: number) => Math.sin(2 * Math.PI * hertz * second)

/** Relative to a full sine; the first and last 50 ms are left out. */
function levelDb(samples: Float32Array): number {
  const middle = samples.subarray(800, samples.length - 800)
  const power = middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length
  return 10 * Math.log10(2 * power + 1e-20)
}

describe.each([44_100, 48_000, 96_000, 22_050, 192_000])('from %i Hz', (rate) => {
  test('speech up to 7 kHz passes within half a decibel', () => {
    for (const hertz of [60, 300, 1000, 3400, 5000, 6300, 7000]) {
      const db = levelDb(converted(rate, tone(hertz)))
      expect(Math.abs(db), `${hertz} Hz: ${db} dB`).toBeLessThan(0.5)
    }
  })

  test('what lies above 8 kHz is at least 60 dB down, wherever it would fold to', () => {
    const highest = rate / 2
    for (const hertz of [8050, 8500, 9000, 10_000, 10_900, 15_000, 17_000, 21_000, 23_900, 33_000, 47_000, 90_000]) {
      if (hertz >= highest) continue
      const db = levelDb(converted(rate, tone(hertz)))
      expect(db, `${hertz} Hz: ${db} dB`).toBeLessThan(-60)
    }
  })
})

test('a telephone headset at 8 kHz gets no images of its own sound', () => {
  const samples = converted(8000, tone(3000))
  expect(Math.abs(levelDb(samples))).toBeLessThan(0.5)
  // The tone taken away, what is left would be its image at 5 kHz.
  const left = samples.map((sample, at) => sample - tone(3000)(at / MIC_RATE))
  expect(levelDb(left)).toBeLessThan(-45)
})

test.each([44_100, 48_000, 16_000, 11_025])('sample n of the output is at n / 16000 s, from %i Hz', (rate) => {
  const samples = converted(rate, tone(440))
  for (const at of [100, 2000, 7000]) expect(samples[at]).toBeCloseTo(tone(440)(at / MIC_RATE), 2)
  expect(samples.length).toBeGreaterThan(SECONDS * MIC_RATE - 200)
})

test('a minute at an odd rate loses no sample', () => {
  const resampler = new SincResampler(44_100, MIC_RATE, 4410)
  const piece = new Float32Array(4410)
  const out = new Float32Array(resampler.mostOut(4410))
  let count = 0
  for (let tenth = 0; tenth < 600; tenth++) count += resampler.run(piece, out)
  expect(Math.abs(count - 60 * MIC_RATE)).toBeLessThan(100)
})
