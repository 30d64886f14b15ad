import type { ObsRule } from '@psiona/shared'
import { expect, test } from 'vitest'
import { actionWords, backWords, ruleSentence, triggerWords } from './rule-words'

const rule: Pick<ObsRule, 'when' | 'does' | 'back'> = {
  when: { on: 'event', event: 'raid', atLeast: 5 },
  does: [
    { do: 'scene', scene: 'Raid' },
    { do: 'mute', input: 'Music', muted: true },
  ],
  back: { after: 'seconds', seconds: 8 },
}

test('a rule reads as a sentence', () => {
  expect(ruleSentence(rule)).toBe(
    'When a raid comes, 5 viewers or more: switch to the scene “Raid”, then mute “Music”. Back after 8 s.',
  )
})

test('what is not chosen yet is three dots, at the end as well', () => {
  expect(ruleSentence({ ...rule, does: [{ do: 'scene', scene: '' }] })).toBe(
    'When a raid comes, 5 viewers or more: switch to the scene … Back after 8 s.',
  )
})

test('a least number of none is not named', () => {
  expect(triggerWords({ on: 'event', event: 'bits', atLeast: 0 })).toBe('somebody cheers with bits')
  expect(triggerWords({ on: 'event', event: 'raid', atLeast: 1 })).toBe('a raid comes, 1 viewer or more')
})

test('figures have their unit and a true minus; the lowest volume is silence', () => {
  expect(actionWords({ do: 'volume', input: 'Game', db: -12.26 })).toBe('set “Game” to −12.3 dB')
  expect(actionWords({ do: 'volume', input: 'Game', db: -100 })).toBe('set “Game” to silence')
  expect(triggerWords({ on: 'emotion', emotion: 'joy', atLeast: 0.7 })).toBe('her joy reaches 0.7')
})

test('the ways back differ', () => {
  expect(backWords({ after: 'over' })).not.toBe(backWords({ after: 'never' }))
})
