// What a person is told, for every way a microphone can fail.
import { expect, test } from 'vitest'
import type { BrowserKind } from './browser-kind'
import { captureProblem, deviceGone, elsewhere, MIC_PROBLEMS, worstOf } from './mic-problem'

const BROWSERS: readonly BrowserKind[] = ['obs', 'edge', 'firefox', 'safari', 'ios', 'android', 'chrome']

test('a refusal names the place of the switch in that browser', () => {
  const remedies = BROWSERS.map((browser) => captureProblem('NotAllowedError', browser).do)
  expect(new Set(remedies).size).toBe(BROWSERS.length)
  expect(captureProblem('NotAllowedError', 'obs').do).toContain('--use-fake-ui-for-media-stream')
})

test('every failure says what is so and what to do, in sentences', () => {
  const names = [
    'NotAllowedError',
    'SecurityError',
    'NotFoundError',
    'OverconstrainedError',
    'NotReadableError',
    'AbortError',
    'TypeError',
  ]
  const all = [
    ...BROWSERS.flatMap((browser) => names.map((name) => captureProblem(name, browser))),
    ...Object.values(MIC_PROBLEMS),
    elsewhere('Live · Psiona'),
    elsewhere(''),
    deviceGone('Desk microphone'),
    deviceGone(''),
  ]
  for (const { what, do: act } of all) for (const sentence of [what, act]) expect(sentence).toMatch(/^[A-Z“][^!]+[.m]$/)
})

test('what the others depend on is shown first', () => {
  const denied = captureProblem('NotAllowedError', 'chrome')
  expect(worstOf([deviceGone('A'), MIC_PROBLEMS.heldBack, denied])).toBe(denied)
  expect(worstOf([deviceGone('A'), MIC_PROBLEMS.heldBack])).toBe(MIC_PROBLEMS.heldBack)
  expect(worstOf([])).toBeNull()
})
