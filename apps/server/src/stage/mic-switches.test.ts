// What goes over the microphone's socket besides sound: the switches, and what a page recognises.
import type { MicrophoneState, PcmChunk } from '@psiona/shared'
import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventWhere, untilRead } from '../../../../tests/fakes/served-house'
import {
  breakOff,
  OPEN,
  opened,
  PHONE,
  packet,
  type ServedMicrophones,
  serveMicrophones,
} from '../../../../tests/fakes/served-microphones'

let mics: ServedMicrophones
beforeEach(async () => {
  mics = await serveMicrophones()
})
afterEach(async () => {
  await mics.close()
})

const pressed = async (socket: Socket) => {
  socket.emit('mode', 'push-to-talk')
  socket.emit('talk', true)
  await untilRead(socket)
  expect(mics.state().held).toBe(true)
}

test('[R71] muted is muted, by switch and by mode; a switch that is none changes nothing', async () => {
  const socket = await mics.plugIn()
  const listening = mics.ears()
  const send = (sequence: number) => socket.emit('pcm', packet(sequence))
  socket.emit('mute', true)
  send(1)
  socket.emit('mute', 'no')
  send(2)
  socket.emit('mute', false)
  send(3)
  socket.emit('mode', 'muted')
  send(4)
  socket.emit('mode', 'loud')
  send(5)
  socket.emit('mode', 'push-to-talk')
  send(6)
  expect([await listening.next(), await listening.next()]).toEqual([3, 6])
})

test('[R71] the switches are the same for all: one turns, everybody is told, and the sound says so', async () => {
  const [first, second] = [await mics.plugIn(), await mics.plugIn()]
  await opened(second)
  const listening = mics.served.stage.microphone[Symbol.asyncIterator]()
  const told = eventWhere<MicrophoneState>(first, 'state', ({ mode }) => mode === 'push-to-talk')
  second.emit('mode', 'push-to-talk')
  expect(await told).toMatchObject({ source: OPEN, muted: false, held: false })
  const held = eventWhere<MicrophoneState>(first, 'state', (state) => state.held)
  second.emit('pcm', packet(1))
  second.emit('talk', true)
  second.emit('pcm', packet(2))
  await held
  const chunks = [(await listening.next()).value, (await listening.next()).value]
  expect(chunks.map(({ gate, micId }: PcmChunk) => [gate, micId])).toEqual([
    ['shut', 'panel-0001'],
    ['held', 'panel-0001'],
  ])
})

test('[R71] when the last microphone leaves, nobody is heard and no key is held', async () => {
  const socket = await mics.plugIn()
  await opened(socket)
  socket.emit('mode', 'push-to-talk')
  socket.emit('talk', true)
  await untilRead(socket)
  socket.disconnect()
  await mics.stateWhere(({ source }) => source === null)
  expect(mics.state().held).toBe(false)
})

test('[R71] a key whose connection ends is let go, also that of a panel without a microphone', async () => {
  const [phone, panel] = [await mics.plugIn(), await mics.plugIn()]
  await opened(phone, PHONE)
  await pressed(panel)
  const released = mics.stateWhere(({ held }) => !held)
  breakOff(panel)
  await released
  expect(mics.state().source).toEqual(PHONE)
})

test('[R71] a key that somebody else pressed since is not let go by the end of a connection that once pressed it', async () => {
  const [phone, panel, other] = [await mics.plugIn(), await mics.plugIn(), await mics.plugIn()]
  await opened(phone, PHONE)
  await pressed(panel)
  panel.emit('talk', false)
  await untilRead(panel)
  mics.served.house.microphone.set({ held: true })
  panel.disconnect()
  await untilRead(phone)
  expect(mics.state().held).toBe(true)
  await pressed(other)
  other.disconnect()
  await mics.stateWhere(({ held }) => !held)
})

test('[R71] a newer microphone starts with the key up', async () => {
  const [panel, phone] = [await mics.plugIn(), await mics.plugIn()]
  await opened(panel)
  await pressed(panel)
  await opened(phone, PHONE)
  expect(mics.state()).toMatchObject({ source: PHONE, held: false })
})

test('[R71] the mute button holds when it is said before the microphone is opened again', async () => {
  const first = await mics.plugIn()
  await opened(first)
  breakOff(first)
  await mics.stateWhere(({ source }) => source === null)
  const second = await mics.plugIn()
  const listening = mics.ears()
  second.emit('mute', true)
  await opened(second)
  second.emit('pcm', packet(1))
  second.emit('mute', false)
  second.emit('pcm', packet(2))
  expect(await listening.next()).toBe(2)
})

test('a change that fails costs neither the connection nor the process, and is told', async () => {
  const socket = await mics.plugIn()
  const stop = mics.served.house.news.subscribe(() => {
    throw new Error('the disk is full')
  })
  expect(await opened(socket)).toEqual({ nextSequence: 0 })
  for (const [name, content] of [
    ['mute', true],
    ['mode', 'push-to-talk'],
    ['mute', false],
    ['talk', true],
  ])
    socket.emit(String(name), content)
  await untilRead(socket)
  expect(mics.served.logLines.filter((line) => line.includes('did not go through whole'))).toHaveLength(5)
  stop()
  breakOff(socket)
  await mics.stateWhere(({ held, source }) => !held && source === null)
})

test('[R73] what a page can is remembered while another microphone is heard', async () => {
  const [panel, phone] = [await mics.plugIn(), await mics.plugIn()]
  const told = () => mics.served.house.calls.filter(({ name }) => name === 'pageEars').map(({ with: can }) => can)
  const ready = { state: 'ready', language: 'en-US' }
  await opened(panel)
  panel.emit('page-ears', ready)
  await untilRead(panel)
  await opened(phone, PHONE)
  expect(told()).toEqual([null, ready, null])
  const better = { state: 'ready', language: 'de-DE' }
  panel.emit('page-ears', better)
  await untilRead(panel)
  expect(told()).toHaveLength(3)
  phone.disconnect()
  await mics.stateWhere(({ source }) => source?.micId === OPEN.micId)
  await untilRead(panel)
  expect(told()).toEqual([null, ready, null, better])
})

test('[R73] what the page recognises by itself comes from the microphone that is heard, and nothing odd gets through', async () => {
  const [first, second] = [await mics.plugIn(), await mics.plugIn()]
  await opened(first, { ...OPEN, micId: 'panel-0000' })
  await opened(second)
  mics.served.house.calls.length = 0
  first.emit('transcript', { resultId: 1, text: 'from the other', final: true })
  second.emit('page-ears', { state: 'ready', language: 'en-US' })
  for (const odd of [null, 'text', { resultId: -1, text: '', final: true }, { resultId: 1, text: 'x' }])
    second.emit('transcript', odd)
  second.emit('transcript', { resultId: 1, text: 'hello', final: false })
  await untilRead(second)
  await untilRead(first)
  expect(mics.served.house.calls).toEqual([
    { name: 'pageEars', with: { state: 'ready', language: 'en-US' } },
    { name: 'pageTranscript', with: { resultId: 1, text: 'hello', final: false } },
  ])
})
