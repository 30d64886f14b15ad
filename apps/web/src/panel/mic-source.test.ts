import type { MicrophoneState } from '@psiona/shared'
import { expect, test } from 'vitest'
import { micUse, micWords } from './mic-source'

const house = (more: Partial<MicrophoneState> = {}): MicrophoneState => ({
  source: { micId: 'abcdefgh', kind: 'panel', label: 'NT-USB' },
  mode: 'open',
  muted: false,
  held: false,
  ...more,
})

test('what is said reaches her with an open microphone, or while the key is down', () => {
  expect(micUse(house())).toBe('heard')
  expect(micUse(house({ mode: 'push-to-talk' }))).toBe('hold')
  expect(micUse(house({ mode: 'push-to-talk', held: true }))).toBe('heard')
})

test('mute goes before the mode, and no microphone before all', () => {
  expect(micUse(house({ muted: true, mode: 'muted' }))).toBe('muted')
  expect(micUse(house({ mode: 'muted' }))).toBe('chat-only')
  expect(micUse(house({ source: null, muted: true }))).toBe('none')
})

test('the meter is labelled by its source', () => {
  expect(micWords(house(), 'Hold V')).toBe('You, microphone')
  expect(micWords(house({ source: { micId: 'abcdefgh', kind: 'phone', label: 'Pixel 8' } }), 'Hold V')).toBe('Pixel 8')
  expect(micWords(house({ mode: 'push-to-talk' }), 'Hold V')).toBe('Hold V')
  expect(micWords(house({ source: null }), 'Hold V')).toBe('No microphone')
})
