// Who wins when several could sound.
import type { Claim } from '@psiona/shared'
import { expect, test } from 'vitest'
import { createSounding } from './sounding'

const able = (kind: Claim['kind']): Claim => ({ kind, unlocked: true })

test('[R63] OBS outranks a tab, a tab outranks the preview, whoever came first', () => {
  const kinds = ['preview', 'tab', 'obs'] as const
  for (const first of kinds)
    for (const second of kinds) {
      const sounding = createSounding()
      sounding.claim('a', able(first))
      sounding.claim('b', able(second))
      const expected = kinds.indexOf(second) >= kinds.indexOf(first) ? 'b' : 'a'
      expect(sounding.clientId(), `${first} then ${second}`).toBe(expected)
    }
})

test('[R63] among equals the latest claim wins, also when it is repeated', () => {
  const sounding = createSounding()
  sounding.claim('a', able('tab'))
  sounding.claim('b', able('tab'))
  expect(sounding.clientId()).toBe('b')
  sounding.claim('a', able('tab'))
  expect(sounding.clientId()).toBe('a')
})

test('[R63] who may not play does not win, and loses what it had', () => {
  const sounding = createSounding()
  sounding.claim('a', { kind: 'obs', unlocked: false })
  expect([sounding.clientId(), sounding.kind()]).toEqual([null, 'none'])
  sounding.claim('b', able('preview'))
  sounding.claim('a', able('obs'))
  expect(sounding.kind()).toBe('obs')
  sounding.claim('a', { kind: 'obs', unlocked: false })
  expect([sounding.clientId(), sounding.kind()]).toEqual(['b', 'preview'])
})

test('[R63] when the one that sounds leaves, the next best takes over', () => {
  const sounding = createSounding()
  sounding.claim('obs', able('obs'))
  sounding.claim('tab-1', able('tab'))
  sounding.claim('tab-2', able('tab'))
  sounding.claim('preview', able('preview'))
  const order = [...'....'].map(() => {
    const id = sounding.clientId() ?? ''
    sounding.leave(id)
    return id
  })
  expect(order).toEqual(['obs', 'tab-2', 'tab-1', 'preview'])
  expect(sounding.clientId()).toBeNull()
})
