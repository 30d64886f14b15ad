// Wav files as programs really write them: every sample format, any rate, sizes that lie. And what is none.
import { SAMPLE_RATE } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { encodeWav } from './wav'
import { openWav, readWav } from './wav-read'

const SOUND = [0, 0.5, -0.5, 0.25, -1, 0.75]

interface Parts {
  readonly code?: number
  readonly channels?: number
  readonly rateHz?: number
  readonly bits?: number
  readonly data: Uint8Array
  readonly dataSize?: number
  readonly riffSize?: number
  readonly before?: readonly [string, number][]
  readonly extension?: readonly number[]
}

const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const little = (value: number, bytes: number) => Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256)
const chunk = (name: string, content: readonly number[], size = content.length) => [
  ...letters(name),
  ...little(size, 4),
  ...content,
  ...(content.length % 2 ? [0] : []),
]

function wav({ code = 1, channels = 1, rateHz = 16_000, bits = 16, data, ...more }: Parts): Uint8Array {
  const frameBytes = channels * Math.ceil(bits / 8)
  const format = [
    ...little(code, 2),
    ...little(channels, 2),
    ...little(rateHz, 4),
    ...little(rateHz * frameBytes, 4),
    ...little(frameBytes, 2),
    ...little(bits, 2),
    ...(more.extension ?? []),
  ]
  const body = [
    ...letters('WAVE'),
    ...(more.before ?? []).flatMap(([name, length]) => chunk(name, new Array<number>(length).fill(7))),
    ...chunk('fmt ', format),
    ...chunk('data', [...data], more.dataSize),
  ]
  return Uint8Array.from([...letters('RIFF'), ...little(more.riffSize ?? body.length, 4), ...body])
}

/** Each value in `size` bytes. */
function stored(values: readonly number[], size: number, write: (view: DataView, at: number, value: number) => void): Uint8Array {
  const bytes = new Uint8Array(values.length * size)
  const view = new DataView(bytes.buffer)
  for (const [i, value] of values.entries()) write(view, i * size, value)
  return bytes
}
const sixteen = (values: readonly number[]) =>
  stored(values, 2, (view, at, x) => view.setInt16(at, Math.max(-32_768, Math.min(32_767, x * 32_768)), true))
const floats = (values: readonly number[]) => stored(values, 4, (view, at, x) => view.setFloat32(at, x, true))
const read = (bytes: Uint8Array) => {
  const sound = openWav(bytes)
  const out = new Float32Array(sound.frames)
  sound.read(0, out)
  return [...out]
}
const near = (bytes: Uint8Array, values: readonly number[], digits: number) => {
  const heard = read(bytes)
  expect(heard.length).toBe(values.length)
  for (const [i, x] of heard.entries()) expect(x).toBeCloseTo(values[i]!, digits)
}

describe('sample formats', () => {
  it.each([8, 16, 24, 32])('PCM of %d bits', (bits) => {
    const size = bits / 8
    const data = stored(SOUND, size, (view, at, x) => {
      const value = Math.round(x * (2 ** (bits - 1) - 1)) + (bits === 8 ? 128 : 0)
      for (let b = 0; b < size; b++) view.setUint8(at + b, Math.floor(value / 256 ** b) & 255)
    })
    near(wav({ bits, data }), SOUND, bits === 8 ? 1 : 4)
  })

  it('float of 32 and 64 bits; what is no number is silence, what is too loud is clipped', () => {
    const values = [...SOUND.slice(1), Number.NaN, Number.POSITIVE_INFINITY, -7e30]
    const heard = [...SOUND.slice(1), 0, 0, -1]
    near(wav({ code: 3, bits: 32, data: floats(values) }), heard, 6)
    near(wav({ code: 3, bits: 64, data: stored(values, 8, (view, at, x) => view.setFloat64(at, x, true)) }), heard, 6)
  })

  it('WAVE_FORMAT_EXTENSIBLE, with 24 bits that count in 32', () => {
    const subformat = (code: number) => [
      ...little(22, 2),
      ...little(24, 2),
      ...little(3, 4),
      ...little(code, 2),
      ...new Array<number>(14).fill(0),
    ]
    const data = stored([0.5, -0.25], 4, (view, at, x) => view.setInt32(at, x * 2 ** 31, true))
    near(wav({ code: 0xfffe, bits: 32, data, extension: subformat(1) }), [0.5, -0.25], 6)
    near(wav({ code: 0xfffe, bits: 32, data: floats([0.5, -0.25]), extension: subformat(3) }), [0.5, -0.25], 6)
  })

  it('mixes channels down', () => {
    near(wav({ channels: 2, data: sixteen([0.5, 0.25, -0.5, 0.5]) }), [0.375, 0], 4)
    near(wav({ channels: 6, data: sixteen([0.6, 0, 0, 0, 0, 0]) }), [0.1], 4)
  })
})

describe('sizes that lie', () => {
  const data = sixteen(SOUND)
  it.each([
    ['larger than the file', { dataSize: 4_000_000_000 }],
    ['of a pipe', { dataSize: 0xffffffff, riffSize: 0xffffffff }],
    ['never filled in', { dataSize: 0, riffSize: 0 }],
  ])('%s: the rest of the file is the sound', (_, lie) => near(wav({ data, ...lie }), SOUND, 4))

  it('an empty sound is one, and half a frame is none', () => {
    near(wav({ data: new Uint8Array(0) }), [], 4)
    near(wav({ channels: 2, data: sixteen([0.5, 0.5, 0.25]) }), [0.5], 4)
  })

  it('chunks before the sound are passed over, odd ones with their padding', () => {
    near(
      wav({
        data,
        before: [
          ['LIST', 5],
          ['bext', 602],
        ],
      }),
      SOUND,
      4,
    )
  })

  it('a file that is cut off says so or gives what it has, wherever it is cut', () => {
    const whole = wav({ data, before: [['LIST', 10]] })
    for (let length = 0; length <= whole.length; length++) {
      try {
        expect(read(whole.subarray(0, length)).length).toBeLessThanOrEqual(SOUND.length)
      } catch (error) {
        expect(error).toMatchObject({ category: 'input', code: expect.stringMatching(/^(not-a-wav|wav-broken)$/) })
      }
    }
  })

  it('reads a view into a larger buffer', () => {
    const bytes = wav({ data })
    const larger = new Uint8Array(bytes.length + 10)
    larger.set(bytes, 7)
    near(larger.subarray(7, 7 + bytes.length), SOUND, 4)
  })
})

describe('what cannot be read', () => {
  it.each([
    ['not-a-wav', Uint8Array.from(letters('ID3 and some more of an mp3'))],
    ['not-a-wav', Uint8Array.from([...letters('RIFF'), ...little(4, 4), ...letters('AVI ')])],
    ['wav-broken', Uint8Array.from([...letters('RIFF'), ...little(4, 4), ...letters('WAVE')])],
    ['wav-unsupported', wav({ code: 0x55, data: sixteen(SOUND) })],
    ['wav-unsupported', wav({ channels: 0, data: sixteen(SOUND) })],
    ['wav-unsupported', wav({ rateHz: 0, data: sixteen(SOUND) })],
    ['wav-unsupported', wav({ code: 3, bits: 16, data: sixteen(SOUND) })],
  ])('%s', (code, bytes) => {
    expect(() => openWav(bytes)).toThrow(expect.objectContaining({ code, category: 'input' }))
  })

  it('more than an hour', () => {
    const hour = new Uint8Array(44 + 2 * 4000 * 3600 + 2)
    hour.set(wav({ rateHz: 4000, data: new Uint8Array(0), dataSize: 0xffffffff }))
    expect(() => openWav(hour)).toThrow(expect.objectContaining({ code: 'wav-too-long' }))
    expect(openWav(hour.subarray(0, -2)).frames).toBe(4000 * 3600)
  })
})

describe('readWav', () => {
  it('gives back what encodeWav wrote, at its own rate', () => {
    const sound = Float32Array.from({ length: 500 }, (_, n) => 0.5 * Math.sin(n / 9))
    const back = readWav(encodeWav(sound, SAMPLE_RATE), SAMPLE_RATE)
    for (const [n, x] of back.entries()) expect(x).toBeCloseTo(sound[n]!, 4)
  })

  it.each([8000, 11_025, 22_050, 44_100, 48_000])('brings %d Hz to 16 000: as long, and the same tone', (rateHz) => {
    const tone = Float32Array.from({ length: 2.5 * rateHz }, (_, n) => 0.5 * Math.sin((2 * Math.PI * 700 * n) / rateHz))
    const heard = readWav(encodeWav(tone, rateHz), 16_000)
    expect(heard.length).toBe(40_000)
    for (let n = 2000; n < 38_000; n += 7) expect(heard[n]).toBeCloseTo(0.5 * Math.sin((2 * Math.PI * 700 * n) / 16_000), 3)
  })
})
