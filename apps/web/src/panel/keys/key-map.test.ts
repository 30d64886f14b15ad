import { expect, test } from 'vitest'
import { isPanicKey, type KeyPress, LEADER_LASTS_MS, readKey } from './key-map'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  command: false,
  alt: false,
  repeat: false,
  typing: false,
  layer: false,
  ...more,
})
const read = (key: string, more: Partial<KeyPress> = {}) => readKey(press(key, more), null, 0, true).action

test('Esc stops, also while typing, but not through an open layer', () => {
  expect(read('Escape')).toEqual({ type: 'stop' })
  expect(read('Escape', { typing: true })).toEqual({ type: 'stop' })
  expect(read('Escape', { layer: true })).toBeNull()
})

test('a held Esc stops once', () => {
  expect(read('Escape', { repeat: true })).toBeNull()
})

test('F8, Pause and Shift Esc are panic, Esc alone is not', () => {
  expect(isPanicKey({ key: 'F8', shiftKey: false })).toBe(true)
  expect(isPanicKey({ key: 'Pause', shiftKey: false })).toBe(true)
  expect(isPanicKey({ key: 'Escape', shiftKey: true })).toBe(true)
  expect(isPanicKey({ key: 'Escape', shiftKey: false })).toBe(false)
})

test('Y and N judge the line that waits, where nothing is written', () => {
  expect(read('y')).toEqual({ type: 'judge', verdict: 'approve' })
  expect(read('N')).toEqual({ type: 'judge', verdict: 'skip' })
  expect(read('y', { typing: true })).toBeNull()
  expect(readKey(press('n'), null, 0, false).action).toBeNull()
})

test('commands work everywhere, single keys only where nothing is written', () => {
  expect(read('k', { command: true, typing: true })).toEqual({ type: 'palette' })
  expect(read('S', { command: true, typing: true })).toEqual({ type: 'save' })
  expect(read('/')).toEqual({ type: 'compose' })
  expect(read('/', { typing: true })).toBeNull()
  expect(read('?', { typing: true })).toBeNull()
})

test('single keys can be switched off, Esc and commands cannot', () => {
  expect(readKey(press('/'), null, 0, false).action).toBeNull()
  expect(readKey(press('g'), null, 0, false).leaderMs).toBeNull()
  expect(readKey(press('Escape'), null, 0, false).action).toEqual({ type: 'stop' })
})

test('G then a letter goes to a page, in time', () => {
  const { leaderMs } = readKey(press('g'), null, 1000, true)
  expect(leaderMs).toBe(1000)
  expect(readKey(press('m'), leaderMs, 1400, true)).toEqual({ action: { type: 'go', href: '/mind' }, leaderMs: null })
  expect(readKey(press('s'), leaderMs, 1001 + LEADER_LASTS_MS, true).action).toBeNull()
  expect(readKey(press('x'), leaderMs, 1100, true)).toEqual({ action: null, leaderMs: null })
})

test('other commands stay with the browser', () => {
  expect(read('c', { command: true })).toBeNull()
  expect(read('k', { command: true, alt: true })).toBeNull()
})

test('M mutes and V talks, where nothing is written', () => {
  expect(read('m')).toEqual({ type: 'mute' })
  expect(read('V')).toEqual({ type: 'talk' })
  expect(read('v', { repeat: true })).toBeNull()
  expect(read('m', { typing: true })).toBeNull()
  expect(readKey(press('v'), null, 0, false).action).toBeNull()
})

test('1 to 3 are the modes, other digits nothing', () => {
  expect(read('1')).toEqual({ type: 'mode', mode: 'open' })
  expect(read('2')).toEqual({ type: 'mode', mode: 'push-to-talk' })
  expect(read('3')).toEqual({ type: 'mode', mode: 'muted' })
  expect(['0', '4', '9', ' ', 'Tab'].map((key) => read(key))).toEqual([null, null, null, null, null])
})

test('after G a letter is a page, not what it means alone', () => {
  expect(readKey(press('a'), 100, 200, true).action).toEqual({ type: 'go', href: '/looks' })
  expect(readKey(press('e'), 100, 200, true).action).toEqual({ type: 'go', href: '/ears' })
  expect(readKey(press('m'), 100, 200, true).action).toEqual({ type: 'go', href: '/mind' })
  expect(readKey(press('v'), 100, 200, true).action).toEqual({ type: 'go', href: '/voice' })
})
