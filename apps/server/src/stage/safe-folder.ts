// A folder that can be read from outside. In: a path as it stood in a request. Out: a file that really lies in the folder, or null.
import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the system knows it: a link put there between look and open is not followed. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)
const MAX_NAME_UNITS = 200

export interface FoundFile {
  readonly bytes: Buffer<ArrayBuffer>
  readonly modifiedMs: number
}

/** Dot files, separators, drive letters and controls name nothing. */
const isName = (segment: string): boolean =>
  segment.length > 0 &&
  segment.length <= MAX_NAME_UNITS &&
  !segment.startsWith('.') &&
  !/[/\\:*?"<>|]/.test(segment) &&
  !/\p{Cc}/u.test(segment)

/** Decoded once, cut at slashes; null when a part is no plain file name. A slash at the end is nothing. */
export function pathSegments(rawPath: string): string[] | null {
  try {
    const segments = decodeURIComponent(rawPath).replace(/^\//, '').replace(/\/$/, '').split('/')
    if (segments.length === 1 && segments[0] === '') return []
    return segments.every(isName) ? segments : null
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

const MISSING = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'EINVAL'])

/** The file, if no step on the way to it is a link. */
export async function readInside(folder: string, segments: readonly string[]): Promise<FoundFile | null> {
  try {
    const wanted = join(await realpath(folder), ...segments)
    if ((await realpath(wanted)) !== wanted) return null
    const file = await open(wanted, READ_ONLY)
    try {
      const stats = await file.stat()
      return stats.isFile() ? { bytes: await file.readFile(), modifiedMs: stats.mtimeMs } : null
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && MISSING.has(String(error.code))) return null
    throw error
  }
}
