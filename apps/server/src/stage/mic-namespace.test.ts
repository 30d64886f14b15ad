// The microphone's socket: what counts as a packet, the switches, the bounds.
import { MIC_CHUNK_SAMPLES, type PcmChunk } from '@psiona/shared'
import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { joinNamespace, outcomeOf, type ServedHouse, serveHouse, untilRead } from '../../../../tests/fakes/served-house'
import { parseMicPacket } from './mic-namespace'

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

test('[R69] a packet is 20 ms of sound with its place; anything else is none', () => {
  const chunk = parseMicPacket(packet(3, -32_768))
  expect([chunk?.sequence, chunk?.atSample, chunk?.samples.length, chunk?.samples[0]]).toEqual([3, 960, 320, -1])
  expect(parseMicPacket(packet(1, 16_384))?.samples[319]).toBeCloseTo(0.5, 4)
  const whole = packet(1)
  for (const wrong of [null, 'pcm', {}, [], whole.subarray(1), Buffer.concat([whole, whole]), Buffer.alloc(0)])
    expect(parseMicPacket(wrong)).toBeNull()
  for (const place of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])
    expect(parseMicPacket(packet(1, 0, place))).toBeNull()
})

test('[R69] chunks come in order, junk and repeats do not', async () => {
  const socket = await plugIn()
  const listening = ears()
  for (const content of [packet(1), 'junk', packet(1), packet(0), Buffer.alloc(3), packet(2), packet(5)])
    socket.emit('pcm', content)
  expect([await hear(listening), await hear(listening), await hear(listening)]).toEqual([1, 2, 5])
})

test('[R69] muted is muted, by switch and by mode; a switch that is none changes nothing', async () => {
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

test('[R69] ears that do not keep up hear one second and then a gap', async () => {
  const socket = await plugIn()
  const listening = ears()
  const first = hear(listening)
  for (let sequence = 0; sequence < 200; sequence++) socket.emit('pcm', packet(sequence))
  await untilRead(socket)
  const heard = [await first]
  for (let at = 1; at < 50; at++) heard.push(await hear(listening))
  expect(heard).toEqual(Array.from({ length: 50 }, (_, at) => at))
})

test('closing the stage ends the microphone', async () => {
  const listening = ears()
  const ended = listening.next()
  await served.stage.close()
  expect(await ended).toEqual({ done: true, value: undefined })
})
