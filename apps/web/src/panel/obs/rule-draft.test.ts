import { ObsAction, ObsRule, RuleTrigger } from '@psiona/shared'
import { expect, test } from 'vitest'
import { blankAction, blankRule, blankTrigger, finished, lackOf, withTrigger } from './rule-draft'

const scene = { do: 'scene', scene: 'Raid' } as const

test('an empty part lacks a name, whatever it does, and says which step it is', () => {
  for (const { shape } of ObsAction.options) {
    expect(lackOf({ does: [scene, blankAction(shape.do.value)] })).toMatch(/^Choose a \w+ in step 2\.$/)
  }
  expect(lackOf({ does: [scene] })).toBeNull()
})

test('every empty trigger is a whole one', () => {
  for (const { shape } of RuleTrigger.options) expect(RuleTrigger.safeParse(blankTrigger(shape.on.value)).success).toBe(true)
})

test('an event never waits until it is over', () => {
  const whileSpeaking: ObsRule = { ...blankRule(), when: { on: 'speaking' }, back: { after: 'over' } }
  expect(withTrigger(whileSpeaking, { on: 'panic' }).back).toEqual({ after: 'over' })
  expect(withTrigger(whileSpeaking, blankTrigger('event')).back.after).toBe('seconds')
})

test('a finished rule is a whole one, also without a title', () => {
  const rule = finished({ ...blankRule(), title: '  ', does: [scene] }, [])
  expect(ObsRule.parse(rule)).toEqual(rule)
  expect(rule).toMatchObject({ title: 'A raid comes', id: 'a-raid-comes' })
  expect(finished({ ...rule, title: 'Welcome' }, [rule]).id).toBe('a-raid-comes')
})
