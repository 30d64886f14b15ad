// Where a program lies. In: its name or path, and the folders to look in. Out: its path, or null when there is none that may be run.
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Batch files cannot be started without a shell, and no shell is ever started. */
const ENDINGS = process.platform === 'win32' ? ['', '.exe', '.com'] : ['']

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    // Not there, or not allowed: not runnable.
    return false
  }
}

/** `searchPath`: as in the environment's PATH. A name with a slash is a path and is not searched for. */
export function findProgram(command: string, searchPath: string): string | null {
  const places = /[\\/]/.test(command)
    ? [command]
    : searchPath
        .split(delimiter)
        .filter(Boolean)
        .map((folder) => join(folder, command))
  return places.flatMap((place) => ENDINGS.map((ending) => place + ending)).find(runnable) ?? null
}
