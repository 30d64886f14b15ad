// A zip on the disk comes in; out goes the list of its files, every one of them checked, and each can then be unpacked. Nothing is written before.
import { once } from 'node:events'
import { open as openFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { Problem } from '@psiona/shared'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { foldedName } from './avatar-safe-names'
import { MOST_FILES } from './avatar-tree'
import { type DecodedNames, decodeNames } from './avatar-zip-names'
import { zipRefusal } from './avatar-zip-refusal'

const MEGABYTE = 1024 * 1024
/** Unpacked, all together. */
const MOST_UNPACKED_MEGABYTES = 500
const MOST_RATIO = 100
/** Below it even zeros do no harm, and small files of a model are often mostly zeros. */
const RATIO_FROM_BYTES = MEGABYTE
const LOCAL_HEADER_BYTES = 30
const UNIX = 3
const FILE_TYPES = { mask: 0xf000, none: 0, file: 0x8000, folder: 0x4000 } as const

export interface ZippedFile {
  readonly path: string
  readonly bytes: number
  /** @throws Problem 'zip-damaged', and whatever `write` throws */
  unpack(write: (chunk: Buffer) => Promise<void>, gone: AbortSignal): Promise<void>
}

export interface AvatarZip {
  readonly files: readonly ZippedFile[]
  readonly encoding: DecodedNames['encoding']
  close(): Promise<void>
}

/** @throws Problem of avatar-zip-refusal.ts */
export async function openAvatarZip(path: string): Promise<AvatarZip> {
  await refuseOthers(path)
  let zip: ZipFile
  try {
    zip = await openPromise(path, { autoClose: false, decodeStrings: false })
  } catch (cause) {
    throw zipRefusal('zip-damaged', { cause })
  }
  const close = async () => {
    if (!zip.isOpen) return
    const closed = once(zip, 'close')
    zip.close()
    await closed
  }
  try {
    const entries = await entriesOf(zip)
    const { paths, encoding } = decodeNames(
      entries.map(({ fileNameRaw, generalPurposeBitFlag, extraFields }) => ({
        bytes: fileNameRaw,
        saysUtf8: (generalPurposeBitFlag & 0x800) !== 0,
        extraFields,
      })),
    )
    const named = entries.map((entry, i) => ({ entry, path: paths[i] ?? '' }))
    check(named, zip.fileSize)
    const files = named.filter(({ path }) => path !== '' && !path.endsWith('/'))
    return { encoding, close, files: files.map(({ entry, path }) => zippedFile(zip, entry, path)) }
  } catch (error) {
    await close()
    throw error
  }
}

async function refuseOthers(path: string): Promise<void> {
  const file = await openFile(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    const head = buffer.subarray(0, bytesRead)
    const is = (at: number, magic: string) => head.toString('latin1', at, at + magic.length) === magic
    if (is(0, 'PK')) return
    const other = is(0, 'Rar!')
      ? 'RAR'
      : is(0, '7z\u00bc\u00af')
        ? '7z'
        : is(257, 'ustar')
          ? 'tar'
          : is(0, '\u001f\u008b')
            ? 'gzip'
            : null
    throw other ? zipRefusal('other-archive', { other }) : zipRefusal('not-a-zip')
  } finally {
    await file.close()
  }
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  const tooMany = () => zipRefusal('zip-too-many-files', { other: MOST_FILES })
  if (zip.entryCount > MOST_FILES) throw tooMany()
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > MOST_FILES) throw tooMany()
    }
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    const isLocked = cause instanceof Error && /encrypt/i.test(cause.message)
    throw zipRefusal(isLocked ? 'zip-encrypted' : 'zip-damaged', { cause })
  }
  return entries
}

interface Named {
  readonly entry: Entry
  readonly path: string
}

/** What the archive says of itself; unpacking holds it to that. */
function check(all: readonly Named[], archiveBytes: number): void {
  const files = new Set<string>()
  let unpackedBytes = 0
  for (const { entry, path } of all) {
    const type = (entry.externalFileAttributes >>> 16) & FILE_TYPES.mask
    const isUnix = entry.versionMadeBy >>> 8 === UNIX || type === 0xa000
    if (isUnix && ![FILE_TYPES.none, FILE_TYPES.file, FILE_TYPES.folder].some((fine) => fine === type))
      throw zipRefusal('zip-link', { entry: path })
    if (entry.isEncrypted()) throw zipRefusal('zip-encrypted', { entry: path })
    if (path.endsWith('/') || path === '') continue
    const folded = foldedName(path)
    if (files.has(folded)) throw zipRefusal('zip-duplicate', { entry: path })
    files.add(folded)
    if (!entry.canDecodeFileData()) throw zipRefusal('zip-method', { entry: path })
    unpackedBytes += entry.uncompressedSize
    if (unpackedBytes > MOST_UNPACKED_MEGABYTES * MEGABYTE) throw zipRefusal('zip-too-large', { other: MOST_UNPACKED_MEGABYTES })
    const isBomb = entry.uncompressedSize > RATIO_FROM_BYTES && entry.uncompressedSize > MOST_RATIO * entry.compressedSize
    if (isBomb) throw zipRefusal('zip-bomb', { entry: path, other: MOST_RATIO })
  }
  // One name cannot be a file and a folder.
  for (const { path } of all)
    for (let end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1))
      if (files.has(foldedName(path.slice(0, end)))) throw zipRefusal('zip-duplicate', { entry: path.slice(0, end) })
  refuseOverlaps(all, archiveBytes)
  if (unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > MOST_RATIO * archiveBytes)
    throw zipRefusal('zip-bomb', { entry: 'the whole', other: MOST_RATIO })
}

/** Each file needs at least its header, its name and its bytes before the next begins. */
function refuseOverlaps(all: readonly Named[], archiveBytes: number): void {
  const ordered = [...all].sort((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader)
  for (const [i, { entry, path }] of ordered.entries()) {
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize
    if (end > (ordered[i + 1]?.entry.relativeOffsetOfLocalHeader ?? archiveBytes))
      throw zipRefusal('zip-overlap', { entry: path })
  }
}

function zippedFile(zip: ZipFile, entry: Entry, path: string): ZippedFile {
  return {
    path,
    bytes: entry.uncompressedSize,
    async unpack(write, gone) {
      let sum = 0
      let bytes = 0
      try {
        const stream = await zip.openReadStreamPromise(entry)
        for await (const chunk of stream) {
          if (!Buffer.isBuffer(chunk)) throw new Error('a stream of bytes was expected')
          if (gone.aborted) throw zipRefusal('upload-given-up')
          bytes += chunk.length
          // The size it gave was checked against the limits; more than that is not taken from it.
          if (bytes > entry.uncompressedSize) throw zipRefusal('zip-damaged', { entry: path })
          sum = crc32(chunk, sum)
          await write(chunk)
        }
      } catch (cause) {
        const isDisk = cause instanceof Error && 'syscall' in cause
        throw cause instanceof Problem || isDisk ? cause : zipRefusal('zip-damaged', { entry: path, cause })
      }
      if (bytes !== entry.uncompressedSize || sum !== entry.crc32) throw zipRefusal('zip-damaged', { entry: path })
    },
  }
}
