import type { ObsRule } from '@psiona/shared'
import { expect, test } from 'vitest'
import { ruleId, withoutRule, withRule } from './rule-list'

const rule = (id: string, title = id): ObsRule => ({
  id,
  title,
  enabled: true,
  when: { on: 'speaking' },
  does: [{ do: 'scene', scene: 'Game' }],
  back: { after: 'over' },
  restSeconds: 10,
})
const ids = (rules: readonly ObsRule[]) => rules.map(({ id }) => id)

test('a changed rule keeps its place, a new one stands last, one that comes back stands where it was', () => {
  const rules = [rule('a'), rule('b')]
  expect(withRule(rules, rule('a', 'newer')).map(({ title }) => title)).toEqual(['newer', 'b'])
  expect(ids(withRule(rules, rule('c')))).toEqual(['a', 'b', 'c'])
  expect(ids(withRule(withoutRule(rules, 'a'), rule('a'), 0))).toEqual(['a', 'b'])
})

test('an id is made of the title, is nobody else’s and may be a file name everywhere', () => {
  expect(ruleId('Raid comes', [rule('raid-comes')])).toBe('raid-comes-2')
  expect(ruleId('con', [])).toBe('rule-con')
  expect(ruleId('レイド', [])).toBe('rule')
})
