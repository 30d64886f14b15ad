// One model's folder comes in; out go its sheet and its report, from its files when they are of today, else from the doctor, who mends in place what is ours to mend.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Finding, MODEL_SHEET_FILE, ModelReport, ModelSheet } from '@psiona/shared'
import { z } from 'zod'
import { type Diagnosis, diagnose, unusable } from './avatar-doctor'
import { avatarFinding, worstFirst } from './avatar-finding'
import { type AvatarTree, readAvatarTree } from './avatar-tree'
import { replaceFile } from './data-folder'

const REPORT_FILE = 'psiona.report.json'
/** What somebody put there by hand stays readable as it was. */
const ORIGINALS = '.originals'
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
  const sheet = await stat(join(path, MODEL_SHEET_FILE)).catch(() => null)
  return `${fingerprintOf(await readAvatarTree(path))} ${sheet?.mtimeMs ?? 0}`
}

/** Mended files, sheet and report. @throws the file system's error */
export async function writeDiagnosis(
  path: string,
  diagnosis: Diagnosis,
  sheet: ModelSheet | null,
  report: ModelReport,
): Promise<void> {
  for (const [file, text] of diagnosis.writes) replaceFile(join(path, file), text)
  if (sheet) replaceFile(join(path, MODEL_SHEET_FILE), `${JSON.stringify(sheet, null, 2)}\n`)
  await writeReport(path, report)
}

/** Null without a finding: there is none. */
export async function readSheet(
  path: string,
  file = MODEL_SHEET_FILE,
): Promise<{ sheet: ModelSheet | null; findings: readonly Finding[] }> {
  if (!existsSync(join(path, file))) return { sheet: null, findings: [] }
  const unread = (other: string) => ({ sheet: null, findings: [avatarFinding('sheet-unread', { file, other })] })
  let value: unknown
  try {
    value = JSON.parse(await readFile(join(path, file), 'utf8'))
  } catch {
    return unread('it is no JSON')
  }
  const read = ModelSheet.safeParse(value)
  if (read.success) return { sheet: read.data, findings: [] }
  return unread(read.error.issues[0]?.path.join('.') || 'it is no sheet')
}

/** With a file missing a sheet draws nobody. */
export const drawsFrom = (path: string, { live2d, puppet }: ModelSheet): boolean =>
  [live2d, puppet].some((part) => part !== null) && [live2d, puppet].every((part) => !part || existsSync(join(path, part.file)))

async function storedReport(path: string, fingerprint: string): Promise<ModelReport | null> {
  try {
    const stored = StoredReport.parse(JSON.parse(await readFile(join(path, REPORT_FILE), 'utf8')))
    return stored.fingerprint === fingerprint ? stored.report : null
  } catch {
    // None, or somebody's: the doctor looks himself.
    return null
  }
}

async function writeReport(path: string, report: ModelReport): Promise<void> {
  const stored = { report, fingerprint: fingerprintOf(await readAvatarTree(path)) } satisfies z.infer<typeof StoredReport>
  replaceFile(join(path, REPORT_FILE), `${JSON.stringify(stored, null, 2)}\n`)
}

export interface Reading {
  readonly id: string
  readonly path: string
  readonly builtIn: boolean
  /** Where a sheet lies that its owner wrote for a built-in model. */
  readonly ownSheet?: { readonly folder: string; readonly file: string }
  readonly wallMs: number
}

export async function readAvatarFolder({ id, path, builtIn, ownSheet, wallMs }: Reading): Promise<AvatarRecord> {
  const fingerprint = await currentFingerprint(path)
  const tree = await readAvatarTree(path)
  const own = ownSheet ? (await readSheet(ownSheet.folder, ownSheet.file)).sheet : null
  const { sheet: shipped, findings } = await readSheet(path)
  const lost =
    shipped && !drawsFrom(path, shipped) ? [avatarFinding('sheet-unread', { file: MODEL_SHEET_FILE, other: LOST })] : []
  const written = [own, shipped].find((sheet) => sheet !== null && drawsFrom(path, sheet)) ?? null
  const stored = await storedReport(path, fingerprintOf(tree))
  if (stored && (written || !stored.usable))
    return { id, path, builtIn, fingerprint, sheet: stored.usable ? written : null, report: { ...stored, id } }
  const diagnosis = await diagnose(tree, path.split(/[\\/]/).at(-1) ?? id)
  const isBusy = diagnosis.writes.size > 0 && tree.files.some(({ modifiedMs }) => Math.abs(wallMs - modifiedMs) < QUIET_MS)
  if (!builtIn && isBusy) {
    const waiting = unusable(diagnosis.title, [avatarFinding('still-copying', { name: diagnosis.title })], diagnosis.facts)
    return { id, path, builtIn, fingerprint: '', sheet: null, report: reportOf(id, waiting) }
  }
  const report = reportOf(id, diagnosis, [...findings, ...lost])
  const sheet = diagnosis.usable ? (written ?? diagnosis.suggested) : null
  if (builtIn) return { id, path, builtIn, fingerprint, sheet, report }
  for (const file of diagnosis.writes.keys()) await keepOriginal(path, file)
  await writeDiagnosis(path, diagnosis, sheet, report)
  return { id, path, builtIn, fingerprint: await currentFingerprint(path), sheet, report }
}

async function keepOriginal(path: string, file: string): Promise<void> {
  const kept = join(path, ORIGINALS, file)
  if (existsSync(kept) || !existsSync(join(path, file))) return
  await mkdir(dirname(kept), { recursive: true, mode: 0o700 })
  await copyFile(join(path, file), kept)
}
