// The state word of the phone, for what a person would want to know first.
import type { MicrophoneState } from '@psiona/shared/mic-wire'
import { expect, test } from 'vitest'
import { MIC_PROBLEMS } from '../mic-problem'
import { FIRST_VIEW, type MicrophoneView } from '../microphone-view'
import { phoneTally } from './phone-tally'

const HOUSE: MicrophoneState = {
  source: { micId: 'phone-01', kind: 'phone', label: 'Pixel' },
  mode: 'open',
  muted: false,
  held: false,
}
const ON: MicrophoneView = { ...FIRST_VIEW, socket: 'live', house: HOUSE, wanted: true, running: true, heard: true }
const told = (change: Partial<MicrophoneView> = {}, house: Partial<MicrophoneState> = {}) => {
  const { word, detail } = phoneTally({ ...ON, house: { ...HOUSE, ...house }, ...change }, 'Tori')
  return `${word} ${detail}`
}

test('listening, in each mode', () => {
  expect(told()).toBe('Listening to whatever this phone hears')
  expect(told({}, { mode: 'push-to-talk' })).toBe('Waiting until you hold the button')
  expect(told({}, { mode: 'push-to-talk', held: true })).toBe('Listening as long as you hold')
  expect(told({}, { mode: 'muted' })).toBe('Chat only Tori reads, and hears no microphone')
})

test('muted beats everything but a lost server', () => {
  expect(told({ wanted: false, running: false }, { muted: true, mode: 'push-to-talk' })).toBe('Muted Tori hears no microphone')
  expect(told({ socket: 'connecting' }, { muted: true })).toBe('Looking for Psiona on your computer')
  expect(told({ house: null })).toBe('Looking for Psiona on your computer')
})

test('off, on its way, in trouble', () => {
  const off = { wanted: false, running: false, heard: false }
  expect(told(off, { source: null })).toBe('Off Tori hears nothing')
  expect(told(off, { source: { micId: 'panel-01', kind: 'panel', label: 'Blue Yeti' } })).toBe('Off Tori listens to Blue Yeti')
  expect(told({ running: false, heard: false }, { source: null })).toBe('Starting the microphone')
  expect(told({ running: false, heard: false, problem: MIC_PROBLEMS.broken }, { source: null })).toBe('No sound from this phone')
})

test('on, while another microphone is heard', () => {
  expect(told({ heard: false }, { source: { micId: 'panel-01', kind: 'panel', label: 'Blue Yeti' } })).toBe(
    'Not used Tori listens to Blue Yeti',
  )
  expect(told({ heard: false }, { source: null })).toBe('Starting the microphone')
})
