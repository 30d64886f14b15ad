// The bytes of a JSON file come in; out goes its value with what had to be put right, or the line and column of its mistake.
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

/** Motions of minutes are a few hundred kB; a rig of ours is 3 MB. */
export const MOST_JSON_BYTES = 32 * 1024 * 1024

function textOf(bytes: Buffer): { readonly text: string; readonly encoding: string } {
  const [first = 1, second = 1, third = 1] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { text: decodeAs('UTF-8', bytes.subarray(3)), encoding: 'UTF-8 with a byte order mark' }
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0))
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0))
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' }
  const encoding = guessEncoding([bytes])
  return { text: decodeAs(encoding, bytes), encoding: encoding === 'UTF-8' ? '' : encoding }
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
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
