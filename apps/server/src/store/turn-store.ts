// Turns come in and survive a kill when the promise resolves; they come back newest last, or best match first. The SQLite adapter of the TurnStore port.
import { join } from 'node:path'
import { type Problem, type TurnRecord, takesBack } from '@psiona/shared'
import { z } from 'zod'
import type { Clock } from '../clock'
import type { TurnStore } from '../organs'
import { type Database, openDatabase } from './database'
import { IN_MEMORY } from './sqlite-connection'
import { StoreProblem, storeProblem } from './store-problem'
import { createTakenBack, type Removal } from './taken-back'
import { keyOf, rowOf, turnOf } from './turn-row'
import { turnQuery } from './turn-words'

/** A full disk is asked again this often, so that she keeps turns within 10 s of space coming back. */
const RETRY_MS = 5000
/** Turns that wait for a disk: an evening's worth, about 1 MB. */
const MOST_UNSAVED = 500

export interface TurnStoreOptions {
  /** PSIONA_DATA; the turns are in psiona.db there. */
  readonly dataDir: string
  readonly migrationsDir: string
  readonly clock: Clock
}

const Found = z.array(z.object({ seq: z.number() }))

/** @throws Problem when the file is newer, damaged, or cannot be written. */
export const openTurnStore = async ({ dataDir, migrationsDir, clock }: TurnStoreOptions): Promise<TurnStore> =>
  createTurnStore(await openDatabase({ path: join(dataDir, 'psiona.db'), migrationsDir }), clock)

/** For a day on which the real one cannot be opened: keeps turns until the process ends, and its health says why. */
export const openStandInTurnStore = async (
  { migrationsDir, clock }: Omit<TurnStoreOptions, 'dataDir'>,
  because: Problem,
): Promise<TurnStore> => createTurnStore(await openDatabase({ path: IN_MEMORY, migrationsDir }), clock, because)

/** Owns the database from now on and closes it. */
export async function createTurnStore(
  database: Database,
  clock: Clock,
  standInBecause: Problem | null = null,
): Promise<TurnStore> {
  const { prisma, sqlite } = database
  const takenBack = createTakenBack(clock)
  /** What is not on disk yet: the latest version of every turn, oldest first, and removals. */
  const unsaved = new Map<string, TurnRecord>()
  const owed = new Set<Removal>()
  let flushing: Promise<void> | null = null
  let trouble: Problem | null = null
  const calm = () => {
    if (unsaved.size === 0 && owed.size === 0) trouble = null
  }
  const failed = (error: unknown): Problem => {
    trouble = storeProblem(error, database.path)
    return trouble
  }

  const write = (turn: TurnRecord) =>
    database.transaction(async () => {
      if (takenBack.covers(turn)) return
      const { id, ...row } = rowOf(turn)
      const { personKey: key, at } = row
      const { platform, id: personId, name } = turn.from
      await prisma.person.upsert({
        where: { key },
        create: { key, platform, id: personId, name, firstSeen: at, lastSeen: at },
        update: { name, lastSeen: at },
      })
      await prisma.turn.upsert({ where: { id }, create: { id, ...row }, update: row })
    })
  const erase = async (removal: Removal): Promise<string[]> => {
    const { platform, personId, messageId, since } = removal
    const where = {
      person: { platform, ...(personId === undefined ? {} : { id: personId }) },
      ...(messageId === undefined ? {} : { messageId }),
      ...(since === undefined ? {} : { at: { gte: new Date(since) } }),
    }
    const ids = await database.transaction(async () => {
      const rows = await prisma.turn.findMany({ where, select: { id: true } })
      await prisma.turn.deleteMany({ where })
      // Nothing is known any more of somebody of whom nothing is left.
      await prisma.person.deleteMany({ where: { turns: { none: {} } } })
      return rows.map(({ id }) => id)
    })
    // The log still holds the old pages; emptying it takes the text off the disk.
    if (ids.length > 0) await database.checkpoint()
    return ids
  }
  /** One at a time and oldest first, so that the order on disk is the order of arrival even after trouble. */
  const flush = (): Promise<void> => {
    flushing ??= (async () => {
      while (unsaved.size > 0)
        for (const [id, turn] of unsaved) {
          await write(turn)
          // Changed meanwhile: the newer version has its turn in the next round.
          if (unsaved.get(id) === turn) unsaved.delete(id)
        }
    })().finally(() => {
      flushing = null
    })
    return flushing
  }
  const retry = async () => {
    // The log itself may be what fills a small disk.
    await database.checkpoint()
    for (const removal of owed) {
      await erase(removal)
      owed.delete(removal)
    }
    await flush()
    calm()
  }
  let retrying = false
  const stopRetrying = clock.every(RETRY_MS, () => {
    if (trouble === null || retrying) return
    retrying = true
    retry()
      .catch(failed)
      .finally(() => {
        retrying = false
      })
  })

  // What was live when the process ended will not go on: it stands as far as it was heard.
  await database.transaction(() =>
    prisma.turn.updateMany({ where: { status: { in: ['thinking', 'speaking'] } }, data: { status: 'cut' } }),
  )

  return {
    async save(turn) {
      unsaved.set(turn.id, turn)
      if (unsaved.size > MOST_UNSAVED) unsaved.delete(unsaved.keys().next().value ?? '')
      try {
        await flush()
        calm()
      } catch (error) {
        throw failed(error)
      }
    },
    async latest(limit, personKey) {
      const rows = await prisma.turn.findMany({
        ...(personKey === undefined ? {} : { where: { personKey } }),
        orderBy: { seq: 'desc' },
        take: limit,
        include: { person: true },
      })
      const turns = new Map(rows.reverse().map((row) => [row.id, turnOf(row)]))
      for (const turn of unsaved.values()) if (personKey === undefined || keyOf(turn.from) === personKey) turns.set(turn.id, turn)
      return [...turns.values()].filter((turn) => !takenBack.covers(turn)).slice(-limit)
    },
    async search(text, limit, personKey) {
      const query = turnQuery(text)
      if (query === null) return []
      const found = Found.parse(
        sqlite
          .prepare(
            `SELECT "Turn"."seq" FROM "TurnWords" JOIN "Turn" ON "Turn"."seq" = "TurnWords"."rowid"
             WHERE "TurnWords" MATCH ? AND (? IS NULL OR "Turn"."personKey" = ?) ORDER BY bm25("TurnWords"), "Turn"."seq" DESC LIMIT ?`,
          )
          .safeIntegers(false)
          .all(query, personKey ?? null, personKey ?? null, limit),
      ).map(({ seq }) => seq)
      const rows = await prisma.turn.findMany({ where: { seq: { in: found } }, include: { person: true } })
      const best = rows.sort((a, b) => found.indexOf(a.seq) - found.indexOf(b.seq)).map(turnOf)
      return best.filter((turn) => !takenBack.covers(turn))
    },
    async remove(removal) {
      takenBack.note(removal)
      const waiting = [...unsaved.values()].filter((turn) => takesBack(removal, turn)).map(({ id }) => id)
      for (const id of waiting) unsaved.delete(id)
      try {
        return [...new Set([...(await erase(removal)), ...waiting])]
      } catch (error) {
        owed.add(removal)
        throw failed(error)
      }
    },
    health() {
      const because = standInBecause ?? trouble
      if (because === null) return { part: 'memory', state: 'ok', detail: 'keeps every turn on this machine' }
      const [what, remedy] =
        because instanceof StoreProblem ? [because.what, because.remedy] : [because.message, 'Restart Psiona.']
      const meanwhile = standInBecause
        ? 'What is said is kept only until Psiona ends.'
        : `Not on disk yet: ${unsaved.size + owed.size}.`
      return { part: 'memory', state: 'trouble', detail: `${what} ${meanwhile}`, remedy }
    },
    async close() {
      stopRetrying()
      await database.close()
    },
  }
}
