// The folder of one model. In: its entry in the catalogue. Out: what of it lies on the disk, by sizes and by the notes about checksums; the bytes themselves are read by whoever downloads or checks.
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelInfo } from '@psiona/shared'
import { z } from 'zod'
import { replaceFile } from './data-folder'
import { type CatalogueFile, type CatalogueModel, NOTE_NAME, Sha256 } from './model-catalogue'

const FileNote = z.object({
  bytes: z.number().int().min(0),
  sha256: Sha256,
  /** A check found other bytes. Stays until the file is fetched again. */
  damaged: z.boolean().default(false),
})
type FileNote = z.infer<typeof FileNote>
/** By the file's path. */
type Notes = ReadonlyMap<string, FileNote>

/** What a file has to be. Null: nobody knows yet. */
export interface Expected {
  readonly bytes: number | null
  readonly sha256: string | null
}
/** What a file is. */
export interface Measured {
  readonly bytes: number
  readonly sha256: string
}
export interface FileSurvey {
  /** 'unchecked': the right size, but nobody has noted that its checksum is right as well. */
  readonly state: 'missing' | 'partial' | 'unchecked' | 'whole' | 'damaged'
  readonly receivedBytes: number
}
export interface ModelSurvey {
  readonly state: Exclude<ModelInfo['state'], 'pulling'>
  readonly receivedBytes: number
}

export interface ModelFolder {
  readonly path: string
  /** Where a file lies when it is whole, and while it comes. */
  place(file: CatalogueFile): { readonly target: string; readonly part: string }
  /** By the catalogue, else by the note of the first pull. */
  expected(file: CatalogueFile): Expected
  /** Sizes and notes only; reads no file. */
  surveyFile(file: CatalogueFile): FileSurvey
  survey(): ModelSurvey
  /** @throws the file system's error */
  note(file: CatalogueFile, measured: Measured, damaged?: boolean): void
  /** A checksum of this model is known by a first pull only. */
  readonly firstPullNoted: boolean
  /** What is left of interrupted pulls. */
  removePartial(): Promise<void>
  /** Everything, but for checksums that only the first pull knew. @throws the file system's error */
  remove(): Promise<void>
}

export function openModelFolder(modelsDir: string, model: CatalogueModel): ModelFolder {
  const path = join(modelsDir, model.id)
  const partial = join(path, '.partial')
  const noteFile = join(path, NOTE_NAME)
  let notes = readNotes(noteFile)
  const unpublished = model.files.filter(({ sha256 }) => sha256 === null)

  const writeNotes = (next: Notes) => {
    mkdirSync(path, { recursive: true })
    replaceFile(noteFile, `${JSON.stringify(Object.fromEntries(next), null, 2)}\n`)
    notes = next
  }
  const place = ({ path: name }: CatalogueFile) => ({ target: join(path, name), part: join(partial, `${name}.part`) })
  const expected = (file: CatalogueFile): Expected => {
    const noted = notes.get(file.path)
    return { bytes: file.bytes ?? noted?.bytes ?? null, sha256: file.sha256 ?? noted?.sha256 ?? null }
  }
  const surveyFile = (file: CatalogueFile): FileSurvey => {
    const { target, part } = place(file)
    const bytes = sizeOf(target)
    const { sha256, bytes: wantedBytes } = expected(file)
    const noted = notes.get(file.path)
    const partBytes = sizeOf(part) ?? 0
    if (bytes === null || sha256 === null) return { state: partBytes > 0 ? 'partial' : 'missing', receivedBytes: partBytes }
    if (bytes !== wantedBytes || noted?.damaged || (noted !== undefined && noted.sha256 !== sha256))
      return { state: 'damaged', receivedBytes: partBytes }
    return { state: noted === undefined ? 'unchecked' : 'whole', receivedBytes: bytes }
  }
  return {
    path,
    place,
    expected,
    surveyFile,
    survey() {
      const files = model.files.map(surveyFile)
      const has = (state: FileSurvey['state']) => files.some((file) => file.state === state)
      return {
        state: has('damaged')
          ? 'damaged'
          : files.every(({ state }) => state === 'whole')
            ? 'installed'
            : files.every(({ state }) => state === 'missing')
              ? 'absent'
              : 'partial',
        receivedBytes: files.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0),
      }
    },
    note: (file, measured, damaged = false) => writeNotes(new Map(notes).set(file.path, { ...measured, damaged })),
    get firstPullNoted() {
      return unpublished.some(({ path: name }) => notes.has(name))
    },
    removePartial: () => rm(partial, { recursive: true, force: true }),
    async remove() {
      const kept = unpublished.flatMap(({ path: name }): [string, FileNote][] => {
        const noted = notes.get(name)
        return noted ? [[name, { ...noted, damaged: false }]] : []
      })
      await rm(path, { recursive: true, force: true })
      notes = new Map()
      if (kept.length > 0) writeNotes(new Map(kept))
    },
  }
}

/** Null for what is no file, or may not be looked at: a pull will say why. */
function sizeOf(path: string): number | null {
  try {
    const about = statSync(path, { throwIfNoEntry: false })
    return about?.isFile() ? about.size : null
  } catch {
    return null
  }
}

/** Ours is written whole; none, or one that cannot be read, means that nothing is known. */
function readNotes(file: string): Notes {
  if (sizeOf(file) === null) return new Map()
  try {
    return new Map(Object.entries(z.record(z.string(), FileNote).parse(JSON.parse(readFileSync(file, 'utf8')))))
  } catch {
    return new Map()
  }
}
