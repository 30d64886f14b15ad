// Kills a writing process again and again. In: how often, and a seed. Out: the turns it was answered for, and what the database says afterwards.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { systemClock } from '../../apps/server/src/clock'
import { openDatabase } from '../../apps/server/src/store/database'
import { createTurnStore } from '../../apps/server/src/store/turn-store'
import { root } from '../checkout'
import { bundleProgram } from './program'

export interface KillReport {
  readonly kills: number
  readonly answered: number
  /** Ids the store had answered for that are no longer there, or not as they were. */
  readonly lost: string[]
  /** SQLite's integrity_check, after every kill; and the full-text index's own. */
  readonly integrity: Set<string>
}

const migrationsDir = join(root, 'prisma/migrations')

/** Lets a writer answer for `lines` lines (the first is 'opening', before the database exists), then kills it in the middle of the next. */
function runUntilKilled(writer: string, dataDir: string, run: string, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, dataDir, migrationsDir, run], { stdio: ['ignore', 'pipe', 'inherit'] })
  const answered: string[] = []
  let seen = 0
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line !== 'opening') answered.push(line)
    if (++seen === lines) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_, signal) =>
      signal === 'SIGKILL' ? resolve(answered) : reject(new Error('the writer ended by itself')),
    )
  })
}

export async function killRepeatedly(kills: number, seed = 1): Promise<KillReport> {
  const writer = await bundleProgram('tests/fakes/turn-writer.ts')
  const dataDir = mkdtempSync(join(tmpdir(), 'psiona-kill-'))
  const answered = new Set<string>()
  const integrity = new Set<string>()
  let random = seed
  const upTo = (most: number) => {
    random = (random * 48_271) % 2_147_483_647
    return random % most
  }
  let lost: string[] = []
  try {
    for (let kill = 0; kill < kills; kill++) {
      // Every fifth dies while it makes a new database, the others in the middle of writing to the one that grows.
      const isNew = kill % 5 === 0
      const folder = isNew ? join(dataDir, `new-${kill}`) : dataDir
      mkdirSync(folder, { recursive: true })
      const lines = await runUntilKilled(writer.path, folder, `r${kill}`, isNew ? 1 : 2 + upTo(30))
      if (!isNew) for (const id of lines) answered.add(id)
      const database = await openDatabase({ path: join(folder, 'psiona.db'), migrationsDir })
      integrity.add(String(database.sqlite.pragma('integrity_check', { simple: true })))
      database.sqlite.exec(`INSERT INTO "TurnWords"("TurnWords", "rank") VALUES ('integrity-check', 1)`)
      const store = await createTurnStore(database, systemClock)
      const kept = new Map((await store.latest(1_000_000)).map((turn) => [turn.id, turn]))
      if (!isNew)
        lost = [...answered].filter((id) => kept.get(id)?.status !== 'done' || kept.get(id)?.heard !== kept.get(id)?.answered)
      await store.close()
      if (lost.length > 0) break
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
    writer.remove()
  }
  return { kills, answered: answered.size, lost, integrity }
}
