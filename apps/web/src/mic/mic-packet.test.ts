// Packets byte for byte: what the server reads is what was cut.
import { MIC_CHUNK_SAMPLES } from '@psiona/shared/pcm'
import { expect, test } from 'vitest'
import { PacketCutter, placePacket } from './mic-packet'

const cut = (pieces: readonly Float32Array[]): ArrayBuffer[] => {
  const cutter = new PacketCutter()
  const packets: ArrayBuffer[] = []
  for (const piece of pieces) cutter.push(piece, piece.length, (bytes) => packets.push(bytes))
  return packets
}

test('pieces of any length become packets of 320 samples, none lost', () => {
  const ramp = Float32Array.from({ length: 1000 }, (_, at) => at / 1000)
  const packets = cut([ramp.subarray(0, 1), ramp.subarray(1, 330), ramp.subarray(330, 971), ramp.subarray(971)])
  expect(packets.map((bytes) => bytes.byteLength)).toEqual([656, 656, 656])
  const read = packets.flatMap((bytes) =>
    Array.from({ length: MIC_CHUNK_SAMPLES }, (_, at) => new DataView(bytes).getInt16(16 + 2 * at, true)),
  )
  expect(read).toEqual(Array.from({ length: 960 }, (_, at) => Math.round((at / 1000) * 32_767)))
})

test('louder than full scale is full scale', () => {
  const [bytes] = cut([Float32Array.from({ length: 320 }, (_, at) => (at % 2 ? 1.7 : -1.7))])
  const view = new DataView(bytes!)
  expect([view.getInt16(16, true), view.getInt16(18, true)]).toEqual([-32_767, 32_767])
})

test('[R69] its place stands before its samples: u32 number, u32 spare, f64 position, little-endian', () => {
  const [bytes] = cut([new Float32Array(320).fill(0.5)])
  placePacket(bytes!, 0x01020304, 5_000_000_320)
  const view = new DataView(bytes!)
  expect([...new Uint8Array(bytes!, 0, 8)]).toEqual([4, 3, 2, 1, 0, 0, 0, 0])
  expect(view.getFloat64(8, true)).toBe(5_000_000_320)
  expect(view.getInt16(16, true)).toBe(16_384)
})
