// The microphone's socket: what counts as a packet, the switches, the bounds.
import { MIC_CHUNK_SAMPLES, type MicrophoneState, type PcmChunk } from '@psiona/shared'
import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  eventWhere,
  joinNamespace,
  outcomeOf,
  type ServedHouse,
  serveHouse,
  untilRead,
} from '../../../../tests/fakes/served-house'

let served: ServedHouse
let sockets: Socket[]
beforeEach(async () => {
  served = await serveHouse()
  sockets = []
})
afterEach(async () => {
  for (const socket of sockets) socket.disconnect()
  await served.close()
})

function packet(sequence: number, value = 16_384, atSample = sequence * MIC_CHUNK_SAMPLES): Buffer {
  const bytes = Buffer.alloc(16 + MIC_CHUNK_SAMPLES * 2)
  bytes.writeUInt32LE(sequence, 0)
  bytes.writeDoubleLE(atSample, 8)
  for (let at = 0; at < MIC_CHUNK_SAMPLES; at++) bytes.writeInt16LE(value, 16 + at * 2)
  return bytes
}
async function plugIn(): Promise<Socket> {
  const socket = joinNamespace(served, '/mic', { headers: { Authorization: `Bearer ${served.controlToken}` } })
  sockets.push(socket)
  expect(await outcomeOf(socket)).toBe('joined')
  return socket
}
const ears = () => served.stage.microphone[Symbol.asyncIterator]()
const hear = async (from: AsyncIterator<PcmChunk>): Promise<number> => (await from.next()).value.sequence

test('[R69] chunks come in order, junk and repeats do not', async () => {
  const socket = await plugIn()
  const listening = ears()
  for (const content of [packet(1), 'junk', packet(1), packet(0), Buffer.alloc(3), packet(2), packet(5)])
    socket.emit('pcm', content)
  expect([await hear(listening), await hear(listening), await hear(listening)]).toEqual([1, 2, 5])
})

test('[R71] muted is muted, by switch and by mode; a switch that is none changes nothing', async () => {
  const socket = await plugIn()
  const listening = ears()
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
  expect([await hear(listening), await hear(listening)]).toEqual([3, 6])
})

test('[R69] the newest microphone is heard; when it leaves, the one before', async () => {
  const first = await plugIn()
  const second = await plugIn()
  const listening = ears()
  await opened(first, { ...OPEN, micId: 'panel-0000' })
  await opened(second)
  first.emit('pcm', packet(1))
  second.emit('pcm', packet(10))
  expect(await hear(listening)).toBe(10)
  const gone = new Promise((resolve) => second.once('disconnect', resolve))
  second.disconnect()
  await gone
  // Its leaving and the packet travel on two sockets; sent until heard.
  const heard = hear(listening)
  let sequence = 2
  const again = setInterval(() => first.emit('pcm', packet(sequence++)), 1)
  expect(await heard).toBeGreaterThan(1)
  clearInterval(again)
})

test('[R69] ears that do not keep up hear sixteen seconds and then a gap', async () => {
  const socket = await plugIn()
  const listening = ears()
  const first = hear(listening)
  for (let sequence = 0; sequence < 1000; sequence++) socket.emit('pcm', packet(sequence))
  await untilRead(socket)
  const heard = [await first]
  for (let at = 1; at < 800; at++) heard.push(await hear(listening))
  expect(heard).toEqual(Array.from({ length: 800 }, (_, at) => at))
})

const OPEN = { micId: 'panel-0001', kind: 'panel', label: 'USB microphone' }
const opened = (socket: Socket, open: unknown = OPEN) =>
  new Promise<{ nextSequence: number }>((resolve) => socket.emit('open', open, resolve))

test('[R72] a microphone that says who it is goes on counting after a reconnect, and sends again what was lost', async () => {
  const first = await plugIn()
  const listening = ears()
  expect(await opened(first)).toEqual({ nextSequence: 0 })
  expect(served.house.microphone.state().source).toEqual(OPEN)
  for (const sequence of [0, 1, 2]) first.emit('pcm', packet(sequence))
  expect([await hear(listening), await hear(listening), await hear(listening)]).toEqual([0, 1, 2])
  first.disconnect()
  const second = await plugIn()
  expect(await opened(second)).toEqual({ nextSequence: 3 })
  for (const sequence of [2, 3, 4]) second.emit('pcm', packet(sequence))
  expect([await hear(listening), await hear(listening)]).toEqual([3, 4])
})

test('[R72] an opening that is none opens nothing', async () => {
  const socket = await plugIn()
  for (const wrong of [null, {}, { ...OPEN, micId: 'x' }, { ...OPEN, kind: 'command' }, { ...OPEN, more: 1 }])
    socket.emit('open', wrong)
  await untilRead(socket)
  expect(served.house.microphone.state().source).toBeNull()
})

test('[R71] the switches are the same for all: one turns, everybody is told, and the sound says so', async () => {
  const [first, second] = [await plugIn(), await plugIn()]
  await opened(second)
  const listening = ears()
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
  const socket = await plugIn()
  await opened(socket)
  socket.emit('mode', 'push-to-talk')
  socket.emit('talk', true)
  await untilRead(socket)
  const left = new Promise<void>((resolve) => {
    const stop = served.house.news.subscribe((news) => {
      if (news.type !== 'microphone-changed' || news.microphone.source) return
      stop()
      resolve()
    })
  })
  socket.disconnect()
  await left
  expect(served.house.microphone.state()).toMatchObject({ source: null, held: false })
})

test('[R73] what the page recognises by itself comes from the microphone that is heard, and nothing odd gets through', async () => {
  const [first, second] = [await plugIn(), await plugIn()]
  await opened(first, { ...OPEN, micId: 'panel-0000' })
  await opened(second)
  served.house.calls.length = 0
  first.emit('transcript', { resultId: 1, text: 'from the other', final: true })
  second.emit('page-ears', { state: 'ready', language: 'en-US' })
  for (const odd of [null, 'text', { resultId: -1, text: '', final: true }, { resultId: 1, text: 'x' }])
    second.emit('transcript', odd)
  second.emit('transcript', { resultId: 1, text: 'hello', final: false })
  await untilRead(second)
  await untilRead(first)
  expect(served.house.calls).toEqual([
    { name: 'pageEars', with: { state: 'ready', language: 'en-US' } },
    { name: 'pageTranscript', with: { resultId: 1, text: 'hello', final: false } },
  ])
})

test('closing the stage ends the microphone', async () => {
  const listening = ears()
  const ended = listening.next()
  await served.stage.close()
  expect(await ended).toEqual({ done: true, value: undefined })
})
