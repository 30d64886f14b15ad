// The one place that opens the database file: pragmas now, a key and extensions later. A path comes in, Prisma's adapter and the handle inside it go out.
import { closeSync, openSync } from 'node:fs'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Sqlite from 'better-sqlite3'
import { type Migration, migrate } from './migrations'

/** Instead of a path: kept in memory only, gone with the process. */
export const IN_MEMORY = ':memory:'

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>

const PRAGMAS = [
  // Readers and the writer do not wait for each other, and a killed process leaves a whole database.
  'journal_mode = WAL',
  // An answered write survives the process, however it ends, and a power cut damages nothing; only that may cost the last turns.
  // FULL would wait for the disk at each turn, on the thread that paces her voice: on a busy disk up to a second, against 45 ms.
  'synchronous = NORMAL',
  'foreign_keys = ON',
  // What is deleted is overwritten. With the index's own secure-delete and a checkpoint, deleted text leaves the file.
  'secure_delete = ON',
  // KiB, negative by SQLite's convention: a conversation's working set is small, and memory is for models.
  'cache_size = -4096',
  'temp_store = MEMORY',
  // Bytes the log keeps after a checkpoint.
  'journal_size_limit = 1048576',
]
/** The handle blocks the event loop while it waits, and nobody but a backup tool competes for the file. */
const BUSY_TIMEOUT_MS = 250

/** Connects once; Prisma is then handed the connection that is already prepared, so that its failures are ours to name. */
export class SqliteConnection extends PrismaBetterSqlite3 {
  #adapter: Adapter | null = null

  constructor(readonly path: string) {
    super({ url: path, timeout: BUSY_TIMEOUT_MS }, { timestampFormat: 'unixepoch-ms' })
  }

  override async connect(): Promise<Adapter> {
    this.#adapter ??= await super.connect()
    return this.#adapter
  }

  /** Opens, sets up and migrates. The caller closes the handle. */
  async open(migrations: readonly Migration[]): Promise<Sqlite.Database> {
    // SQLite gives its side files the mode of the main file: nobody else on this machine reads along.
    if (this.path !== IN_MEMORY) closeSync(openSync(this.path, 'a', 0o600))
    const sqlite: unknown = Reflect.get(await this.connect(), 'client')
    if (!(sqlite instanceof Sqlite))
      throw new Error('the Prisma adapter holds its connection elsewhere than this version expects')
    try {
      for (const pragma of PRAGMAS) sqlite.pragma(pragma)
      migrate(sqlite, migrations)
    } catch (error) {
      sqlite.close()
      throw error
    }
    return sqlite
  }
}

/** Looks at an existing file without changing a byte of it. */
export function withReadOnly<T>(path: string, look: (sqlite: Sqlite.Database) => T): T {
  const sqlite = new Sqlite(path, { readonly: true, timeout: BUSY_TIMEOUT_MS })
  try {
    return look(sqlite)
  } finally {
    sqlite.close()
  }
}
