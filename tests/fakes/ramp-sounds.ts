// A sound of which every sample is another, as wav files of many kinds. In: the kind. Out: the bytes, as programs write them.
import { expect } from 'vitest'

/** A ramp: each sample is another. */
export const RAMP = Float32Array.from({ length: 600 }, (_, i) => (i - 300) / 400)
/** Without a head: 16 bit, one channel. */
export const bare = (): Buffer => wav({}).subarray(-2 * RAMP.length)
/** A wav file as others write it. */
export function wav(options: {
  rate?: number
  channels?: number
  bits?: number
  float?: boolean
  length?: number
  extensible?: boolean
}) {
  const { rate = 24_000, channels = 1, bits = 16, float = false, length, extensible = false } = options
  const frame = (channels * bits) / 8
  const data = Buffer.alloc(RAMP.length * frame)
  RAMP.forEach((value, i) => {
    for (let channel = 0; channel < channels; channel++) {
      const at = i * frame + (channel * bits) / 8
      if (float) data.writeFloatLE(value, at)
      else if (bits === 8) data.writeUInt8(Math.round(value * 127) + 128, at)
      else data.writeIntLE(Math.round(value * (2 ** (bits - 1) - 1)), at, bits / 8)
    }
  })
  const format = Buffer.alloc(extensible ? 40 : 16)
  format.writeUInt16LE(extensible ? 0xfffe : float ? 3 : 1, 0)
  format.writeUInt16LE(channels, 2)
  format.writeUInt32LE(rate, 4)
  format.writeUInt32LE(rate * frame, 8)
  format.writeUInt16LE(frame, 12)
  format.writeUInt16LE(bits, 14)
  if (extensible) format.writeUInt16LE(float ? 3 : 1, 24)
  const chunk = (name: string, content: Buffer, size = content.length) => {
    const head = Buffer.alloc(8)
    head.write(name, 0, 'latin1')
    head.writeUInt32LE(size >>> 0, 4)
    return Buffer.concat([head, content])
  }
  const comment = chunk('LIST', Buffer.from('INFOISFT\0\0\0\0'))
  const body = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), comment, chunk('data', data, length ?? data.length)])
  return chunk('RIFF', body, length ?? body.length)
}

export const expectRamp = (pcm: Float32Array, within: number) => {
  expect(pcm.length).toBe(RAMP.length)
  expect(RAMP.every((value, i) => Math.abs((pcm[i] ?? 9) - value) <= within)).toBe(true)
}
