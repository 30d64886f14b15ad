// What Psiona keeps in the folder of a model comes in and goes out. The folder may be a stranger's: no link in it leads a reader or a writer elsewhere.
import { randomUUID } from 'node:crypto'
import { constants, lstatSync, realpathSync } from 'node:fs'
import { copyFile, lstat, mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What somebody put there by hand stays readable as it was. */
const ORIGINALS = '.originals'
const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
const isALink = (what: string) => Object.assign(new Error(`${what} is a link, or leads over one`), { code: 'ELOOP' })

/** A plain file that is reached without a link. */
export function holdsFile(root: string, file: string): boolean {
  try {
    const path = join(realpathSync(root), file)
    return realpathSync(path) === path && lstatSync(path).isFile()
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return false
  }
}

export type OwnFile = { readonly text: string; readonly modifiedMs: number } | { readonly mistake: string } | null

/** Null: there is none. @throws the file system's error */
export async function readOwnFile(path: string, mostBytes: number): Promise<OwnFile> {
  let stats: Awaited<ReturnType<typeof lstat>>
  try {
    stats = await lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  if (!stats.isFile()) return { mistake: 'it is no file' }
  if (stats.size > mostBytes) return { mistake: 'it is too large' }
  return { text: await readFile(path, { encoding: 'utf8', flag: READ_FLAGS }), modifiedMs: stats.mtimeMs }
}

/** Whole or not at all, readable by its owner alone. @throws the file system's error */
export async function replaceInside(root: string, file: string, text: string): Promise<void> {
  const folder = join(await realpath(root), dirname(file))
  if ((await realpath(folder)) !== folder) throw isALink(file)
  // Of a name that nobody could have put a link under.
  const temporary = join(folder, `.${randomUUID()}.new`)
  const handle = await open(temporary, 'wx', 0o600)
  try {
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, join(root, file))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Once: what was there first is what counts. @throws the file system's error */
export async function keepOriginal(root: string, file: string): Promise<void> {
  if (!holdsFile(root, file)) return
  let folder = root
  for (const name of join(ORIGINALS, file).split(/[\\/]/).slice(0, -1)) {
    folder = join(folder, name)
    await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
    if (!(await lstat(folder)).isDirectory()) throw isALink(folder)
  }
  try {
    await copyFile(join(root, file), join(root, ORIGINALS, file), constants.COPYFILE_EXCL)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}
