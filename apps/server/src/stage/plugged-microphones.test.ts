import { expect, test } from 'vitest'
import { createPluggedMicrophones } from './plugged-microphones'

const open = (micId: string) => ({ micId, kind: 'panel' as const, label: micId })

test('[R69] the newest is heard, then the one before; another device of the same page is no newer', () => {
  const plugged = createPluggedMicrophones()
  plugged.plugIn('a', open('panel'))
  plugged.plugIn('b', open('phone'))
  plugged.plugIn('a', { ...open('panel'), label: 'Headset' })
  expect(plugged.heard()?.micId).toBe('phone')
  plugged.plugOut('b', true)
  expect(plugged.heard()?.label).toBe('Headset')
  plugged.plugOut('a', false)
  expect(plugged.heard()).toBeNull()
})

test('[R69] one that comes back is as new as it was, one that had left is new', () => {
  const plugged = createPluggedMicrophones()
  plugged.plugIn('a', open('panel'))
  plugged.plugOut('a', false)
  plugged.plugIn('b', open('phone'))
  plugged.plugIn('c', open('panel'))
  expect(plugged.heard()?.micId).toBe('phone')
  plugged.plugOut('c', true)
  plugged.plugIn('d', open('panel'))
  expect(plugged.heard()?.micId).toBe('panel')
})

test('[R72] a new connection supersedes the older one of the same microphone, and counts on', () => {
  const plugged = createPluggedMicrophones()
  const { microphone, superseded } = plugged.plugIn('a', open('panel'))
  microphone.lastSequence = 7
  expect(superseded).toBeNull()
  expect(plugged.plugIn('b', open('panel'))).toMatchObject({ superseded: 'a', microphone: { lastSequence: 7 } })
  expect(plugged.of('a')).toBeNull()
  plugged.plugOut('a', true)
  expect(plugged.heard()?.micId).toBe('panel')
})

test('a connection that brings another microphone has switched off the one it had', () => {
  const plugged = createPluggedMicrophones()
  plugged.plugIn('a', open('panel'))
  plugged.plugIn('a', open('other'))
  expect(plugged.of('a')?.micId).toBe('other')
  plugged.plugOut('a', false)
  expect(plugged.heard()).toBeNull()
})

test('of those that are away the last 32 are known; who is plugged in always is', () => {
  const plugged = createPluggedMicrophones()
  plugged.plugIn('here', open('panel')).microphone.lastSequence = 7
  for (let n = 0; n < 40; n++) {
    plugged.plugIn(`socket-${n}`, open(`mic-${n}`)).microphone.lastSequence = n
    plugged.plugOut(`socket-${n}`, false)
  }
  expect(plugged.plugIn('again', open('mic-39')).microphone.lastSequence).toBe(39)
  expect(plugged.plugIn('again', open('mic-0')).microphone.lastSequence).toBe(-1)
  expect(plugged.of('here')?.lastSequence).toBe(7)
})
