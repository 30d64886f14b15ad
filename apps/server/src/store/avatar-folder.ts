// One model's folder comes in; out go its sheet and its report, from its files when they are of today, else from the doctor, who mends in place what is ours to mend.
import { createHash } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, MODEL_SHEET_FILE, ModelReport, ModelSheet } from '@psiona/shared'
import { z } from 'zod'
import { type Diagnosis, diagnose, unusable } from './avatar-doctor'
import { avatarFinding, worstFirst } from './avatar-finding'
import { holdsFile, keepOriginal, readOwnFile, replaceInside } from './avatar-own-files'
import { type AvatarTree, readAvatarTree } from './avatar-tree'

const REPORT_FILE = 'psiona.report.json'
/** The largest sheets have some 100 kB; reports name every parameter. */
const MOST_SHEET_BYTES = 2 ** 20
const MOST_REPORT_BYTES = 8 * 2 ** 20
/** A copy that goes on touches some file more often than that. */
const QUIET_MS = 5000

const LOST = 'it names files that are not there'

const StoredReport = z.object({ report: ModelReport, fingerprint: z.string() })

export interface AvatarRecord {
  readonly id: string
  readonly path: string
  readonly builtIn: boolean
  readonly fingerprint: string
  /** Null: cannot be worn. */
  readonly sheet: ModelSheet | null
  readonly report: ModelReport
}

const fingerprintOf = ({ files, links }: AvatarTree): string =>
  createHash('sha256')
    .update(JSON.stringify([files.map(({ path, bytes, modifiedMs }) => [path, bytes, modifiedMs]), links]))
    .digest('hex')

export const reportOf = (
  id: string,
  { title, usable, findings, facts }: Diagnosis,
  more: readonly Finding[] = [],
): ModelReport => ({
  id,
  title,
  usable,
  facts,
  findings: worstFirst([...findings, ...more]),
})

/** For what has no mapping: nothing moves. */
export const emptySheet = (title: string): ModelSheet =>
  ModelSheet.parse({ title: title.slice(0, 80) || 'Model', live2d: null, puppet: null, map: { mouth: 'none', links: [] } })

/** Of her files and of the sheet beside them, which somebody may write by hand. */
export async function currentFingerprint(path: string): Promise<string> {
  const sheet = await lstat(join(path, MODEL_SHEET_FILE)).catch(() => null)
  return `${fingerprintOf(await readAvatarTree(path))} ${sheet?.mtimeMs ?? 0}`
}

/** Mended files, sheet and report. @throws the file system's error */
export async function writeDiagnosis(
  path: string,
  diagnosis: Diagnosis,
  sheet: ModelSheet | null,
  report: ModelReport,
): Promise<void> {
  for (const [file, text] of diagnosis.writes) await replaceInside(path, file, text)
  if (sheet) await writeSheet(path, MODEL_SHEET_FILE, sheet)
  await writeReport(path, report)
}

export const writeSheet = (folder: string, file: string, sheet: ModelSheet): Promise<void> =>
  replaceInside(folder, file, `${JSON.stringify(sheet, null, 2)}\n`)

export interface ReadSheet {
  /** Null: there is none, or none that can be read. */
  readonly sheet: ModelSheet | null
  /** Null: there is none. */
  readonly modifiedMs: number | null
  readonly findings: readonly Finding[]
}
const NO_SHEET: ReadSheet = { sheet: null, modifiedMs: null, findings: [] }

export async function readSheet(folder: string, file = MODEL_SHEET_FILE): Promise<ReadSheet> {
  const found = await readOwnFile(join(folder, file), MOST_SHEET_BYTES)
  if (!found) return NO_SHEET
  const unread = (other: string, modifiedMs = 0) => ({
    sheet: null,
    modifiedMs,
    findings: [avatarFinding('sheet-unread', { file, other })],
  })
  if ('mistake' in found) return unread(found.mistake)
  const { text, modifiedMs } = found
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return unread('it is no JSON', modifiedMs)
  }
  const read = ModelSheet.safeParse(value)
  if (read.success) return { sheet: read.data, modifiedMs, findings: [] }
  return unread(read.error.issues[0]?.path.join('.') || 'it is no sheet', modifiedMs)
}

/** With a file missing a sheet draws nobody. */
export const drawsFrom = (path: string, { live2d, puppet }: ModelSheet): boolean =>
  [live2d, puppet].some((part) => part !== null) && [live2d, puppet].every((part) => !part || holdsFile(path, part.file))

async function storedReport(
  path: string,
  fingerprint: string,
): Promise<{ readonly report: ModelReport; readonly modifiedMs: number } | null> {
  try {
    const found = await readOwnFile(join(path, REPORT_FILE), MOST_REPORT_BYTES)
    if (!found || 'mistake' in found) return null
    const stored = StoredReport.parse(JSON.parse(found.text))
    return stored.fingerprint === fingerprint ? { report: stored.report, modifiedMs: found.modifiedMs } : null
  } catch {
    // None, or somebody's: the doctor looks himself.
    return null
  }
}

async function writeReport(path: string, report: ModelReport): Promise<void> {
  const stored = { report, fingerprint: fingerprintOf(await readAvatarTree(path)) } satisfies z.infer<typeof StoredReport>
  await replaceInside(path, REPORT_FILE, `${JSON.stringify(stored, null, 2)}\n`)
}

export interface Reading {
  readonly id: string
  readonly path: string
  readonly builtIn: boolean
  /** Where a sheet lies that its owner wrote for a built-in model. */
  readonly ownSheet?: { readonly folder: string; readonly file: string }
  readonly wallMs: number
}

/** What is said of the sheets is said as of now, and never kept with the report on the model. */
async function sheetsOf({ path, ownSheet }: Reading) {
  const own = ownSheet ? await readSheet(ownSheet.folder, ownSheet.file) : NO_SHEET
  const shipped = await readSheet(path)
  const lost = [
    { read: own, file: ownSheet?.file ?? '' },
    { read: shipped, file: MODEL_SHEET_FILE },
  ].filter(({ read }) => read.sheet && !drawsFrom(path, read.sheet))
  return {
    written: [own.sheet, shipped.sheet].find((sheet) => sheet !== null && drawsFrom(path, sheet)) ?? null,
    /** Null: nobody has written one. */
    writtenMs: shipped.modifiedMs,
    findings: [
      ...own.findings,
      ...shipped.findings,
      ...lost.map(({ file }) => avatarFinding('sheet-unread', { file, other: LOST })),
    ],
  }
}

/** What was said of a sheet at an import holds until another one is saved. */
function reportAgain(
  stored: ModelReport,
  reportMs: number,
  writtenMs: number | null,
  now: readonly Finding[],
): readonly Finding[] {
  const isReplaced = now.length > 0 || (writtenMs !== null && writtenMs > reportMs)
  return worstFirst([...stored.findings.filter(({ code }) => !(isReplaced && code === 'sheet-unread')), ...now])
}

export async function readAvatarFolder(reading: Reading): Promise<AvatarRecord> {
  const { id, path, builtIn, wallMs } = reading
  const fingerprint = await currentFingerprint(path)
  const tree = await readAvatarTree(path)
  const { written, writtenMs, findings } = await sheetsOf(reading)
  const stored = await storedReport(path, fingerprintOf(tree))
  if (stored && (written || !stored.report.usable)) {
    const { report, modifiedMs } = stored
    const sheet = report.usable ? written : null
    const said = reportAgain(report, modifiedMs, writtenMs, findings)
    return { id, path, builtIn, fingerprint, sheet, report: { ...report, id, findings: [...said] } }
  }
  const diagnosis = await diagnose(tree, path.split(/[\\/]/).at(-1) ?? id)
  const isBusy = diagnosis.writes.size > 0 && tree.files.some(({ modifiedMs }) => Math.abs(wallMs - modifiedMs) < QUIET_MS)
  if (!builtIn && isBusy) {
    const waiting = unusable(diagnosis.title, [avatarFinding('still-copying', { name: diagnosis.title })], diagnosis.facts)
    return { id, path, builtIn, fingerprint: '', sheet: null, report: reportOf(id, waiting) }
  }
  const report = reportOf(id, diagnosis, findings)
  const sheet = diagnosis.usable ? (written ?? diagnosis.suggested) : null
  if (builtIn) return { id, path, builtIn, fingerprint, sheet, report }
  for (const file of diagnosis.writes.keys()) await keepOriginal(path, file)
  // A sheet with a mistake is somebody's work: its owner mends it, nobody writes over it.
  await writeDiagnosis(path, diagnosis, writtenMs === null ? sheet : null, reportOf(id, diagnosis))
  return { id, path, builtIn, fingerprint: await currentFingerprint(path), sheet, report }
}
