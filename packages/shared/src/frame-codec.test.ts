// Blocks to bytes and back.
import { describe, expect, it } from 'vitest'
import { FORECAST_CHANNELS, FORECAST_KNOTS, FORECAST_LENGTH, MASK_BYTES, MOST_FORECAST_BYTES } from './face-forecast'
import { FACE_CHANNELS, FACE_INDEX, restFace } from './face-frame'
import { CODEC_VERSION, decodeBlock, encodeBlock, type WireBlock } from './frame-codec'
import { BLOCK_SAMPLES } from './units'

const wave = Float32Array.from({ length: BLOCK_SAMPLES }, (_, at) => Math.sin(at / 7) * 0.9)
const block = (more: Partial<WireBlock> = {}): WireBlock => ({
  blockId: 7,
  epoch: 3,
  atSample: 2800,
  pcm: wave,
  face: restFace(),
  forecast: null,
  ...more,
})
const HEADER_BYTES = 24

describe('frame codec', () => {
  it('[R10] brings a block back: numbers and face exactly, sound to 16 bits', () => {
    const back = decodeBlock(encodeBlock(block()))
    expect([back.blockId, back.epoch, back.atSample]).toEqual([7, 3, 2800])
    expect(back.face).toEqual(restFace())
    for (let at = 0; at < BLOCK_SAMPLES; at++)
      expect(Math.abs((back.pcm?.[at] ?? 9) - (wave[at] ?? 0))).toBeLessThanOrEqual(0.5 / 32_767 + 1e-9)
  })

  it('[R10] brings back the largest numbers a long life reaches', () => {
    const far = { blockId: 2 ** 32 - 1, epoch: 2 ** 32 - 1, atSample: 2 ** 53 - 1 }
    expect(decodeBlock(encodeBlock(block(far)))).toMatchObject(far)
  })

  it('[R10] sends no sound for digital silence', () => {
    const bytes = encodeBlock(block({ pcm: null }))
    expect(bytes.byteLength).toBe(HEADER_BYTES + restFace().byteLength)
    expect(decodeBlock(bytes).pcm).toBeNull()
  })

  it('[R10] clips what is louder than full scale, and is the same after a second trip', () => {
    const loud = decodeBlock(encodeBlock(block({ pcm: Float32Array.from(wave, (value) => value * 4) })))
    expect(Math.max(...(loud.pcm ?? []))).toBe(1)
    expect(Math.min(...(loud.pcm ?? []))).toBe(-1)
    expect(decodeBlock(encodeBlock(loud))).toEqual(loud)
  })

  it('[R10] lays the bytes out as documented, little-endian', () => {
    const view = new DataView(encodeBlock(block({ pcm: new Float32Array(BLOCK_SAMPLES).fill(1) })))
    expect([view.getUint8(0), view.getUint8(1), view.getUint16(2, true)]).toEqual([CODEC_VERSION, 1, restFace().length])
    expect([view.getUint32(4, true), view.getUint32(8, true), view.getFloat64(16, true)]).toEqual([7, 3, 2800])
    expect(view.getInt16(HEADER_BYTES, true)).toBe(32_767)
    expect(view.getFloat32(HEADER_BYTES + BLOCK_SAMPLES * 2, true)).toBe(restFace()[0])
  })

  it('[R11] refuses bytes that are no block of this version', () => {
    const good = encodeBlock(block())
    const changed = (at: number, value: number) => {
      const bytes = good.slice(0)
      new DataView(bytes).setUint8(at, value)
      return bytes
    }
    const wrong = [
      new ArrayBuffer(0),
      good.slice(0, HEADER_BYTES - 1),
      good.slice(0, -1),
      good.slice(0, -4),
      changed(0, 1),
      changed(0, 3),
      changed(1, 0),
      changed(1, 5),
      changed(2, 1),
    ]
    for (const bytes of wrong) expect(() => decodeBlock(bytes)).toThrow(RangeError)
  })
})

/** A repeatable stream of numbers below 2^32. */
function numbers(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  }
}
/** What moves by nothing, a little or all of its range. */
function wildForecast(seed: number): Float32Array {
  const next = numbers(seed)
  const forecast = new Float32Array(FORECAST_LENGTH)
  for (const [k, channel] of FORECAST_CHANNELS.entries()) {
    const { min, max, rest } = FACE_CHANNELS[channel]!
    const reach = 2 ** -(next() % 16)
    for (let knot = 0; knot < FORECAST_KNOTS; knot++) {
      const share = next() / 2 ** 32 - 0.5
      forecast[k * FORECAST_KNOTS + knot] = Math.max(min, Math.min(max, rest + reach * share * (max - min)))
    }
  }
  return forecast
}
const place = (name: keyof typeof FACE_INDEX) => FORECAST_CHANNELS.indexOf(FACE_INDEX[name]) * FORECAST_KNOTS

describe('forecast on the wire', () => {
  it('[R10] brings every channel back within a hundredth of the way it goes, or a 4096th of its range', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const forecast = wildForecast(seed)
      const back = decodeBlock(encodeBlock(block({ forecast }))).forecast!
      for (const [k, channel] of FORECAST_CHANNELS.entries()) {
        const { min, max, rest } = FACE_CHANNELS[channel]!
        const knots = [...forecast.subarray(k * FORECAST_KNOTS, (k + 1) * FORECAST_KNOTS)]
        const way = Math.max(...knots.map((value) => Math.abs(value - rest)))
        for (const [knot, value] of knots.entries())
          expect(Math.abs(back[k * FORECAST_KNOTS + knot]! - value)).toBeLessThanOrEqual(
            Math.max(way / 100, (max - min) / 4096) + 1e-6,
          )
      }
    }
  })

  it('[R10] takes four bytes when nothing moves and seven more for each channel that does', () => {
    const still = new Float32Array(FORECAST_LENGTH)
    for (const [k, channel] of FORECAST_CHANNELS.entries())
      still.fill(FACE_CHANNELS[channel]!.rest, k * FORECAST_KNOTS, (k + 1) * FORECAST_KNOTS)
    const without = encodeBlock(block()).byteLength
    expect(encodeBlock(block({ forecast: still })).byteLength).toBe(without + MASK_BYTES)
    still[place('angleX') + 2] = 3
    still[place('tear')] = 1
    expect(encodeBlock(block({ forecast: still })).byteLength).toBe(without + MASK_BYTES + 14)
    expect(encodeBlock(block({ forecast: wildForecast(3) })).byteLength).toBeLessThanOrEqual(without + MOST_FORECAST_BYTES)
    expect(MOST_FORECAST_BYTES).toBeLessThan(220)
  })

  it('[R11] refuses a forecast whose length, channels or scale are not its own', () => {
    const good = encodeBlock(block({ forecast: wildForecast(1) }))
    const at = encodeBlock(block()).byteLength
    const longer = new Uint8Array(good.byteLength + 1)
    longer.set(new Uint8Array(good))
    const changed = (offset: number, value: number) => {
      const bytes = good.slice(0)
      new DataView(bytes).setUint8(offset, value)
      return bytes
    }
    const wrong = [longer.buffer, changed(at + 3, 0xff), changed(at + MASK_BYTES, 99), changed(2, 34), changed(1, 1)]
    for (let length = at; length < good.byteLength; length++) wrong.push(good.slice(0, length))
    for (const bytes of wrong) expect(() => decodeBlock(bytes)).toThrow(RangeError)
  })

  it('[R11] gives a whole block or a RangeError for any bytes', () => {
    const next = numbers(7)
    for (let round = 0; round < 3000; round++) {
      const bytes = encodeBlock(block({ pcm: round % 2 ? wave : null, forecast: round % 3 ? wildForecast(round) : null }))
      const view = new Uint8Array(bytes)
      for (let changes = next() % 4; changes >= 0; changes--) view[next() % (round % 5 ? view.length : 28)] = next() >>> 24
      const cut = round % 7 ? bytes : bytes.slice(0, next() % bytes.byteLength)
      try {
        const { face, forecast, pcm } = decodeBlock(cut)
        expect(forecast?.length ?? FORECAST_LENGTH).toBe(FORECAST_LENGTH)
        expect(pcm?.length ?? BLOCK_SAMPLES).toBe(BLOCK_SAMPLES)
        expect(face.length * 4).toBeLessThanOrEqual(cut.byteLength)
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
      }
    }
  })
})
