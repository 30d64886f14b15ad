// The one folder with all state: its path comes in; out go the right to write there, the right to be the only server there, and the note by which the CLI finds that server.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '@psiona/shared'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import type { Clock } from '../clock'
import { storeProblem } from './store-problem'

/** The system gives this lock back however the process ends; a number in a file would outlive it and might name a stranger. */
const LOCK_FILE = 'server.lock'
const NOTE_FILE = 'server.json'
/** A look from the CLI holds the lock for less than a millisecond; a start waits that out. */
const LOCK_PATIENCE_MS = 250

export const ServerNote = z.object({
  pid: z.number().int().positive(),
  port: z.number().int().min(1).max(65_535),
  /** Wall clock, ms since 1970. */
  startedAt: z.number(),
})
export type ServerNote = z.infer<typeof ServerNote>

export interface DataFolder {
  readonly path: string
  /** Called when the server listens: from now on findLiveServer finds it. */
  announce(port: number): void
  close(): void
}

/** Replaces a file whole or not at all, readable by its owner alone. @throws the file system's error */
export function replaceFile(path: string, content: string): void {
  const temporary = `${path}.new`
  const file = openSync(temporary, 'w', 0o600)
  try {
    writeSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
}

function holdLock(path: string): Sqlite.Database | null {
  const lock = new Sqlite(join(path, LOCK_FILE), { timeout: LOCK_PATIENCE_MS })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

/** Makes the folder when it is missing. @throws Problem 'no-write-permission', 'bad-data-folder', 'disk-full' or 'already-running' */
export function openDataFolder(path: string, clock: Clock): DataFolder {
  let lock: Sqlite.Database | null
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    const probe = join(path, '.probe')
    replaceFile(probe, 'Psiona may write here.')
    rmSync(probe)
    lock = holdLock(path)
  } catch (error) {
    throw storeProblem(error, path)
  }
  if (!lock) {
    const port = readNote(path)?.port
    throw new Problem(
      'already-running',
      'refused',
      `Psiona is already running with ${path}${port ? `, at http://localhost:${port}` : ''}. Use that one, stop it, or set PSIONA_DATA to another folder.`,
    )
  }
  const held = lock
  // What a killed server left behind would name a port that is nobody's, or a stranger's.
  rmSync(join(path, NOTE_FILE), { force: true })
  return {
    path,
    announce(port) {
      replaceFile(
        join(path, NOTE_FILE),
        JSON.stringify({ pid: process.pid, port, startedAt: clock.wallMs() } satisfies ServerNote),
      )
    },
    close() {
      rmSync(join(path, NOTE_FILE), { force: true })
      held.close()
    },
  }
}

/** Null when there is no note, or none that can be read: it is written whole, so that is somebody else's file. */
function readNote(path: string): ServerNote | null {
  const file = join(path, NOTE_FILE)
  if (!existsSync(file)) return null
  try {
    return ServerNote.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** The server that holds the folder now, or null; a note left behind by a killed one does not count. */
export function findLiveServer(path: string): ServerNote | null {
  const note = readNote(path)
  if (!note || !existsSync(join(path, LOCK_FILE))) return null
  const look = new Sqlite(join(path, LOCK_FILE), { readonly: true, timeout: 0 })
  try {
    look.prepare('SELECT 1 FROM sqlite_master').get()
    return null
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return note
    throw storeProblem(error, path)
  } finally {
    look.close()
  }
}
