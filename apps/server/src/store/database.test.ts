import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { openDatabase } from './database'

const migrationsDir = join(root, 'prisma/migrations')
const FIRST = '20261120120000_first'
let dir = ''
let path = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'psiona-database-'))
  path = join(dir, 'psiona.db')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const opened = async () => (await openDatabase({ path, migrationsDir })).close()
const change = (sql: string) => {
  const sqlite = new Sqlite(path)
  sqlite.exec(sql)
  sqlite.close()
}
const refusal = (migrations = migrationsDir) =>
  openDatabase({ path, migrationsDir: migrations }).then(
    () => 'opened',
    (problem: { code: string }) => problem.code,
  )

describe('database', () => {
  it('starts with private files, overwritten deletions and a log that survives a kill', async () => {
    const database = await openDatabase({ path, migrationsDir })
    const pragma = (name: string) => Number(database.sqlite.pragma(name, { simple: true }))
    expect(database.sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
    expect([pragma('secure_delete'), pragma('foreign_keys'), pragma('synchronous')]).toEqual([1, 1, 1])
    if (process.platform !== 'win32') for (const file of [path, `${path}-wal`]) expect(statSync(file).mode & 0o077).toBe(0)
    await database.close()
  })

  it('records migrations as Prisma does, and runs each once', async () => {
    await opened()
    await opened()
    const sqlite = new Sqlite(path, { readonly: true })
    const rows = sqlite.prepare('SELECT * FROM _prisma_migrations').all()
    sqlite.close()
    const sql = readFileSync(join(migrationsDir, FIRST, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
    expect(rows).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: createHash('sha256').update(sql).digest('hex'),
        migration_name: FIRST,
        logs: null,
        rolled_back_at: null,
        started_at: expect.any(Number),
        finished_at: expect.any(Number),
        applied_steps_count: 1,
      },
    ])
  })

  it.each([
    [
      'newer',
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'y', '29991231_later', 1)`,
      'newer-database',
    ],
    ['differently migrated', `UPDATE _prisma_migrations SET checksum = 'other'`, 'foreign-database'],
    ['half-migrated', `UPDATE _prisma_migrations SET finished_at = NULL`, 'foreign-database'],
  ])('refuses a %s file without changing a byte', async (_, sql, code) => {
    await opened()
    change(sql)
    const before = readFileSync(path)
    expect(await refusal()).toBe(code)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('names a damaged file and leaves it as it is', async () => {
    const noise = Buffer.alloc(8192, 'not a database, though long enough to be one. ')
    writeFileSync(path, noise)
    expect(await refusal()).toBe('damaged-database')
    expect(readFileSync(path).equals(noise)).toBe(true)
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  it('says where it may not write, or what is in the way', async () => {
    writeFileSync(join(dir, 'file'), '')
    path = join(dir, 'file', 'psiona.db')
    expect(await refusal()).toBe('bad-data-folder')
    path = join(dir, 'sealed', 'psiona.db')
    mkdirSync(join(dir, 'sealed'), { mode: 0o500 })
    // Root may write everywhere, so for this one look the test is nobody.
    const isRoot = process.getuid?.() === 0
    if (isRoot) process.seteuid?.(65534)
    const code = await refusal()
    if (isRoot) process.seteuid?.(0)
    if (process.platform !== 'win32') expect(code).toBe('no-write-permission')
  })

  it('takes a migration whole or not at all', async () => {
    await opened()
    const later = join(dir, 'migrations')
    cpSync(migrationsDir, later, { recursive: true })
    mkdirSync(join(later, '20270101000000_bad'))
    writeFileSync(
      join(later, '20270101000000_bad/migration.sql'),
      'CREATE TABLE "Half" ("a" TEXT);\nCREATE TABLE "Turn" ("b" TEXT);',
    )
    expect(await refusal(later)).toBe('unfit-database')
    const sqlite = new Sqlite(path, { readonly: true })
    expect(sqlite.prepare(`SELECT name FROM sqlite_master WHERE name = 'Half'`).all()).toEqual([])
    sqlite.close()
    await opened()
  })

  it('runs transactions one at a time, and a failed one leaves nothing', async () => {
    const database = await openDatabase({ path, migrationsDir })
    const person = (key: string) => ({
      key,
      platform: 'twitch',
      id: key,
      name: key,
      firstSeen: new Date(0),
      lastSeen: new Date(0),
    })
    const failing = database.transaction(async () => {
      await database.prisma.person.create({ data: person('a') })
      throw new Error('changed my mind')
    })
    const fine = database.transaction(() => database.prisma.person.create({ data: person('b') }))
    await expect(failing).rejects.toThrow()
    await fine
    expect((await database.prisma.person.findMany()).map(({ key }) => key)).toEqual(['b'])
    await database.close()
  })
})
