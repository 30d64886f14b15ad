// Migration files come in, a database at their version goes out, recorded as Prisma records it, so that the Prisma CLI agrees where it can run.
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { StoreProblem } from './store-problem'

export interface Migration {
  readonly name: string
  readonly sql: string
  /** Hex SHA-256 of the file with Unix line ends. */
  readonly checksum: string
}

const CREATE_RECORD = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

const Applied = z.array(z.object({ migration_name: z.string(), checksum: z.string(), finished: z.number() }))

/** Every folder of `dir`, oldest first; their names begin with a time stamp. */
export function readMigrations(dir: string): Migration[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(dir, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Which migrations wait. Reads only. @throws StoreProblem when the file is newer than this program, or not its kind. */
export function pendingMigrations(sqlite: Sqlite.Database, migrations: readonly Migration[]): Migration[] {
  const recorded = sqlite.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get()
  if (!recorded) return [...migrations]
  const applied = Applied.parse(
    sqlite
      .prepare(
        `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
      )
      .safeIntegers(false)
      .all(),
  )
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { migration_name, checksum, finished } of applied) {
    const migration = known.get(migration_name)
    if (!migration)
      throw new StoreProblem(
        'newer-database',
        'refused',
        'The memory was written by a newer Psiona and was not touched.',
        'Update this Psiona, or set PSIONA_DATA to another folder.',
      )
    if (!finished || migration.checksum !== checksum)
      throw new StoreProblem(
        'foreign-database',
        'refused',
        `The memory was changed by a ${finished ? 'different' : 'half-finished'} migration "${migration_name}" and was not touched.`,
        'Put a backup in its place, or check out the version of Psiona that wrote it.',
      )
  }
  const done = new Set(applied.map(({ migration_name }) => migration_name))
  return migrations.filter(({ name }) => !done.has(name))
}

/** Runs what waits, each migration whole or not at all. */
export function migrate(sqlite: Sqlite.Database, migrations: readonly Migration[]): void {
  const pending = pendingMigrations(sqlite, migrations)
  if (pending.length === 0) return
  // A migration that rebuilds a table drops the old one while others still point at it.
  sqlite.pragma('foreign_keys = OFF')
  const runOne = sqlite.transaction(({ name, sql, checksum }: Migration) => {
    sqlite.exec(CREATE_RECORD)
    sqlite.exec(sql)
    const broken = sqlite.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) throw new Error(`migration ${name} leaves rows that point nowhere`)
    sqlite
      .prepare(
        `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES (?, ?, ?, CAST(round(unixepoch('subsec') * 1000) AS INTEGER), CAST(round(unixepoch('subsec') * 1000) AS INTEGER), 1)`,
      )
      .run(randomUUID(), checksum, name)
  })
  for (const migration of pending) runOne.immediate(migration)
  sqlite.pragma('foreign_keys = ON')
}
