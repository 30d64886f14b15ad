// The shelf of models. In: zips, sheets, orders. Out: what is there, what the doctor says of it, and the sheet by which she is drawn.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { MODEL_SHEET_FILE, type ModelCard, type ModelReport, ModelSheet, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { AvatarShelf, Upload } from '../house'
import { avatarFinding } from './avatar-finding'
import { type AvatarRecord, emptySheet, writeSheet } from './avatar-folder'
import { importAvatar } from './avatar-import'
import { AvatarListing, OWN_SHEETS } from './avatar-listing'
import { keepOriginal } from './avatar-own-files'
import { checkSheet } from './avatar-sheet-check'
import { modelSlug } from './avatar-title'
import { receiveUpload } from './avatar-upload'
import { zipRefusal } from './avatar-zip-refusal'
import { storeProblem } from './store-problem'

const INCOMING = '.incoming'
const REMOVED = '.removed'
/** Each may take a gigabyte of the disk while it is looked through. */
const MOST_AT_ONCE = 3

export interface AvatarShelfOptions {
  /** live2d-models of the checkout; never written to. */
  readonly builtInDir: string
  /** The owner's own; made when it is missing. */
  readonly ownDir: string
  /** The id of the chosen character's model. */
  readonly worn: () => string
  /** The id of the model she is drawn with now: a variant may wear another. */
  readonly drawn?: () => string
  /** The newest .moc3 format that the installed Core reads; 0 while unknown. */
  readonly newestFormat: () => number
  readonly clock: Clock
  /** A model came, went, or has another sheet. */
  readonly onChange: () => void
}

export interface OpenAvatarShelf extends AvatarShelf {
  /** As of the last look; null when there is none that can be worn. */
  sheetNow(id: string): ModelSheet | null
  /** Of the model that ships under that name, also when the owner's stands in its place. */
  shippedSheet(id: string): ModelSheet | null
  folderOf(id: string): string | null
  close(): Promise<void>
}

const missing = () =>
  new Problem('no-model', 'missing', 'There is no model of that name. Choose one from the list on the Looks page.')

const unaddressed = (path: string, id: string) => {
  const { sentence, remedy } = avatarFinding('folder-name', { name: basename(path), other: id })
  return new Problem('folder-name', 'refused', `${sentence} ${remedy}`)
}

/** @throws Problem of the disk */
export async function openAvatarShelf(options: AvatarShelfOptions): Promise<OpenAvatarShelf> {
  const { builtInDir, ownDir, worn, drawn = worn, newestFormat, clock, onChange } = options
  const listing = new AvatarListing({ builtInDir, ownDir, clock })
  const removed = new Map<string, string>()
  const closing = new AbortController()
  const at = (...names: readonly string[]) => join(ownDir, ...names)
  const onDisk = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      // What has no code of the system is a mistake of ours and no trouble of the disk.
      throw error instanceof Error && 'code' in error ? storeProblem(error, ownDir) : error
    }
  }
  const importing = new Set<Promise<unknown>>()
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other: two of one name do not take each other's place. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(() => onDisk(work))
    last = done.catch(() => {})
    return done
  }

  await onDisk(async () => {
    // What a run that was killed left half-way, and what the last one had taken out.
    for (const name of [INCOMING, REMOVED]) await rm(at(name), { recursive: true, force: true })
    await mkdir(at(INCOMING), { recursive: true, mode: 0o700 })
    await listing.refresh()
  })

  const found = (id: string): AvatarRecord => {
    const record = listing.get(id)
    if (!record) throw missing()
    return record
  }
  /** Somebody may have taken its folder away by hand. */
  const present = async (id: string): Promise<AvatarRecord> => {
    if (!existsSync(found(id).path)) await listing.refresh()
    return found(id)
  }
  const isTaken = (slug: string): boolean =>
    listing.get(slug) !== null || removed.has(slug) || [ownDir, builtInDir].some((dir) => existsSync(join(dir, slug)))
  /** The Core may have changed since the doctor looked. */
  const reportNow = ({ report, sheet }: AvatarRecord): ModelReport => {
    const [format, newest] = [report.facts.mocFormat ?? 0, newestFormat()]
    if (!sheet?.live2d || newest === 0 || format <= newest) return report
    const finding = avatarFinding('core-too-old', { file: sheet.live2d.file, count: format, other: String(newest) })
    return { ...report, findings: [finding, ...report.findings] }
  }
  const cardOf = (record: AvatarRecord): ModelCard => {
    const { id, sheet, builtIn } = record
    const report = reportNow(record)
    const count = (level: string) => report.findings.filter((finding) => finding.level === level).length
    return {
      id,
      title: sheet?.title ?? report.title,
      licence: sheet?.licence ?? '',
      builtIn,
      worn: worn() === id,
      draws: sheet?.live2d && sheet.puppet ? 'both' : sheet?.puppet ? 'puppet' : 'live2d',
      counts: { broken: count('broken'), lacking: count('lacking'), mended: count('mended') },
      bytes: report.facts.bytes,
    }
  }

  /** Unpacked and looked through aside; only the last step waits for its turn. */
  const takeIn = async (upload: Upload, name: string): Promise<ModelReport> => {
    const gone = AbortSignal.any([upload.gone, closing.signal])
    const [zipFile, place] = [at(INCOMING, `${randomUUID()}.zip`), at(INCOMING, randomUUID())]
    const slugFor = (title: string) => modelSlug(title, isTaken)
    try {
      await receiveUpload({ ...upload, gone }, zipFile)
      const made = await importAvatar({ zipFile, place, name, gone, slugFor })
      if (!made.usable) return made
      const id = await inTurn(async () => {
        if (upload.gone.aborted) throw zipRefusal('upload-given-up')
        const free = slugFor(made.title)
        await rename(place, at(free))
        await listing.refresh()
        return free
      })
      onChange()
      return reportNow(found(id))
    } finally {
      await rm(zipFile, { force: true })
      await rm(place, { recursive: true, force: true })
    }
  }

  /** One of that name was taken out before: it can still be put back, under another name. */
  const makeWay = async (id: string): Promise<void> => {
    const title = removed.get(id)
    if (title === undefined) return
    const other = modelSlug(`${id} before`, isTaken)
    await rename(at(REMOVED, id), at(REMOVED, other))
    removed.set(other, title)
    removed.delete(id)
  }

  return {
    list: () =>
      inTurn(async () => {
        await listing.refresh()
        return { models: listing.all.map(cardOf), removed: [...removed].map(([id, title]) => ({ id, title })) }
      }),
    async import(upload, name) {
      if (importing.size >= MOST_AT_ONCE)
        throw new Problem(
          'imports-busy',
          'busy',
          `${MOST_AT_ONCE} models are being taken in already. Drop this one when one of them is in.`,
        )
      const work = onDisk(() => takeIn(upload, name))
      importing.add(work)
      const done = () => void importing.delete(work)
      work.then(done, done)
      return work
    },
    get: (id) =>
      inTurn(async () => {
        const record = await present(id)
        const suggested = await listing.suggestion(record)
        return { sheet: record.sheet ?? emptySheet(record.report.title), suggested, report: reportNow(record) }
      }),
    async put(id, sheet) {
      const read = ModelSheet.safeParse(sheet)
      if (!read.success)
        throw new Problem('sheet-mistake', 'input', 'The sheet is not as it should be. Take the suggestion and change that.', {
          cause: read.error,
        })
      const written = await inTurn(async () => {
        const record = await present(id)
        const { path, builtIn, report } = record
        if (!builtIn && basename(path) !== id) throw unaddressed(path, id)
        checkSheet(read.data, path, report.facts)
        if (builtIn) await mkdir(at(OWN_SHEETS), { recursive: true, mode: 0o700 })
        // Written by hand, with a mistake: its owner may still want to look at it.
        else if (report.findings.some(({ code }) => code === 'sheet-unread')) await keepOriginal(path, MODEL_SHEET_FILE)
        await (builtIn ? writeSheet(at(OWN_SHEETS), `${id}.json`, read.data) : writeSheet(path, MODEL_SHEET_FILE, read.data))
        return (await listing.reread(record)).sheet ?? read.data
      })
      onChange()
      return written
    },
    async remove(id) {
      await inTurn(async () => {
        const { builtIn, path, report, sheet } = await present(id)
        if (builtIn)
          throw new Problem('model-built-in', 'refused', 'This model ships with Psiona and stays. Wear another one instead.')
        // When one ships under the same name she goes on with that.
        if ((worn() === id || drawn() === id) && !listing.hides(id))
          throw new Problem('model-worn', 'refused', 'She wears this model now. Put another one on her, then remove it.')
        await mkdir(at(REMOVED), { recursive: true, mode: 0o700 })
        await makeWay(id)
        await rename(path, at(REMOVED, id))
        removed.set(id, sheet?.title ?? report.title)
        await listing.refresh()
      })
      onChange()
    },
    async restore(id) {
      await inTurn(async () => {
        if (!removed.has(id)) throw missing()
        if (existsSync(at(id)))
          throw new Problem('model-name-taken', 'refused', `Another model is called ${id} now. Remove or rename that one first.`)
        await rename(at(REMOVED, id), at(id))
        removed.delete(id)
        await listing.refresh()
      })
      onChange()
    },
    sheetNow: (id) => listing.sheetOf(id),
    shippedSheet: (id) => listing.shippedSheet(id),
    folderOf: (id) => listing.get(id)?.path ?? null,
    async close() {
      closing.abort()
      await Promise.allSettled(importing)
      await last
    },
  }
}
