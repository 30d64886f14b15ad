// How far the jaw is told to open: by the vowel, its stress, and not twice for being reduced.
import { VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { phrase } from '../test/spoken-phrases'
import { composeScore } from './compose-score'
import { VOWEL_TARGETS } from './vowel-targets'

/** The widest that the jaw is told to open. */
function widest(notation: string): number {
  const { goals } = composeScore([phrase(notation)], { dials: VoiceDials.parse({}), emotion: {}, seed: 1 })
  return Math.max(...goals.filter(({ oscillator }) => oscillator === 'jaw').map(({ target }) => target))
}

describe('the jaw', () => {
  it('opens wider for an open vowel than for a close one', () => {
    expect(widest('T AA2 T')).toBeGreaterThan(2 * widest('T IY2 T'))
  })
  it('opens less where a full vowel is unstressed, wider where it is emphatic', () => {
    expect(widest('T EH0 T')).toBeLessThan(0.85 * widest('T EH2 T'))
    expect(widest('* T EH2 T')).toBeGreaterThan(1.1 * widest('T EH2 T'))
  })
  it.each(['AX', 'IX', 'AXR'] as const)('opens for %s as far as its table says: it is reduced already', (symbol) => {
    expect(widest(`T ${symbol}0 T`)).toBeCloseTo(VOWEL_TARGETS[symbol].opening[0])
  })
})
