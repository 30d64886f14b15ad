// The raw names of a zip's entries come in; out go their paths in Unicode, or a refusal when one leads where it must not.
import { crc32 } from 'node:zlib'
import { decodeAs, guessEncoding, type TextEncodingName } from './avatar-encoding'
import { zipRefusal } from './avatar-zip-refusal'

export interface RawName {
  readonly bytes: Buffer
  /** Bit 11 of the flags. */
  readonly saysUtf8: boolean
  readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[]
}

/** Info-ZIP's second name, in UTF-8, for those whose first is not. */
const UNICODE_PATH = 0x7075
const MOST_FOLDERS = 8
const DRIVE = /^[a-z]:/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

function unicodePath({ bytes, extraFields }: RawName): string | null {
  const field = extraFields.find(({ id }) => id === UNICODE_PATH)?.data
  if (!field || field.length < 6 || field[0] !== 1 || field.readUInt32LE(1) !== crc32(bytes)) return null
  const name = field.subarray(5)
  return guessEncoding([name]) === 'UTF-8' ? decodeAs('UTF-8', name) : null
}

export interface DecodedNames {
  readonly paths: readonly string[]
  /** What those without a mark are written in. */
  readonly encoding: TextEncodingName
}

/** @throws Problem 'zip-slip', 'zip-bad-name' or 'zip-too-deep' */
export function decodeNames(names: readonly RawName[]): DecodedNames {
  const encoding = guessEncoding(names.filter((name) => !name.saysUtf8 && unicodePath(name) === null).map(({ bytes }) => bytes))
  return {
    encoding,
    paths: names.map((name) =>
      checkedPath(unicodePath(name) ?? decodeAs(name.saysUtf8 ? guessEncoding([name.bytes]) : encoding, name.bytes)),
    ),
  }
}

/** A folder keeps its slash at the end. */
function checkedPath(name: string): string {
  // A Mac keeps the picture of a folder in a file 'Icon\r'.
  const path = name.replaceAll('\\', '/').replace(/\r$/, '').normalize('NFC')
  if (CONTROL.test(path)) throw zipRefusal('zip-bad-name', { entry: path })
  const names = path.replace(/\/$/, '').split('/')
  if (path.startsWith('/') || DRIVE.test(path) || names.some((one) => one.trim() === '..' || /^\.{2,}[. ]*$/.test(one)))
    throw zipRefusal('zip-slip', { entry: path })
  if (names.length - 1 > MOST_FOLDERS) throw zipRefusal('zip-too-deep', { entry: path, other: MOST_FOLDERS })
  const plain = names.filter((one) => one !== '.' && one !== '')
  return plain.join('/') + (path.endsWith('/') ? '/' : '')
}
