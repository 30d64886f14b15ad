import { BLOCK_SAMPLES } from '@psiona/shared/units'
import { describe, expect, it } from 'vitest'
import { SpeechSpans } from './speech-spans'

describe('SpeechSpans', () => {
  it('covers every block that touches a line', () => {
    const spans = new SpeechSpans()
    spans.add({ turnId: 'a', startSample: 1000, endSample: 2000 })
    expect([400, 800, 1600, 2000].map((at) => spans.cover(at))).toEqual([false, true, true, false])
  })
  it('covers the breath between two lines of a turn, but not the silence between two turns', () => {
    const spans = new SpeechSpans()
    spans.add({ turnId: 'a', startSample: 0, endSample: 4000 })
    spans.add({ turnId: 'a', startSample: 10_000, endSample: 14_000 })
    spans.add({ turnId: 'b', startSample: 20_000, endSample: 24_000 })
    expect(spans.cover(8000)).toBe(true)
    expect(spans.cover(16_000)).toBe(false)
  })
  it('does not take a long wait within a turn for a breath', () => {
    const spans = new SpeechSpans()
    spans.add({ turnId: 'a', startSample: 0, endSample: 4000 })
    spans.add({ turnId: 'a', startSample: 80_000, endSample: 84_000 })
    expect(spans.cover(40_000)).toBe(false)
  })
  it('forgets', () => {
    const spans = new SpeechSpans()
    spans.add({ turnId: 'a', startSample: 0, endSample: 4000 })
    spans.clear()
    expect(spans.cover(BLOCK_SAMPLES)).toBe(false)
  })
})
