// Long speech in pieces: nothing is lost, no piece is too long, the cut is where it is quiet.
import { MIC_RATE } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { PIECE_MAX_SAMPLES, speechPieces } from './speech-pieces'

const numbered = (samples: number) => Float32Array.from({ length: samples }, (_, i) => 0.2 + (i % 1000) / 2000)

describe('speech in pieces', () => {
  it('that is short is one piece', () => {
    const pieces = speechPieces()
    expect(pieces.add(numbered(500))).toEqual([])
    expect(pieces.add(numbered(300))).toEqual([])
    expect(pieces.rest()).toEqual(Float32Array.from([...numbered(500), ...numbered(300)]))
    expect(pieces.rest().length).toBe(0)
  })
  it('that is long is all there, in order, whatever it comes in', () => {
    const whole = numbered(70 * MIC_RATE)
    for (const step of [320, 99_999, whole.length]) {
      const pieces = speechPieces()
      const given: Float32Array[] = []
      for (let at = 0; at < whole.length; at += step) given.push(...pieces.add(whole.subarray(at, at + step)))
      given.push(pieces.rest())
      expect(Math.max(...given.map(({ length }) => length))).toBeLessThanOrEqual(PIECE_MAX_SAMPLES)
      expect(given.length).toBe(3)
      expect(Buffer.concat(given.map(({ buffer }) => Buffer.from(buffer))).equals(Buffer.from(whole.buffer))).toBe(true)
    }
  })
  it('is cut in a pause', () => {
    const whole = numbered(40 * MIC_RATE)
    whole.fill(0.001, 25 * MIC_RATE, 25.2 * MIC_RATE)
    const [first] = speechPieces().add(whole)
    expect((first?.length ?? 0) / MIC_RATE).toBeGreaterThan(25)
    expect((first?.length ?? 0) / MIC_RATE).toBeLessThan(25.2)
  })
})
