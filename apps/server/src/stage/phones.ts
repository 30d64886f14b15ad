// The paired phones. In: PSIONA_DATA/lan/phones.json, and the token a phone presents. Out: which phone that is; the list for the panel. Tokens are kept as digests only.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Ms, Phone, Problem } from '@psiona/shared'
import { z } from 'zod'
import type { Clock } from '../clock'
import { inDataFolder, newToken, readIfThere, writePrivately } from '../tokens'
import { LAN_FOLDER } from './certificate'

export const PHONES_FILE = 'phones.json'
const ID_BYTES = 6
/** How far `lastSeenAt` on the disk may lag behind. */
const SEEN_STEP_MS: Ms = 600_000

const StoredPhone = Phone.extend({ tokenDigest: z.string().regex(/^[0-9a-f]{64}$/) })
type StoredPhone = z.infer<typeof StoredPhone>
const PhonesFile = z.object({ version: z.literal(1), phones: z.array(StoredPhone) })

export interface Phones {
  list(): Phone[]
  /** The id of the phone whose token that is; it has been seen now. */
  recognise(token: string): string | null
  /** The token is told once, here. @throws Problem 'data-not-writable' */
  add(name: string): Promise<{ readonly id: string; readonly token: string }>
  /** Its token counts no more from the moment of the call. @throws Problem 'no-phone' | 'data-not-writable' */
  remove(id: string): Promise<void>
  /** Why earlier pairings are lost, and what to do; null when all is well. */
  readonly note: string | null
  /** Resolves when all is on the disk. */
  close(): Promise<void>
}

export interface PhonesOptions {
  readonly dataDir: string
  readonly clock: Clock
  /** When a phone was last seen could not be kept. */
  readonly onTrouble: (cause: unknown) => void
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex')
/** Both are 64 characters. */
const sameDigest = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b))

async function readPhones(file: string, nowMs: number): Promise<{ phones: StoredPhone[]; note: string | null }> {
  try {
    const text = await readIfThere(file)
    return { phones: text === null ? [] : PhonesFile.parse(JSON.parse(text)).phones, note: null }
  } catch {
    const aside = `${file}.broken-${new Date(nowMs).toISOString().replace(/[:.]/g, '-')}`
    const kept = await rename(file, aside).then(
      () => `It was kept as ${aside}.`,
      () => `Give yourself permission to read ${file}.`,
    )
    return { phones: [], note: `The list of paired phones could not be read, so none is paired. ${kept} Pair your phones again.` }
  }
}

export async function openPhones({ dataDir, clock, onTrouble }: PhonesOptions): Promise<Phones> {
  const folder = join(dataDir, LAN_FOLDER)
  const file = join(folder, PHONES_FILE)
  let { phones, note } = await readPhones(file, clock.wallMs())
  let savedMs = clock.monotonicMs()
  let unsaved = false
  let writing: Promise<unknown> = Promise.resolve()

  const write = () =>
    inDataFolder(dataDir, async () => {
      unsaved = false
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writePrivately(file, `${JSON.stringify({ version: 1, phones } satisfies z.infer<typeof PhonesFile>, null, 2)}\n`)
    })
  /** One after the other; whoever asked for a write has its failure. */
  const save = (): Promise<void> => {
    savedMs = clock.monotonicMs()
    const written = writing.then(write, write)
    writing = written.catch(() => undefined)
    return written
  }

  return {
    list: () => phones.map(({ tokenDigest: _, ...phone }) => phone),
    recognise(token) {
      const presented = digest(token)
      const phone = phones.find(({ tokenDigest }) => sameDigest(tokenDigest, presented))
      if (!phone) return null
      phone.lastSeenAt = clock.wallMs()
      unsaved = true
      if (clock.monotonicMs() - savedMs >= SEEN_STEP_MS) save().catch(onTrouble)
      return phone.id
    },
    async add(name) {
      const [id, token, now] = [`phone-${randomBytes(ID_BYTES).toString('hex')}`, newToken(), clock.wallMs()]
      const phone = { id, name, pairedAt: now, lastSeenAt: now, tokenDigest: digest(token) }
      phones = [...phones, phone]
      try {
        await save()
      } catch (cause) {
        phones = phones.filter((other) => other !== phone)
        throw cause
      }
      note = null
      return { id, token }
    },
    async remove(id) {
      if (!phones.some((phone) => phone.id === id))
        throw new Problem('no-phone', 'missing', 'No phone of that id is paired. Load the list again.')
      phones = phones.filter((phone) => phone.id !== id)
      await save()
    },
    get note() {
      return note
    },
    async close() {
      await writing
      if (unsaved) await save().catch(onTrouble)
    },
  }
}
