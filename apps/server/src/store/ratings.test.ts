// Answers on the disk: they outlive a restart, a broken line costs itself only, and they can be removed.
import { appendFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Rating } from '@psiona/shared'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRatings } from './ratings'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'psiona-ratings-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const rating: Rating = {
  roundId: 'round',
  questionId: 'question',
  kind: 'mos',
  answer: 4,
  listener: '',
  text: 'The kettle is humming.',
  sounds: [{ engine: 'psi:feminine', emotion: {} }],
  at: 1,
}

it('keeps answers over a restart and passes over what is none', () => {
  openRatings(dir).add(rating)
  appendFileSync(join(dir, 'ratings.jsonl'), '{}\n{"roundId":"half a li')
  openRatings(dir).add({ ...rating, answer: 2 })
  expect(openRatings(dir).list()).toEqual([rating, { ...rating, answer: 2 }])
  expect(statSync(join(dir, 'ratings.jsonl')).mode & 0o077).toBe(0)
})

it('removes all of them', () => {
  const ratings = openRatings(dir)
  expect(ratings.wipe()).toBe(0)
  ratings.add(rating)
  expect(ratings.wipe()).toBe(1)
  expect(existsSync(join(dir, 'ratings.jsonl'))).toBe(false)
  expect(ratings.list()).toEqual([])
})
