// Microphones to choose from, as Chrome and Firefox list them.
import { expect, test } from 'vitest'
import { deviceToUse, micDevices } from './device-list'

const input = (deviceId: string, label: string) => ({ kind: 'audioinput', deviceId, label })

test('the default is one entry and says what it stands for', () => {
  const devices = micDevices([
    input('default', 'Default - Blue Yeti (046d:0ab7)'),
    input('communications', 'Communications - Headset'),
    input('a1', 'Blue Yeti (046d:0ab7)'),
    input('b2', 'Headset'),
    { kind: 'audiooutput', deviceId: 'c3', label: 'Speakers' },
  ])
  expect(devices).toEqual([
    { deviceId: '', label: 'System default (Blue Yeti (046d:0ab7))' },
    { deviceId: 'a1', label: 'Blue Yeti (046d:0ab7)' },
    { deviceId: 'b2', label: 'Headset' },
  ])
})

test('a browser without such an entry has a default all the same', () => {
  expect(micDevices([input('a1', 'Blue Yeti')])[0]).toEqual({ deviceId: '', label: 'System default' })
})

test('before permission there are no names and nothing to choose', () => {
  expect(micDevices([input('', ''), input('', '')])).toEqual([])
})

test('the chosen one is used while it is there', () => {
  const devices = micDevices([input('a1', 'Blue Yeti')])
  expect([deviceToUse('a1', devices), deviceToUse('b2', devices), deviceToUse('', devices), deviceToUse('b2', [])]).toEqual([
    'a1',
    '',
    '',
    'b2',
  ])
})
