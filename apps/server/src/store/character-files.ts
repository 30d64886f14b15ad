// The character files: what ships, what the user wrote, and which one is in use. In: two folders and the user's choice. Out: always a valid character; edits arrive by themselves, mistakes become Problems while the last good version stays.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type AppearanceChange, Character, type CharacterFile, Problem, type VoiceDials } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { CharacterSource } from '../organs'
import { withAppearance, withDials } from './character-dials'
import { characterPath, readCharacterFolder } from './character-folder'
import { parseCharacter } from './character-yaml'
import { watchFolder } from './folder-watch'

/** Used when nothing else can be: enough to say hello and that something is wrong. */
const BARE: Character = Character.parse({
  identity: { name: 'Tori', role: 'a companion whose file is missing', about: 'Her character file could not be found.' },
  traits: {},
  style: { greetings: ['[joy:0.5] Hello!'], goodbyes: ['[joy:0.5] Bye!'] },
})
const SHIPPED_ID = 'tori'

export interface CharacterFilesOptions {
  /** The user's files; made when missing. A file here wins over a shipped one of its name. */
  readonly dir: string
  /** Read only. */
  readonly shippedDir: string
  /** Where removed files go. */
  readonly binDir: string
  readonly clock: Clock
  readonly log?: Pick<Log, 'warn'> | undefined
  /** The character to begin with; default tori. */
  readonly chosen?: string
  /** The character in use is another one, reads otherwise, or has a new problem. */
  readonly onChange: () => void
}

export interface CharacterFiles extends CharacterSource {
  /** The character to use from now on; a missing one is a problem and tori stands in. */
  choose(id: string): void
  list(): Promise<{ id: string; name: string; active: boolean }[]>
  /** @throws Problem 'no-such-character' */
  get(id: string): Promise<CharacterFile>
  /** Stores the text as it is, comments and all. @throws Problem with `where`; then nothing has changed */
  put(id: string, yaml: string): Promise<CharacterFile>
  /** Writes dials into the file and nothing else; `before` undoes it. @throws Problem */
  putDials(id: string, dials: VoiceDials): Promise<{ yaml: string; before: string }>
  putAppearance(id: string, change: AppearanceChange): Promise<{ yaml: string; before: string }>
  /** Moves the user's file to the bin. @throws Problem */
  remove(id: string): Promise<void>
  /** Every file with a mistake, its id and what to do. */
  problems(): { id: string; problem: Problem }[]
  /** Reads the folders again, as a change on disk does. */
  refresh(): Promise<void>
  close(): Promise<void>
}

interface Kept {
  readonly id: string
  readonly own: boolean
  readonly text: string
  /** The last version without mistakes; null when there was none since the start. */
  readonly good: Character | null
  readonly problem: Problem | null
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')
const missing = (id: string) =>
  new Problem('no-such-character', 'missing', `There is no character ${id}. Choose one from the list.`)

/** One character for a program that runs once; the user's file wins. @throws Problem */
export function loadCharacter({
  shippedDir,
  userDir,
  id,
}: {
  readonly shippedDir: string
  readonly userDir: string
  readonly id: string
}): Character {
  for (const folder of [userDir, shippedDir]) {
    const path = characterPath(folder, id)
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') continue
      throw new Problem(
        'character-unreadable',
        'broken',
        `The file of ${id} cannot be read. Give your user the right to read it.`,
        { cause },
      )
    }
    return parseCharacter(text, `characters/${id}.yaml`)
  }
  throw missing(id)
}

export async function openCharacterFiles(options: CharacterFilesOptions): Promise<CharacterFiles> {
  const { dir, shippedDir, binDir, clock, log, onChange } = options
  let chosen = options.chosen ?? SHIPPED_ID
  let kept = new Map<string, Kept>()
  let told = ''
  let work: Promise<unknown> = Promise.resolve()
  /** One thing at a time: a write and a look at the folder never mix. */
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const done = work.then(job)
    work = done.catch(() => {})
    return done
  }

  const current = (): { id: string; character: Character; problem: string | null } => {
    const wanted = kept.get(chosen)
    const note = wanted?.problem?.message ?? null
    if (wanted?.good) return { id: chosen, character: wanted.good, problem: note }
    const shipped = kept.get(SHIPPED_ID)
    const why = note ?? `There is no character ${chosen}, so tori stands in. Choose another one on the Character page.`
    return { id: SHIPPED_ID, character: shipped?.good ?? BARE, problem: why }
  }
  const tell = () => {
    const { id, character, problem } = current()
    const now = hashOf(JSON.stringify([id, character, problem]))
    if (now === told) return
    told = now
    onChange()
  }

  /** By content: a look that finds nothing new costs no parsing. */
  let parsed = new Map<string, Character | Problem>()
  const parse = (id: string, text: string): Character | Problem => {
    try {
      return parseCharacter(text, `characters/${id}.yaml`)
    } catch (cause) {
      const problem =
        cause instanceof Problem
          ? cause
          : new Problem('character-broken', 'broken', `The file of ${id} cannot be used. Compare it with tori.yaml.`, { cause })
      log?.warn({ err: problem }, 'character file has a mistake')
      return problem
    }
  }
  const look = async () => {
    const next = new Map<string, Kept>()
    const seen = new Map<string, Character | Problem>()
    for (const [folder, own] of [
      [shippedDir, false],
      [dir, true],
    ] as const)
      for (const file of await readCharacterFolder(folder)) {
        const { id } = file
        let result: Character | Problem
        if ('text' in file) {
          const key = `${id} ${hashOf(file.text)}`
          result = parsed.get(key) ?? parse(id, file.text)
          seen.set(key, result)
        } else result = file.problem
        const problem = result instanceof Problem ? result : null
        // The last good version: of this file, else the shipped one of its name.
        const good = result instanceof Problem ? (kept.get(id)?.good ?? next.get(id)?.good ?? null) : result
        next.set(id, { id, own, text: 'text' in file ? file.text : '', good, problem })
      }
    parsed = seen
    kept = next
    tell()
  }
  const refresh = () => inTurn(look)

  const fileOf = (id: string): CharacterFile => {
    const one = kept.get(id)
    const character = one?.good
    if (!one || !character) throw one?.problem ?? missing(id)
    return { id, yaml: one.text, character, active: id === current().id }
  }

  await mkdir(dir, { recursive: true }).catch((cause: unknown) => {
    throw new Problem(
      'no-write-permission',
      'refused',
      'The folder for your characters cannot be made. Give your user the right to write in the data folder.',
      { cause },
    )
  })
  await look()
  const stopWatching = watchFolder({
    folder: dir,
    clock,
    log,
    onChange: () => void refresh().catch((cause: unknown) => log?.warn({ err: cause }, 'characters not read')),
  })

  const write = async (id: string, yaml: string): Promise<CharacterFile> => {
    const path = characterPath(dir, id)
    parseCharacter(yaml, `characters/${id}.yaml`)
    await replaceWhole(path, yaml)
    await look()
    return fileOf(id)
  }

  const edit = (id: string, change: (yaml: string) => string): Promise<{ yaml: string; before: string }> =>
    inTurn(async () => {
      characterPath(dir, id)
      const before = fileOf(id).yaml
      // One with a mistake is in use as it was before it.
      parseCharacter(before, `characters/${id}.yaml`)
      return { yaml: (await write(id, change(before))).yaml, before }
    })

  return {
    current,
    choose(id) {
      chosen = id
      tell()
    },
    list: async () =>
      [...kept.values()]
        .filter(({ good }) => good !== null)
        .map(({ id, good }) => ({ id, name: good!.identity.name, active: id === current().id }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    get: async (id) => {
      characterPath(dir, id)
      return fileOf(id)
    },
    put: (id, yaml) => inTurn(() => write(id, yaml)),
    putDials: (id, dials) => edit(id, (yaml) => withDials(yaml, dials)),
    putAppearance: (id, change) => edit(id, (yaml) => withAppearance(yaml, change)),
    remove: (id) =>
      inTurn(async () => {
        const path = characterPath(dir, id)
        const about = await lstat(path).catch(() => null)
        if (!about) {
          throw kept.has(id)
            ? new Problem('character-ships', 'refused', `${id} ships with Psiona and stays. Choose another character instead.`)
            : missing(id)
        }
        await mkdir(binDir, { recursive: true })
        const stamp = new Date(clock.wallMs()).toISOString().replace(/[:.]/g, '-')
        await rename(path, join(binDir, `${id}.${stamp}-${randomBytes(3).toString('hex')}.yaml`))
        await look()
      }),
    problems: () => [...kept.values()].flatMap(({ id, problem }) => (problem ? [{ id, problem }] : [])),
    refresh,
    async close() {
      stopWatching()
      await work
    },
  }
}

/** The file is the old one or the new one at every moment, also when the power fails. */
async function replaceWhole(path: string, text: string): Promise<void> {
  const temporary = path.replace(/([^/\\]+)$/, `.$1.${randomBytes(6).toString('hex')}`)
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(text, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (cause) {
    await rm(temporary, { force: true })
    throw new Problem(
      'character-not-written',
      'broken',
      'The character file could not be written. Check the free space and the rights of the data folder.',
      { cause },
    )
  }
}
