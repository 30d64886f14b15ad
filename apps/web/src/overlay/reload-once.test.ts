import { describe, expect, it } from 'vitest'
import { reloadOnceFor } from './reload-once'

function setUp() {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  let reloads = 0
  return {
    meet: (protocol: number) => {
      reloadOnceFor(protocol, storage, () => {
        reloads++
      })
      return reloads
    },
  }
}

describe('reloadOnceFor', () => {
  it('reloads once for a protocol, and once more for the next', () => {
    const { meet } = setUp()
    expect([meet(2), meet(2), meet(3), meet(3)]).toEqual([1, 1, 2, 2])
  })
})
