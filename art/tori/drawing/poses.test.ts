// The feelings as they are drawn: told apart at a glance.
import { FACE_CHANNELS } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { poseOf } from './pose'
import { POSES } from './poses'

const FEELINGS = ['neutral', 'joy', 'sadness', 'anger', 'fear', 'surprise', 'disgust', 'affection', 'calm', 'curious'] as const
const MANNERS = ['smug', 'embarrassment', 'laughing', 'thinking', 'wink', 'wink_R', 'sleepy', 'pout'] as const
const SIGNS = ['tear', 'sweat', 'angerMark', 'heart', 'star', 'question', 'exclaim']

/** The sum over the channels of the face of how far two poses lie apart, each by its own range; the turn of the head counts for nothing. */
const apart = (a: string, b: string): number => {
  const [one, other] = [poseOf(POSES[a]!), poseOf(POSES[b]!)]
  return FACE_CHANNELS.filter(({ name }) => !/^(angle|body)/.test(name)).reduce(
    (sum, { name, min, max }) => sum + Math.abs(one[name] - other[name]) / (max - min),
    0,
  )
}

describe('the poses', () => {
  it('have every feeling and manner', () => {
    for (const name of [...FEELINGS, ...MANNERS]) expect(POSES[name], name).toBeDefined()
  })

  it('are told apart by the face alone', () => {
    const all = [...FEELINGS, ...MANNERS]
    for (const [i, a] of all.entries())
      for (const b of all.slice(i + 1)) expect(apart(a, b), `${a} and ${b}`).toBeGreaterThan(0.7)
  })

  it('use every sign once at least', () => {
    const shown = SIGNS.filter((sign) => Object.values(POSES).some((pose) => (pose as Record<string, number>)[sign] === 1))
    expect(shown).toEqual(SIGNS)
  })

  it('wink with one eye, on either side', () => {
    expect([poseOf(POSES.wink!).eyeOpenL, poseOf(POSES.wink!).eyeOpenR]).toEqual([0, 1])
    expect([poseOf(POSES.wink_R!).eyeOpenL, poseOf(POSES.wink_R!).eyeOpenR]).toEqual([1, 0])
  })
})
