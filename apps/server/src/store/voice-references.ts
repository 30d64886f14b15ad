// Recordings of voices that may be imitated, each in a folder of its own together with the consent that belongs to exactly this recording.
// In: a recording and its consent. Out: what is there; the sound, to whoever sends it on. Nobody else may read them, and removal is for good.
import { webcrypto } from 'node:crypto'
import { constants, existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem, Slug, VoiceReference } from '@psiona/shared'
import { z } from 'zod'
import type { Clock } from '../clock'
import { storeProblem } from './store-problem'
import { MOST_BYTES, secondsOfReference } from './voice-reference-wav'

const SOUND = 'reference.wav'
const CONSENT = 'consent.json'
/** A folder that is not whole yet. */
const UNFINISHED = '.new-'
/** Names and a statement, in escapes. */
const MOST_CONSENT_BYTES = 64_000
/** Follows no link. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)

/** What lies beside the sound. */
const Kept = z.object({ ...VoiceReference.shape, sha256: z.string().regex(/^[0-9a-f]{64}$/) })
type Kept = z.infer<typeof Kept>

/** Who adds one says all of this; the time is noted here. */
export const NewReference = z.object({
  name: VoiceReference.shape.name,
  speaker: VoiceReference.shape.speaker,
  consent: VoiceReference.shape.consent.omit({ at: true }),
})
export type NewReference = z.infer<typeof NewReference>

export interface VoiceReferences {
  list(): VoiceReference[]
  /** @throws Problem 'no-consent', 'reference-refused', or what the disk says */
  add(about: NewReference, wav: Uint8Array): Promise<VoiceReference>
  /** @throws Problem 'no-such-reference' when it, or its consent, is not there; 'reference-changed' when it is not what the consent is for */
  sound(id: string): Promise<Uint8Array>
  /** From the disk, with its consent. @throws Problem 'no-such-reference', or what the disk says */
  remove(id: string): void
}

/** Aside: megabytes are no work for the thread that she lives on. */
const sha256Of = async (bytes: Uint8Array) =>
  Buffer.from(await webcrypto.subtle.digest('SHA-256', Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))).toString('hex')

/** @throws Problem of the disk, when what is left of another run cannot be removed */
export function openVoiceReferences({ dir, clock }: { readonly dir: string; readonly clock: Clock }): VoiceReferences {
  // A run that was killed may have left a recording whose consent was not written yet.
  try {
    for (const name of namesIn(dir)) if (name.startsWith(UNFINISHED)) rmSync(join(dir, name), { recursive: true })
  } catch (cause) {
    throw storeProblem(cause, dir)
  }
  let work: Promise<unknown> = Promise.resolve()
  /** One is added at a time: two of one name do not take each other's place. */
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const done = work.then(job)
    work = done.catch(() => {})
    return done
  }
  const missing = () =>
    new Problem(
      'no-such-reference',
      'missing',
      'There is no recording of that name with consent. Add it on the Voice page, or choose another voice.',
    )

  /** Null when it is not there as a whole, or another has put something else in its place. */
  const kept = (id: string): Kept | null => {
    if (!folders(dir).includes(id)) return null
    const file = join(dir, id, CONSENT)
    try {
      const about = lstatSync(file)
      if (!about.isFile() || about.size > MOST_CONSENT_BYTES) return null
      const found = Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
      return found.id === id ? found : null
    } catch {
      return null
    }
  }
  const freeId = (name: string): string => {
    const base = slugOf(name)
    const taken = new Set(namesIn(dir))
    for (let number = 1; ; number++) {
      const id = number === 1 ? base : `${base}-${number}`
      if (!taken.has(id)) return id
    }
  }
  return {
    list: () =>
      folders(dir).flatMap((id) => {
        const found = kept(id)
        return found ? [VoiceReference.parse(found)] : []
      }),
    async add(about, wav) {
      const said = NewReference.safeParse(about)
      if (!said.success)
        throw new Problem(
          'no-consent',
          'refused',
          'A voice is kept only with the name of its speaker and the consent that was given. Fill in both.',
          { cause: said.error },
        )
      const seconds = secondsOfReference(wav)
      return inTurn(async () => {
        const id = freeId(said.data.name)
        const reference: VoiceReference = { ...said.data, id, seconds, consent: { ...said.data.consent, at: clock.wallMs() } }
        const consent = { ...reference, sha256: await sha256Of(wav) } satisfies Kept
        const unfinished = join(dir, `${UNFINISHED}${id}`)
        try {
          await mkdir(unfinished, { recursive: true, mode: 0o700 })
          await writeOwn(join(unfinished, SOUND), wav)
          await writeOwn(join(unfinished, CONSENT), Buffer.from(`${JSON.stringify(consent, null, 2)}\n`))
          await rename(unfinished, join(dir, id))
        } catch (error) {
          if (existsSync(unfinished)) await rm(unfinished, { recursive: true })
          throw storeProblem(error, dir)
        }
        return reference
      })
    },
    async sound(id) {
      const found = kept(id)
      if (!found) throw missing()
      let wav: Buffer
      try {
        wav = await readWhole(join(dir, id, SOUND), MOST_BYTES)
      } catch {
        throw missing()
      }
      if ((await sha256Of(wav)) === found.sha256) return wav
      throw new Problem(
        'reference-changed',
        'refused',
        'The recording is not the one that its consent was given for. Remove it on the Voice page and add it again.',
      )
    },
    remove(id) {
      // Also one that has lost its consent: nothing of it is to stay.
      if (!Slug.safeParse(id).success || !folders(dir).includes(id)) throw missing()
      try {
        rmSync(join(dir, id), { recursive: true })
      } catch (error) {
        throw storeProblem(error, dir)
      }
    },
  }
}

function entriesOf(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true })
  } catch {
    // Not made before the first is added.
    return []
  }
}
const namesIn = (dir: string): string[] => entriesOf(dir).map(({ name }) => name)
const folders = (dir: string): string[] =>
  entriesOf(dir)
    .filter((entry) => entry.isDirectory() && Slug.safeParse(entry.name).success)
    .map(({ name }) => name)
    .sort()

/** 'My old voice!' → 'my-old-voice'. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return Slug.safeParse(slug).success ? slug : 'voice'
}

async function within<T>(path: string, flags: string | number, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags, 0o600)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

/** @throws the file system's error, or that it is none of ours */
const readWhole = (path: string, mostBytes: number): Promise<Buffer> =>
  within(path, READ_FLAGS, async (file) => {
    const about = await file.stat()
    if (!about.isFile() || about.size > mostBytes) throw new Error('no file of ours')
    return file.readFile()
  })

/** Readable by its owner alone. @throws the file system's error */
const writeOwn = (path: string, content: Uint8Array): Promise<void> =>
  within(path, 'wx', async (file) => {
    await file.writeFile(content)
    await file.sync()
  })
