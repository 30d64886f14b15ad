// The bytes of a JSON file come in; out goes its value with what had to be put right, or the line and column of its mistake.
import { isUtf8 } from 'node:buffer'
import { decodeAs, guessEncoding } from './avatar-encoding'
import { relaxJson } from './avatar-json-relaxed'

export type AvatarJson =
  | {
      readonly value: unknown
      /** '' when it was UTF-8 without a mark, as it should be. */
      readonly foreignEncoding: string
      readonly relaxed: boolean
    }
  | { readonly mistake: { readonly line: number; readonly column: number } }

/** Motions of minutes are a few hundred kB, a rig of ours is 3 MB. Reading so much stops everything else for a tenth of a second or two. */
export const MOST_JSON_BYTES = 8 * 1024 * 1024
/** Of a file in some other encoding, so much tells which. */
const SAMPLE_BYTES = 64 * 1024
/** Deeper than any file of Cubism; what writes it again goes down as deep. */
const MOST_DEPTH = 200

/** The beginning, and behind a letter of ASCII, so that no character is cut; else the whole. */
function sampleOf(bytes: Buffer): Buffer {
  if (bytes.length <= SAMPLE_BYTES) return bytes
  const end = bytes.subarray(0, SAMPLE_BYTES).findLastIndex((byte) => byte < 0x30)
  const sample = bytes.subarray(0, end + 1)
  return isUtf8(sample) ? bytes : sample
}

/** Not by calling itself: that is where it would end. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEPTH) return true
    const next: unknown[] = []
    for (const one of level)
      if (typeof one === 'object' && one !== null)
        for (const inner of Object.values(one)) if (typeof inner === 'object' && inner !== null) next.push(inner)
    level = next
  }
  return false
}

function textOf(bytes: Buffer): { readonly text: string; readonly encoding: string } {
  const [first = 1, second = 1, third = 1] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { text: decodeAs('UTF-8', bytes.subarray(3)), encoding: 'UTF-8 with a byte order mark' }
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0))
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0))
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' }
  const encoding = isUtf8(bytes) ? 'UTF-8' : guessEncoding([sampleOf(bytes)])
  return { text: decodeAs(encoding, bytes), encoding: encoding === 'UTF-8' ? '' : encoding }
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text)
    return isTooDeep(value) ? null : { value }
  } catch {
    // The parser of Node says no place; relaxJson does.
    return null
  }
}

export function readAvatarJson(bytes: Buffer): AvatarJson {
  const { text, encoding: foreignEncoding } = textOf(bytes)
  const strict = parsed(text)
  if (strict) return { value: strict.value, foreignEncoding, relaxed: false }
  const relaxed = relaxJson(text)
  const mended = 'text' in relaxed ? parsed(relaxed.text) : null
  if (mended) return { value: mended.value, foreignEncoding, relaxed: true }
  const before = text.slice(0, 'mistakeAt' in relaxed ? relaxed.mistakeAt : 0).split('\n')
  return { mistake: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } }
}
