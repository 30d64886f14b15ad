import { PolicyName } from '@psiona/shared'
import { expect, test } from 'vitest'
import { holdsNow, POLICIES } from './policy-words'

test('every policy is offered once', () => {
  expect(POLICIES.map(({ policy }) => policy).toSorted()).toEqual([...PolicyName.options].toSorted())
})

test('the rules in force are said with their reason, and the name once', () => {
  expect(holdsNow({ name: 'twitch', why: 'twitch, because you are on air' })).toBe('Twitch holds now, because you are on air')
  expect(holdsNow({ name: 'youtube', why: '' })).toBe('YouTube holds now')
})
