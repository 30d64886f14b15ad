// The database as the store's parts use it: a path and the migrations come in; one connection goes out, as Prisma and as plain SQL, with transactions one at a time.
import { statSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { PrismaClient } from './generated/client'
import { pendingMigrations, readMigrations } from './migrations'
import { IN_MEMORY, SqliteConnection, withReadOnly } from './sqlite-connection'
import { storeProblem } from './store-problem'

export interface Database {
  readonly path: string
  readonly prisma: PrismaClient
  /** For what Prisma has no words for. Same connection, synchronous, event-loop thread. */
  readonly sqlite: Sqlite.Database
  /** All of `work` or nothing of it; works wait for each other. Safe from a kill when it resolves. @throws Problem */
  transaction<T>(work: () => Promise<T>): Promise<T>
  /** Folds the log into the file and empties it: what was deleted leaves the disk, and the space comes back. @throws Problem */
  checkpoint(): Promise<void>
  close(): Promise<void>
}

const isThere = (path: string) => path !== IN_MEMORY && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0

/** @throws Problem when the file is newer, damaged, or cannot be written; a refused file is not changed. */
export async function openDatabase(options: { readonly path: string; readonly migrationsDir: string }): Promise<Database> {
  const { path } = options
  const migrations = readMigrations(options.migrationsDir)
  const connection = new SqliteConnection(path)
  let sqlite: Sqlite.Database
  try {
    if (isThere(path)) withReadOnly(path, (existing) => pendingMigrations(existing, migrations))
    sqlite = await connection.open(migrations)
  } catch (error) {
    throw storeProblem(error, path)
  }
  const prisma = new PrismaClient({ adapter: connection, log: [], errorFormat: 'minimal' })
  let last: Promise<unknown> = Promise.resolve()
  /** One connection has one transaction at a time, and no checkpoint inside one. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = last.then(work).catch((error: unknown) => {
      throw storeProblem(error, path)
    })
    // A failure belongs to whoever asked; the next in line only waits for the end.
    last = run.catch(() => undefined)
    return run
  }
  return {
    path,
    prisma,
    sqlite,
    transaction: (work) =>
      inTurn(async () => {
        sqlite.exec('BEGIN IMMEDIATE')
        try {
          const result = await work()
          sqlite.exec('COMMIT')
          return result
        } finally {
          // A full disk makes SQLite roll back on its own; asking again would hide the first error behind a second.
          if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
        }
      }),
    checkpoint: () => inTurn(async () => void sqlite.pragma('wal_checkpoint(TRUNCATE)')),
    async close() {
      await last
      await prisma.$disconnect()
      sqlite.close()
    },
  }
}
