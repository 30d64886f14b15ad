// A program on a disk that it fills. In: a folder on a small disk, where the migrations lie. Out: one JSON object about what the turn store did.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem, type TurnRecord } from '@psiona/shared'
import { systemClock } from '../../apps/server/src/clock'
import { openDatabase } from '../../apps/server/src/store/database'
import { createTurnStore } from '../../apps/server/src/store/turn-store'

const [dataDir = '', migrationsDir = ''] = process.argv.slice(2)
const database = await openDatabase({ path: join(dataDir, 'psiona.db'), migrationsDir })
const store = await createTurnStore(database, systemClock)
const save = async (id: number): Promise<string> => {
  const turn: TurnRecord = {
    id: String(id),
    at: systemClock.wallMs(),
    kind: 'ask',
    from: { platform: 'owner', id: 'owner', name: 'You' },
    said: `turn ${id} ${'with many words '.repeat(100)}`,
    answered: '',
    heard: '',
    emotion: {},
    status: 'done',
    firstAudioMs: null,
  }
  return store.save(turn).then(
    () => 'kept',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
}

const ballast = join(dataDir, 'ballast')
const space = Buffer.alloc(64 * 1024)
const codes = new Set<string>()
let count = 0
for (let round = 0; round < 5; round++) {
  codes.add(await save(count++))
  // Whatever is free is taken, down to the last page.
  for (let size = space.length; size >= 512; size /= 2)
    for (let full = false; !full; ) {
      try {
        writeFileSync(ballast, space.subarray(0, size), { flag: 'a' })
      } catch (error) {
        full = true
        codes.add(error instanceof Error && 'code' in error ? String(error.code) : String(error))
      }
    }
  for (let i = 0; i < 10; i++) codes.add(await save(count++))
  const whileFull = store.health().state
  const remembered = (await store.latest(1000)).length
  rmSync(ballast)
  const backAt = systemClock.monotonicMs()
  while (store.health().state !== 'ok' && systemClock.monotonicMs() - backAt < 30_000) await systemClock.sleep(100)
  console.log(JSON.stringify({ whileFull, remembered, said: count, backMs: Math.round(systemClock.monotonicMs() - backAt) }))
}
const integrity = String(database.sqlite.pragma('integrity_check', { simple: true }))
const kept = (await store.latest(1000)).length
await store.close()
const bytes = readdirSync(dataDir).reduce((sum, file) => sum + readFileSync(join(dataDir, file)).length, 0)
console.log(JSON.stringify({ codes: [...codes].sort(), integrity, kept, said: count, bytes }))
