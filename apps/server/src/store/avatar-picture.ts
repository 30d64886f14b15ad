// The first bytes of a picture come in; out go its kind and its size in pixels, or null when it is none. Nothing is decoded.
export interface PictureSize {
  readonly kind: 'png' | 'webp' | 'jpeg'
  readonly width: number
  readonly height: number
}

/** A JPEG may carry previews and colour profiles of 64 kB each before it says its size. */
export const PICTURE_HEAD_BYTES = 512 * 1024

const ascii = (bytes: Buffer, from: number, text: string): boolean => bytes.toString('latin1', from, from + text.length) === text

function png(bytes: Buffer): PictureSize | null {
  if (bytes.length < 24 || bytes.readUInt32BE(0) !== 0x89504e47 || !ascii(bytes, 12, 'IHDR')) return null
  return { kind: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

function webp(bytes: Buffer): PictureSize | null {
  if (bytes.length < 30 || !ascii(bytes, 0, 'RIFF') || !ascii(bytes, 8, 'WEBP')) return null
  if (ascii(bytes, 12, 'VP8X')) return { kind: 'webp', width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (ascii(bytes, 12, 'VP8L')) {
    const bits = bytes.readUInt32LE(21)
    return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (!ascii(bytes, 12, 'VP8 ')) return null
  return { kind: 'webp', width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
}

/** SOF0..SOF15 without DHT, JPG and DAC, which share the range. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpeg(bytes: Buffer): PictureSize | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (isFrame(marker)) return { kind: 'jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    // A fill byte stands alone; every other segment before the frame says its length.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

export function pictureSize(head: Buffer): PictureSize | null {
  const size = png(head) ?? webp(head) ?? jpeg(head)
  return size && size.width > 0 && size.height > 0 ? size : null
}
