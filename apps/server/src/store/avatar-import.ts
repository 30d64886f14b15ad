// A zip on the disk and an empty place come in; out goes a whole, mended model in that place, or a report why there is none and an empty place.
import { mkdir, rm } from 'node:fs/promises'
import { MODEL_SHEET_FILE, type ModelReport } from '@psiona/shared'
import { type Diagnosis, diagnose, noFacts } from './avatar-doctor'
import { avatarFinding } from './avatar-finding'
import { drawsFrom, readSheet, reportOf, writeDiagnosis } from './avatar-folder'
import { keepOriginal } from './avatar-own-files'
import { dropped } from './avatar-search'
import { modelTitle } from './avatar-title'
import { notesOnContents, unpackAvatar } from './avatar-unpack'
import { openAvatarZip } from './avatar-zip'

export interface ImportOrder {
  readonly zipFile: string
  /** Not there yet; nobody looks there. */
  readonly place: string
  /** As its owner calls the file. */
  readonly name: string
  readonly slugFor: (title: string) => string
  readonly gone: AbortSignal
}

/** A usable report: the model is in `place`, ready to be moved. @throws Problem of the archive or the disk; then the place is empty */
export async function importAvatar({ zipFile, place, name, slugFor, gone }: ImportOrder): Promise<ModelReport> {
  const zip = await openAvatarZip(zipFile)
  let isKept = false
  try {
    const paths = zip.files.map(({ path }) => path)
    // What holds no model is not unpacked at all.
    const instead = dropped(paths, name || 'the archive')
    if (instead) {
      const title = modelTitle([name])
      const nothing: Diagnosis = {
        title,
        usable: false,
        findings: [instead],
        facts: noFacts(),
        suggested: null,
        writes: new Map(),
      }
      return reportOf(slugFor(title), nothing)
    }
    await mkdir(place, { recursive: true, mode: 0o700 })
    const tree = await unpackAvatar(zip, place, gone)
    const diagnosis = await diagnose(tree, name || 'the archive')
    const { sheet: came, findings } = await readSheet(place)
    const more = [...findings, ...notesOnContents(zip)]
    const isTaken = came !== null && diagnosis.usable && drawsFrom(place, came)
    if (isTaken) more.push(avatarFinding('sheet-read', { file: MODEL_SHEET_FILE }))
    const title = isTaken ? came.title : diagnosis.title
    const report = reportOf(slugFor(title), { ...diagnosis, title }, more)
    if (!report.usable) return report
    if (!isTaken) await keepOriginal(place, MODEL_SHEET_FILE)
    await writeDiagnosis(place, diagnosis, isTaken ? came : diagnosis.suggested, report)
    isKept = true
    return report
  } finally {
    await zip.close()
    if (!isKept) await rm(place, { recursive: true, force: true })
  }
}
