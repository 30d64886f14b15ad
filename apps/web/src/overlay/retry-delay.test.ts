import { describe, expect, it } from 'vitest'
import { LONGEST_RETRY_MS, retryDelayMs, SHORTEST_RETRY_MS } from './retry-delay'

describe('retryDelayMs', () => {
  it('grows from the shortest to the longest wait and stays there for ever', () => {
    expect(retryDelayMs(0, 0)).toBe(SHORTEST_RETRY_MS)
    expect(retryDelayMs(2, 0)).toBe(1125)
    expect(retryDelayMs(2000, 0)).toBe(LONGEST_RETRY_MS)
  })
  it('spreads by chance within the bounds', () => {
    expect(retryDelayMs(9, 1)).toBe(LONGEST_RETRY_MS / 2)
    expect(retryDelayMs(0, 1)).toBe(SHORTEST_RETRY_MS)
  })
})
