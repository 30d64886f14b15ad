// The first net: what it must catch, what it must let pass, and that its words are fixed.
import { describe, expect, it } from 'vitest'
import { crisisAnswer, isCrisis } from './crisis'

const MEANT = [
  'i want to kill myself',
  'I want to die',
  'i just wanna die',
  "i'm going to kill myself tonight",
  'i am suicidal',
  'i feel suicidal lately',
  'I want to end my life',
  "i'm thinking about ending my life",
  "i've been cutting myself again",
  'i keep hurting myself',
  "i don't want to live anymore",
  'i dont want to be alive',
  'i cant go on like this',
  'everyone would be better off without me',
  'i wish i was dead',
  'there is no point in living',
  'i am planning to overdose',
  'i have decided to end it all',
  "I don't want to wake up anymore",
  'i tried to kill myself last week',
  'i self harm',
  'i want to hurt myself',
  'my family would be better off if i was dead',
  'i am going to commit suicide',
  'i am standing on a bridge',
  'i really want to die',
]
const NOT_MEANT = [
  'i died again',
  'this boss wants to kill me',
  'i want to kill the boss',
  'i am dying of laughter',
  'i want to die of embarrassment',
  'i want to die in the game to respawn',
  'he killed himself with his own grenade',
  'i killed it on stage',
  'i never wanted to kill myself',
  'i am not suicidal',
  'the song says i want to die',
  'end this run',
  'kill him!',
  'suicide squad is a film',
  'i want to live',
  'my phone died',
  'i could eat a horse',
  'i want to go to bed',
  'cut the cake',
  'better off without that weapon',
  'i am dead tired',
  'what is the point of this quest',
]

describe('crisis', () => {
  it.each(MEANT)('hears: %s', (text) => {
    expect(isCrisis(text)).toBe(true)
  })
  it.each(NOT_MEANT)('lets pass: %s', (text) => {
    expect(isCrisis(text)).toBe(false)
  })
  it.each(['alone', 'others'] as const)('answers with care and with numbers, without a joke (%s)', (before) => {
    const answer = crisisAnswer(before)
    expect(answer).toMatch(/988/)
    expect(answer).toMatch(/116 123/)
    expect(answer).toMatch(/findahelpline\.com/)
    expect(answer).toMatch(/program/)
    expect(answer).toMatch(/^\[affection/)
    expect(answer).not.toMatch(/wink|smug|laughing/)
  })
})
