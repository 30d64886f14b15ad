// The folder of a model comes in; out goes what lies in it, and the file that a reference means even when it is written carelessly.
import { constants } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, posix } from 'node:path'
import { foldedName } from './avatar-safe-names'

/** The same as for a zip. */
export const MOST_FILES = 5000
const DEEPEST_FOLDER = 8
const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)
/** Ours; no part of the model. */
const OWN_FILES = new Set(['psiona.json', 'psiona.report.json'])

export interface AvatarFile {
  /** From the folder, with slashes. */
  readonly path: string
  /** As it was called in the archive; references mean this. */
  readonly original: string
  readonly bytes: number
  readonly modifiedMs: number
}

/** What was careless about a reference that could be followed all the same. */
export type Carelessness = 'backslashes' | 'letter-case' | 'place-changed' | 'file-renamed'
export interface Found {
  readonly file: AvatarFile
  readonly careless: readonly Carelessness[]
}

export class AvatarTree {
  readonly #byPath: ReadonlyMap<string, AvatarFile>
  readonly #byFolded: ReadonlyMap<string, AvatarFile>
  /** File name → those that have it, wherever they lie. */
  readonly #namesakes = new Map<string, AvatarFile[]>()
  constructor(
    readonly root: string,
    readonly files: readonly AvatarFile[],
    /** Never followed. */
    readonly links: readonly string[] = [],
  ) {
    this.#byPath = new Map(files.map((file) => [file.original, file]))
    this.#byFolded = new Map(files.map((file) => [foldedName(file.original), file]))
    for (const file of files) {
      const name = foldedName(basename(file.original))
      const known = this.#namesakes.get(name)
      if (known) known.push(file)
      else this.#namesakes.set(name, [file])
    }
  }

  get bytes(): number {
    return this.files.reduce((sum, file) => sum + file.bytes, 0)
  }
  /** By ending, in lower case with its dot; shallow ones first, then by name. */
  endingWith(...endings: readonly string[]): AvatarFile[] {
    return this.files
      .filter(({ path }) => endings.some((ending) => path.toLowerCase().endsWith(ending)))
      .sort((a, b) => depth(a.path) - depth(b.path) || compareNames(a.path, b.path))
  }
  /** The part of it that lies in a folder; '' is the whole. */
  within(folder: string): AvatarTree {
    return folder === ''
      ? this
      : new AvatarTree(
          this.root,
          this.files.filter(({ path }) => path.startsWith(`${folder}/`)),
        )
  }
  /** The file of just that path, as in the archive. */
  exactly(reference: string, from: AvatarFile): Found | null {
    const file = this.#byPath.get(posix.normalize(posix.join(dirname(from.original), reference.normalize('NFC'))))
    return file ? { file, careless: renaming(file) } : null
  }
  /** What `reference` means when it stands in `from`; null when nothing there fits. */
  resolve(reference: string, from: AvatarFile): Found | null {
    const slashed = reference.replaceAll('\\', '/').normalize('NFC')
    const wanted = posix.normalize(posix.join(dirname(from.original), slashed))
    const careless: Carelessness[] = reference.includes('\\') ? ['backslashes'] : []
    const done = (file: AvatarFile, ...more: Carelessness[]): Found => ({
      file,
      careless: [...careless, ...more, ...renaming(file)],
    })
    const exact = this.#byPath.get(wanted)
    if (exact) return done(exact)
    const folded = this.#byFolded.get(foldedName(wanted))
    if (folded) return done(folded, 'letter-case')
    const near = nearest(this.#namesakes.get(foldedName(basename(wanted))) ?? [], wanted)
    return near ? done(near, 'place-changed') : null
  }
  /** @throws the file system's error; never follows a link */
  async read(file: AvatarFile, mostBytes: number): Promise<Buffer> {
    const handle = await open(join(this.root, file.path), READ_FLAGS)
    try {
      const buffer = Buffer.alloc(Math.min(file.bytes, mostBytes))
      let filled = 0
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    } finally {
      await handle.close()
    }
  }
}

const renaming = ({ path, original }: AvatarFile): readonly Carelessness[] => (path === original ? [] : ['file-renamed'])
const depth = (path: string): number => path.split('/').length
/** 2 before 10; made once, since making one is what costs. */
const collator = new Intl.Collator('en', { numeric: true })
export const compareNames = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : 1)

/** Of files of one name, the one that shares most of the wanted way; null when two do. */
function nearest(files: readonly AvatarFile[], wanted: string): AvatarFile | null {
  const names = new Set(wanted.split('/'))
  const scored = files
    .map((file) => ({ file, shared: file.original.split('/').filter((name) => names.has(name)).length }))
    .sort((a, b) => b.shared - a.shared)
  const [first, second] = scored
  return first && first.shared !== second?.shared ? first.file : null
}

/** `originals`: path → its name in the archive. Dot files are nobody's business. */
export async function readAvatarTree(root: string, originals: ReadonlyMap<string, string> = new Map()): Promise<AvatarTree> {
  const files: AvatarFile[] = []
  const links: string[] = []
  const walk = async (folder: string, level: number): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => compareNames(a.name, b.name))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.name.startsWith('.') || (!folder && OWN_FILES.has(entry.name)) || files.length >= MOST_FILES) continue
      if (entry.isSymbolicLink()) links.push(path)
      else if (entry.isDirectory() && level < DEEPEST_FOLDER) await walk(path, level + 1)
      else if (entry.isFile()) {
        const { size, mtimeMs, ctimeMs } = await stat(join(root, path))
        files.push({
          path,
          original: originals.get(path) ?? path.normalize('NFC'),
          bytes: size,
          modifiedMs: Math.max(mtimeMs, ctimeMs),
        })
      }
    }
  }
  await walk('', 0)
  return new AvatarTree(root, files, links)
}
