// Zips as nobody's program writes them. In: entries with whatever they claim. Out: the bytes of the archive.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** Bytes when they are in another encoding, or what must not be in a name. */
  readonly name: string | Buffer
  readonly data?: Buffer | string
  readonly stored?: boolean
  /** Bit 11; true for names given as a string. */
  readonly saysUtf8?: boolean
  readonly flags?: number
  readonly method?: number
  /** The upper half is the file's mode on Unix. */
  readonly externalAttributes?: number
  /** What the list claims in place of the truth. */
  readonly claimedBytes?: number
  readonly claimedCrc?: number
  readonly extra?: Buffer
  /** Takes the bytes of the entry of that number instead of its own. */
  readonly sharesWith?: number
}

const UNIX_VERSION = (3 << 8) | 20
const PLAIN_FILE = (0o100644 << 16) >>> 0
export const SYMLINK = (0o120777 << 16) >>> 0
export const DEVICE = (0o020666 << 16) >>> 0

/** The same buffer in many entries is packed once. */
const packings = new WeakMap<Buffer, { readonly packed: Buffer; readonly sum: number }>()
function packing(plain: Buffer, stored: boolean) {
  const known = stored ? undefined : packings.get(plain)
  const made = known ?? { packed: stored ? plain : deflateRawSync(plain), sum: crc32(plain) }
  if (!stored) packings.set(plain, made)
  return made
}

export function zipOf(entries: readonly ZipEntry[], claimedCount = entries.length): Buffer {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const [i, entry] of entries.entries()) {
    const { name, data = '', stored = false, flags = 0, extra = Buffer.alloc(0), externalAttributes = PLAIN_FILE } = entry
    const nameBytes = Buffer.from(name)
    const plain = typeof data === 'string' ? Buffer.from(data) : data
    const { packed, sum } = packing(plain, stored)
    const method = entry.method ?? (stored ? 0 : 8)
    const allFlags = flags | ((entry.saysUtf8 ?? typeof name === 'string') ? 0x800 : 0)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(allFlags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(entry.claimedCrc ?? sum, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.claimedBytes ?? plain.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    common.writeUInt16LE(extra.length, 24)
    offsets[i] = entry.sharesWith === undefined ? at : (offsets[entry.sharesWith] ?? 0)
    if (entry.sharesWith === undefined) {
      const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, nameBytes, extra, packed])
      locals.push(local)
      at += local.length
    }
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(externalAttributes, 6)
    rest.writeUInt32LE(offsets[i] ?? 0, 10)
    const made = Buffer.alloc(2)
    made.writeUInt16LE(UNIX_VERSION, 0)
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), made, common, rest, nameBytes, extra]))
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(claimedCount & 0xffff, 8)
  end.writeUInt16LE(claimedCount & 0xffff, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}
