// A code and the entry it is about come in; out goes the Problem that says why an archive is not opened. Nothing has changed then.
import { Problem } from '@psiona/shared'
import { clip } from './avatar-finding'

const OTHER_ARCHIVE = 'Only zip archives can be opened here.'

/** Code → what is so, and what to do. {entry} is a name from the archive, {other} a detail. */
export const ZIP_REFUSALS = {
  'not-a-zip': 'This file is no zip archive. Pack the folder of the model into a .zip and drop that.',
  'other-archive': `This is a {other} archive. ${OTHER_ARCHIVE} Unpack it and pack the folder into a .zip.`,
  'zip-damaged': 'The zip archive is damaged at {entry}. Download or pack it again.',
  'zip-slip': 'The archive wants to write outside of its folder, with {entry}. It is not opened; get the model from its maker.',
  'zip-bad-name': 'The archive holds a name with invisible characters, {entry}. It is not opened; pack the folder again.',
  'zip-link': 'The archive holds {entry}, which is a link or a device and no file. Pack the file itself in its place.',
  'zip-encrypted': 'The archive is locked with a password, at {entry}. Unpack it with the password and pack it again without.',
  'zip-method': 'The archive packs {entry} in a way that is not understood. Pack the folder again as an ordinary zip.',
  'zip-overlap': 'In the archive {entry} and another file share the same bytes, as traps do. Get the model from its maker.',
  'zip-duplicate': 'The archive holds {entry} twice, or two names that many disks hold for one. Rename one and pack it again.',
  'zip-too-many-files': 'The archive holds more than {other} files. Pack the folder of one model alone.',
  'zip-too-deep': 'The archive has more than {other} folders inside each other, at {entry}. Pack the folder of the model alone.',
  'zip-bomb': 'Unpacked, {entry} would be more than {other} times as large, as traps are. Get the model from its maker.',
  'zip-too-large':
    'Unpacked, the archive would be larger than {other} MB. Pack the folder of one model alone, without its project files.',
  'upload-too-large': 'The file is larger than {other} MB. Pack the folder of one model alone, without its project files.',
  'upload-cut-off': 'The file did not arrive whole. Drop it again.',
  'upload-given-up': 'The upload was given up before it was whole, and nothing was kept. Drop the file again.',
} as const
export type ZipRefusalCode = keyof typeof ZIP_REFUSALS

const BROKEN_ON_THE_WAY: ReadonlySet<string> = new Set([
  'zip-damaged',
  'not-a-zip',
  'other-archive',
  'upload-cut-off',
  'upload-given-up',
])
const MOST_OF_A_NAME = 90

export function zipRefusal(
  code: ZipRefusalCode,
  details: { entry?: string; other?: string | number; cause?: unknown } = {},
): Problem {
  const short = clip((details.entry || 'its list of files').replace(/[\p{Cc}\p{Cf}]/gu, '?'), MOST_OF_A_NAME)
  const message = ZIP_REFUSALS[code].replace('{entry}', () => short).replace('{other}', () => String(details.other ?? ''))
  return new Problem(code, BROKEN_ON_THE_WAY.has(code) ? 'input' : 'refused', message, { cause: details.cause })
}
