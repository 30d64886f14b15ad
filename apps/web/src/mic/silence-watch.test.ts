// A dead microphone is told from a quiet one.
import { expect, test } from 'vitest'
import { SILENT_LEVELS, SilenceWatch } from './silence-watch'

test('nothing but zeros is noticed once, and taken back at the first sound', () => {
  const watch = new SilenceWatch()
  const answers = Array.from({ length: SILENT_LEVELS + 20 }, () => watch.push(-120))
  expect(answers.filter((answer) => answer === true)).toHaveLength(1)
  expect(answers[SILENT_LEVELS - 1]).toBe(true)
  expect(watch.push(-80)).toBe(false)
})

test('a microphone that was heard may be silent as long as it likes', () => {
  const watch = new SilenceWatch()
  expect(watch.push(-70)).toBe(false)
  expect(Array.from({ length: 500 }, () => watch.push(-120)).every((answer) => answer === null)).toBe(true)
})
