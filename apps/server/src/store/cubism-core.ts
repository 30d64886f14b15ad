// Live2D's Cubism Core on this machine. In: the user's acceptance of its licence, then a download or a dropped file. Out: the file in
// PSIONA_DATA/cubism, checked, with a note of what was accepted when; and what state that is in. Without acceptance nothing is fetched or kept.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CoreState, Problem } from '@psiona/shared'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Clock } from '../clock'
import type { CubismShelf, Upload } from '../house'
import { type CoreFacts, probeCore } from './cubism-probe'
import { replaceFile } from './data-folder'
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

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function openCubismShelf({ sourceFile, dir, clock, onChange, resolve = resolveHost }: CubismOptions): OpenCubismShelf {
  const { url, licence } = Source.parse(parse(readFileSync(sourceFile, 'utf8')))
  const corePath = join(dir, CORE_FILE)
  const notePath = join(dir, NOTE_FILE)
  const partPath = join(dir, `${CORE_FILE}.part`)
  let note: CoreNote | null = null
  let trouble = ''
  let fetching: { readonly abort: AbortController; bytes: number } | null = null
  let work: Promise<unknown> = Promise.resolve()
  let toldMs = Number.NEGATIVE_INFINITY

  const look = () => {
    note = null
    trouble = ''
    if (!existsSync(corePath)) return
    try {
      const kept = CoreNote.parse(JSON.parse(readFileSync(notePath, 'utf8')))
      if (sha256(readFileSync(corePath)) === kept.sha256) note = kept
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
    try {
      mkdirSync(dir, { recursive: true })
      // The note goes first: a core without its note is trouble, a note without a core is nothing.
      await rm(corePath, { force: true })
      const accepted = { at: clock.wallMs(), version: licence.version }
      replaceFile(notePath, `${JSON.stringify({ accepted, sha256: sha256(bytes), ...facts, from }, null, 2)}\n`)
      await writeFile(corePath, bytes, { mode: 0o600 })
    } catch (cause) {
      throw storeProblem(cause, corePath)
    } finally {
      look()
    }
  }
  const download = async (abort: AbortController) => {
    mkdirSync(dir, { recursive: true })
    const incoming = join(dir, `${CORE_FILE}.incoming`)
    try {
      await downloadFile({
        url,
        expected: { bytes: null, sha256: null },
        target: incoming,
        part: partPath,
        clock,
        signal: abort.signal,
        resolve,
        onReceived: (bytes) => {
          if (!fetching) return
          fetching.bytes = bytes
          if (clock.monotonicMs() - toldMs >= TELL_EVERY_MS) tell()
        },
      })
      const bytes = await readFile(incoming)
      await keep(bytes, await probeCore(bytes, clock), 'fetched')
    } finally {
      await rm(incoming, { force: true })
    }
  }

  return {
    state,
    async fetch(licenceVersion) {
      requireAccepted(licenceVersion)
      if (fetching) return state()
      const abort = new AbortController()
      fetching = { abort, bytes: 0 }
      trouble = ''
      tell()
      work = download(abort)
        .catch((cause: unknown) => {
          if (abort.signal.aborted) return
          look()
          const problem = cause instanceof Problem ? cause : storeProblem(cause, corePath)
          // What was there before still serves.
          if (!note) trouble = `${problem.message} Or download it from Live2D yourself and drop the file here.`
        })
        .finally(() => {
          fetching = null
          if (!abort.signal.aborted) tell()
        })
      return state()
    },
    async put(upload: Upload, licenceVersion) {
      requireAccepted(licenceVersion)
      const chunks: Uint8Array[] = []
      for await (const chunk of upload.chunks) chunks.push(chunk)
      const bytes = Buffer.concat(chunks)
      await keep(bytes, await probeCore(bytes, clock), 'dropped')
      tell()
      return state()
    },
    async remove() {
      fetching?.abort.abort()
      await work
      await rm(dir, { recursive: true, force: true })
      look()
      tell()
      return state()
    },
    async close() {
      fetching?.abort.abort()
      await work
    },
  }
}
