import { MIC_CHUNK_SAMPLES } from '@psiona/shared'
import { expect, test } from 'vitest'
import { parseMicPacket } from './mic-packet'

function packet(sequence: number, value = 16_384, atSample = sequence * MIC_CHUNK_SAMPLES): Buffer {
  const bytes = Buffer.alloc(16 + MIC_CHUNK_SAMPLES * 2)
  bytes.writeUInt32LE(sequence, 0)
  bytes.writeDoubleLE(atSample, 8)
  for (let at = 0; at < MIC_CHUNK_SAMPLES; at++) bytes.writeInt16LE(value, 16 + at * 2)
  return bytes
}

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
