// Live2D's Cubism Core on this machine. In: the user's acceptance of its licence, then a download or a dropped file. Out: the file in
// PSIONA_DATA/cubism, checked, with a note of what was accepted when; and what state that is in. Without acceptance nothing is fetched or kept.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CORE_BYTES, type CoreState, Problem } from '@psiona/shared'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Clock } from '../clock'
import type { CubismShelf, Upload } from '../house'
import { type CoreFacts, probeCore } from './cubism-probe'
import { type Resolve, resolveHost } from './model-address'
import { downloadFile } from './model-download'
import { storeProblem } from './store-problem'

export const CORE_FILE = 'live2dcubismcore.min.js'
const NOTE_FILE = 'core.json'
/** Where the stage hands it out. */
const CORE_URL = `/cubism/${CORE_FILE}`
/** The panel's meter moves often enough. */
const TELL_EVERY_MS = 250

const Source = z.strictObject({
  url: z.url(),
  licence: z.strictObject({ name: z.string(), url: z.url(), version: z.string(), summary: z.array(z.string()).min(1) }),
})
const CoreNote = z.object({
  accepted: z.object({ at: z.number(), version: z.string() }),
  sha256: z.string(),
  version: z.string(),
  newestFormat: z.number().int(),
  /** 'fetched' from Live2D, or 'dropped' in. */
  from: z.enum(['fetched', 'dropped']),
})
type CoreNote = z.infer<typeof CoreNote>

export interface CubismOptions {
  /** models/cubism.yaml */
  readonly sourceFile: string
  /** PSIONA_DATA/cubism */
  readonly dir: string
  readonly clock: Clock
  readonly onChange: (state: CoreState) => void
  readonly resolve?: Resolve
}

export interface OpenCubismShelf extends CubismShelf {
  close(): Promise<void>
}

const tooLarge = () =>
  new Problem(
    'not-the-core',
    'input',
    `This is not the Cubism Core: it is larger than ${CORE_BYTES / 2 ** 20} MB. Take live2dcubismcore.min.js from Live2D's "Cubism SDK for Web".`,
  )
const givenUp = () => new Problem('upload-given-up', 'input', 'The file was given up before it was kept. Drop it again.')

async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function openCubismShelf({ sourceFile, dir, clock, onChange, resolve = resolveHost }: CubismOptions): OpenCubismShelf {
  const { url, licence } = Source.parse(parse(readFileSync(sourceFile, 'utf8')))
  const corePath = join(dir, CORE_FILE)
  const notePath = join(dir, NOTE_FILE)
  const partPath = join(dir, `${CORE_FILE}.part`)
  let note: CoreNote | null = null
  let trouble = ''
  let fetching: { readonly abort: AbortController; bytes: number } | null = null
  const closing = new AbortController()
  /** What was on its way when it was removed does not come back. */
  let removals = 0
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other: what is fetched, dropped in and removed at once would leave the note of one with the file of another. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
  let toldMs = Number.NEGATIVE_INFINITY

  const look = () => {
    note = null
    trouble = ''
    if (!existsSync(corePath)) return
    try {
      const kept = CoreNote.parse(JSON.parse(readFileSync(notePath, 'utf8')))
      if (kept.accepted.version !== licence.version)
        trouble =
          'What the licence of the Cubism Core asks for has changed since you accepted it. Read it and fetch the Core again.'
      else if (sha256(readFileSync(corePath)) === kept.sha256) note = kept
      else trouble = 'The Cubism Core on the disk is not the one that was checked. Fetch it again.'
    } catch {
      trouble = 'The note about the Cubism Core cannot be read. Fetch it again.'
    }
  }
  look()

  const state = (): CoreState => ({
    state: fetching ? 'fetching' : note ? 'ready' : trouble ? 'trouble' : 'missing',
    version: note ? `Cubism Core ${note.version}` : '',
    newestFormat: note?.newestFormat ?? 0,
    url: note && !fetching ? CORE_URL : null,
    detail: trouble,
    fetchedBytes: fetching?.bytes ?? 0,
    totalBytes: null,
    licence: { ...licence, accepted: note?.accepted ?? null },
  })
  const tell = () => {
    toldMs = clock.monotonicMs()
    onChange(state())
  }
  const requireAccepted = (version: string) => {
    if (version === licence.version) return
    throw new Problem(
      'licence-changed',
      'input',
      'What is asked about the licence of the Cubism Core has changed. Reload the page, read it and accept it again.',
    )
  }
  const keep = async (bytes: Uint8Array, facts: CoreFacts, from: CoreNote['from']) => {
    const accepted = { at: clock.wallMs(), version: licence.version }
    const newNote = `${JSON.stringify({ accepted, sha256: sha256(bytes), ...facts, from }, null, 2)}\n`
    try {
      mkdirSync(dir, { recursive: true, mode: 0o700 })
      // Whatever the disk refuses, it refuses before anything has changed.
      await writeWhole(`${corePath}.new`, bytes)
      await writeWhole(`${notePath}.new`, newNote)
      // A note without a core is nothing; a core with another's note would be trouble.
      await rm(corePath, { force: true })
      await rename(`${notePath}.new`, notePath)
      await rename(`${corePath}.new`, corePath)
    } catch (cause) {
      throw storeProblem(cause, corePath)
    } finally {
      for (const path of [corePath, notePath]) await rm(`${path}.new`, { force: true })
      look()
    }
  }
  const download = async (abort: AbortController) => {
    abort.signal.throwIfAborted()
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    const incoming = join(dir, `${CORE_FILE}.incoming`)
    const tooMuch = new AbortController()
    try {
      await downloadFile({
        url,
        expected: { bytes: null, sha256: null },
        target: incoming,
        part: partPath,
        clock,
        signal: AbortSignal.any([abort.signal, tooMuch.signal]),
        resolve,
        onReceived: (bytes) => {
          if (bytes > CORE_BYTES) tooMuch.abort(tooLarge())
          if (!fetching) return
          fetching.bytes = bytes
          if (clock.monotonicMs() - toldMs >= TELL_EVERY_MS) tell()
        },
      })
      const bytes = await readFile(incoming)
      const facts = await probeCore(bytes, clock, abort.signal)
      abort.signal.throwIfAborted()
      await keep(bytes, facts, 'fetched')
    } catch (error) {
      // What is too large is not gone on with.
      if (tooMuch.signal.aborted) for (const path of [partPath, `${partPath}.origin`]) await rm(path, { force: true })
      throw error
    } finally {
      await rm(incoming, { force: true })
    }
  }

  return {
    state,
    async fetch(licenceVersion) {
      requireAccepted(licenceVersion)
      if (fetching && !fetching.abort.signal.aborted) return state()
      const abort = new AbortController()
      const mine = { abort, bytes: 0 }
      fetching = mine
      trouble = ''
      tell()
      void inTurn(() => download(abort))
        .catch((cause: unknown) => {
          if (abort.signal.aborted) return
          look()
          const problem = cause instanceof Problem ? cause : storeProblem(cause, corePath)
          // What was there before still serves.
          if (!note) trouble = `${problem.message} Or download it from Live2D yourself and drop the file here.`
        })
        .finally(() => {
          if (fetching === mine) fetching = null
          if (!abort.signal.aborted) tell()
        })
      return state()
    },
    async put(upload: Upload, licenceVersion) {
      requireAccepted(licenceVersion)
      const before = removals
      const chunks: Uint8Array[] = []
      let received = 0
      for await (const chunk of upload.chunks) {
        received += chunk.length
        if (received > CORE_BYTES) throw tooLarge()
        chunks.push(chunk)
      }
      const bytes = Buffer.concat(chunks)
      const gone = AbortSignal.any([closing.signal, upload.gone])
      const facts = await probeCore(bytes, clock, gone)
      // What comes by the network is not wanted any more.
      fetching?.abort.abort()
      try {
        await inTurn(async () => {
          if (gone.aborted || removals !== before) throw givenUp()
          await keep(bytes, facts, 'dropped')
        })
      } finally {
        tell()
      }
      return state()
    },
    async remove() {
      removals++
      fetching?.abort.abort()
      await inTurn(async () => {
        try {
          await rm(dir, { recursive: true, force: true })
        } catch (cause) {
          throw storeProblem(cause, dir)
        } finally {
          look()
        }
      })
      tell()
      return state()
    },
    async close() {
      closing.abort()
      fetching?.abort.abort()
      await last
    },
  }
}
