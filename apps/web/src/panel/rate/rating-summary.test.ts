import type { Rating } from '@psiona/shared'
import { expect, test } from 'vitest'
import { abScores, mosScores, styleScore } from './rating-summary'

const rating = (
  kind: Rating['kind'],
  engines: string[],
  answer: number,
  emotions: Rating['sounds'][number]['emotion'][] = [],
): Rating => ({
  roundId: 'r',
  questionId: 'q',
  listener: '',
  kind,
  text: '',
  at: 0,
  answer,
  sounds: engines.map((engine, i) => ({ engine, emotion: emotions[i] ?? {} })),
})

test('mos: the mean of each voice, best first, and a wide interval for one answer', () => {
  const scores = mosScores([
    rating('mos', ['a'], 2),
    rating('mos', ['b'], 4),
    rating('mos', ['b'], 5),
    rating('ab', ['a', 'b'], 1),
  ])
  expect(scores.map(({ engine, value, answers }) => [engine, value, answers])).toEqual([
    ['b', 4.5, 2],
    ['a', 2, 1],
  ])
  expect(scores[1]).toMatchObject({ low: 1, high: 5 })
  expect(scores[0]!.low).toBeLessThan(4.5)
})

test('ab: the share won, a tie is half a win for both', () => {
  const scores = abScores([rating('ab', ['a', 'b'], 0), rating('ab', ['b', 'a'], 1), rating('ab', ['a', 'b'], 0.5)])
  expect(scores.map(({ engine, answers }) => [engine, answers])).toEqual([
    ['a', 3],
    ['b', 3],
  ])
  expect(scores[0]!.value).toBeCloseTo(2.5 / 3)
  expect(scores[0]!.value + scores[1]!.value).toBeCloseTo(1)
  expect(scores[0]!.low).toBeLessThan(0.5)
})

test('style: how many pairs were told right; the order of the feelings means nothing', () => {
  expect(styleScore([])).toBeNull()
  const mixed = [
    { joy: 0.5, calm: 0.2 },
    { calm: 0.2, joy: 0.5 },
  ]
  const score = styleScore([rating('style', ['a', 'a'], 1, mixed), rating('style', ['a', 'a'], 1, [{ joy: 0.8 }, {}])])
  expect(score).toMatchObject({ answers: 2, right: 0.5 })
})
