// The microphone's socket: what counts as a packet, who is heard, the bounds.
import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pairedPhone } from '../../../../tests/fakes/phone'
import { nextEvent, outcomeOf, untilRead } from '../../../../tests/fakes/served-house'
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

test('[R69] chunks come in order, junk and repeats do not', async () => {
  const socket = await mics.plugIn()
  const listening = mics.ears()
  for (const content of [packet(1), 'junk', packet(1), packet(0), Buffer.alloc(3), packet(2), packet(5)])
    socket.emit('pcm', content)
  expect([await listening.next(), await listening.next(), await listening.next()]).toEqual([1, 2, 5])
})

test('[R69] the newest microphone is heard; when it leaves, the one before', async () => {
  const first = await mics.plugIn()
  const second = await mics.plugIn()
  const listening = mics.ears()
  await opened(first, { ...OPEN, micId: 'panel-0000' })
  await opened(second)
  first.emit('pcm', packet(1))
  second.emit('pcm', packet(10))
  expect(await listening.next()).toBe(10)
  const gone = new Promise((resolve) => second.once('disconnect', resolve))
  second.disconnect()
  await gone
  // Its leaving and the packet travel on two sockets; sent until heard.
  const heard = listening.next()
  let sequence = 2
  const again = setInterval(() => first.emit('pcm', packet(sequence++)), 1)
  expect(await heard).toBeGreaterThan(1)
  clearInterval(again)
})

test('[R69] ears that do not keep up hear sixteen seconds and then a gap', async () => {
  const socket = await mics.plugIn()
  const listening = mics.ears()
  const first = listening.next()
  for (let sequence = 0; sequence < 1000; sequence++) socket.emit('pcm', packet(sequence))
  await untilRead(socket)
  const heard = [await first]
  for (let at = 1; at < 800; at++) heard.push(await listening.next())
  expect(heard).toEqual(Array.from({ length: 800 }, (_, at) => at))
})

test('[R72] a microphone that says who it is goes on counting after a reconnect, and sends again what was lost', async () => {
  const first = await mics.plugIn()
  const listening = mics.ears()
  expect(await opened(first)).toEqual({ nextSequence: 0 })
  expect(mics.state().source).toEqual(OPEN)
  for (const sequence of [0, 1, 2]) first.emit('pcm', packet(sequence))
  expect([await listening.next(), await listening.next(), await listening.next()]).toEqual([0, 1, 2])
  first.disconnect()
  const second = await mics.plugIn()
  expect(await opened(second)).toEqual({ nextSequence: 3 })
  for (const sequence of [2, 3, 4]) second.emit('pcm', packet(sequence))
  expect([await listening.next(), await listening.next()]).toEqual([3, 4])
})

test('[R72] an opening that is none opens nothing', async () => {
  const socket = await mics.plugIn()
  for (const wrong of [null, {}, { ...OPEN, micId: 'x' }, { ...OPEN, kind: 'command' }, { ...OPEN, more: 1 }])
    socket.emit('open', wrong)
  await untilRead(socket)
  expect(mics.state().source).toBeNull()
})

test('[R72] the older connection of a microphone is ended, and what it still brings is nobody’s', async () => {
  const first = await mics.plugIn()
  const listening = mics.ears()
  await opened(first)
  const second = await mics.plugIn()
  const ended = nextEvent(first, 'disconnect')
  const answer = opened(second)
  for (let late = 100; late < 110; late++) first.emit('pcm', packet(late))
  await answer
  expect(await ended).toBe('io server disconnect')
  second.emit('pcm', packet(200))
  let sequence = await listening.next()
  while (sequence < 200) sequence = await listening.next()
  expect(mics.state().source).toEqual(OPEN)
})

test.each([
  { end: 'hung up', heard: PHONE, leave: (socket: Socket) => socket.disconnect() },
  { end: 'broke', heard: { micId: 'program-0001', kind: 'program', label: 'arecord' }, leave: breakOff },
])('[R69] back after its connection $end, $heard.kind is the newest', async ({ heard, leave }) => {
  const [phone, program] = [await mics.plugIn(), await mics.plugIn()]
  await opened(phone, PHONE)
  leave(phone)
  await mics.stateWhere(({ source }) => source === null)
  await opened(program, { micId: 'program-0001', kind: 'program', label: 'arecord' })
  await opened(await mics.plugIn(), PHONE)
  expect(mics.state().source).toEqual(heard)
})

test('[R53] a label is made readable, and a phone is a phone', async () => {
  const page = await mics.plugIn()
  await opened(page, { ...OPEN, label: '\u001b[31m\u202eUSB\u200b mic' })
  expect(mics.state().source?.label).toBe('[31mUSB mic')
  await opened(page, { ...OPEN, label: '\u202e\u200b' })
  expect(mics.state().source?.label).toBe('a microphone')
  const phone = (await pairedPhone(mics.served)).join('/mic')
  expect(await outcomeOf(phone)).toBe('joined')
  phone.emit('pcm', packet(1))
  await untilRead(phone)
  expect(mics.state().source).toMatchObject({ kind: 'phone', label: 'a phone' })
  for (const kind of ['panel', 'program', 'phone']) {
    await opened(phone, { ...PHONE, kind })
    expect(mics.state().source).toEqual(PHONE)
  }
  phone.disconnect()
})

test('closing the stage ends the microphone', async () => {
  const ended = mics.served.stage.microphone[Symbol.asyncIterator]().next()
  await mics.served.stage.close()
  expect(await ended).toEqual({ done: true, value: undefined })
})
