// A shelf of models in a folder of its own, with a tripwire around it. In: files to drop. Out: what the shelf says, and every file that lies anywhere.
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { type ModelReport, Problem } from '@psiona/shared'
import type { Upload } from '../../apps/server/src/house'
import { type OpenAvatarShelf, openAvatarShelf } from '../../apps/server/src/store/avatar-shelf'
import type { Files } from '../fakes/broken-models-parts'
import { type ZipEntry, zipOf } from '../fakes/broken-models-zip'
import { type FakeClock, fakeClock } from '../fakes/clock'

export const zipped = (files: Files | readonly ZipEntry[]): Buffer =>
  zipOf(Array.isArray(files) ? files : Object.entries(files).map(([name, data]) => ({ name, data })))

const CHUNK_BYTES = 65_536
async function* inChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES)
}
export const uploadOf = (bytes: Buffer, more: Partial<Upload> = {}): Upload => ({
  chunks: inChunks(bytes),
  bytes: bytes.length,
  gone: new AbortController().signal,
  ...more,
})

const seen = new Set<string>()
/** The codes in a report, remembered for the question whether every finding has a case. */
export function proven({ findings }: ModelReport): string[] {
  for (const { code } of findings) seen.add(code)
  return findings.map(({ code }) => code)
}
export const isProven = (code: string): boolean => seen.has(code)

export interface ShelfAtTest {
  readonly shelf: OpenAvatarShelf
  readonly ownDir: string
  readonly builtInDir: string
  readonly clock: FakeClock
  worn: string
  drawn: string
  newestFormat: number
  changes: number
  drop(files: Files | readonly ZipEntry[], name?: string): Promise<ModelReport>
  /** As a person would by hand. */
  put(folder: string, files: Files): void
  /** Every file under the whole temporary folder, but for the shelf's own bookkeeping. */
  everything(): string[]
  read(path: string): string
  reopen(): Promise<void>
  close(): Promise<void>
}

export async function shelfAtTest(): Promise<ShelfAtTest> {
  const root = mkdtempSync(join(tmpdir(), 'psiona-models-'))
  const [ownDir, builtInDir] = [join(root, 'data', 'live2d-models'), join(root, 'checkout', 'live2d-models')]
  const write = (path: string, data: Buffer | string) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, data)
  }
  for (const name of ['tripwire', 'data/tripwire', 'data/passwd', 'checkout/tripwire']) write(join(root, name), 'untouched')
  mkdirSync(builtInDir, { recursive: true })
  const clock = fakeClock()
  const options = {
    builtInDir,
    ownDir,
    worn: () => test.worn,
    drawn: () => test.drawn,
    newestFormat: () => test.newestFormat,
    clock,
    onChange: () => void test.changes++,
  }
  const walk = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      return lstatSync(path).isDirectory() ? walk(path) : [relative(root, path).replaceAll('\\', '/')]
    })
  let shelf = await openAvatarShelf(options)
  const test: ShelfAtTest = {
    get shelf() {
      return shelf
    },
    ownDir,
    builtInDir,
    clock,
    worn: 'tori',
    drawn: 'tori',
    newestFormat: 0,
    changes: 0,
    drop: (files, name = 'Dropped.zip') => shelf.import(uploadOf(zipped(files)), name),
    put(folder, files) {
      for (const [path, data] of Object.entries(files)) write(join(folder, path), data)
    },
    everything: () => walk(root).sort(),
    read: (path) => readFileSync(join(ownDir, path), 'utf8'),
    async reopen() {
      await shelf.close()
      shelf = await openAvatarShelf(options)
    },
    async close() {
      await shelf.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
  return test
}

/** The Problem that it is refused with. */
export async function refusalOf(work: Promise<unknown>): Promise<Problem> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (outcome instanceof Problem) return outcome
  throw new Error('a Problem was expected', { cause: outcome })
}
