// One model: what it is, what of it is here, and the three things that can be done to it. In: its entry in the catalogue and its folder. Out: a ModelInfo that is always up to date.
import { type ModelInfo, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Resolve } from './model-address'
import type { CatalogueFile, CatalogueModel } from './model-catalogue'
import { downloadFile } from './model-download'
import { openModelFolder } from './model-folder'
import { holdModels } from './model-lock'
import { createPace } from './model-pace'
import { hashFile } from './model-part'
import { diskProblem, needFolder, needRoom } from './model-space'
import { storeProblem } from './store-problem'

const FIRST_PULL_NOTED =
  'No checksum of it is published: the first pull on this machine noted one, and later pulls and checks compare with it.'
const SIZE_UNKNOWN = 'The size is a part of it; the rest is not published.'

export interface ModelShelf {
  readonly model: CatalogueModel
  /** Its folder. */
  readonly path: string
  /** Where each file lies, or would lie, by its role. */
  files(): Readonly<Record<string, string>>
  info(): ModelInfo
  /** Sees what was put into the folder, or taken out of it, by others. */
  look(): void
  /** From now on it counts as being pulled, or no longer. */
  setPulling(pulling: boolean): void
  /** Everything that is missing or damaged. Ends early, without a problem, when the signal aborts; never rejects, the info says how it went. */
  fetch(signal: AbortSignal): Promise<void>
  /** Reads every byte. @throws Problem when there is nothing whole to check, or the disk does not give it */
  verify(): Promise<void>
  /** @throws Problem */
  remove(): Promise<void>
}

export interface ModelShelfOptions {
  readonly model: CatalogueModel
  readonly modelsDir: string
  readonly clock: Clock
  readonly resolve: Resolve
  readonly log?: Pick<Log, 'warn'> | undefined
  /** The info reads otherwise now. */
  readonly onChange: () => void
}

export function openModelShelf({ model, modelsDir, clock, resolve, log, onChange }: ModelShelfOptions): ModelShelf {
  const folder = openModelFolder(modelsDir, model)
  let survey = folder.survey()
  let receivedBytes = survey.receivedBytes
  let isPulling = false
  let problem: Problem | null = null
  let pace = createPace(clock)

  const look = () => {
    if (isPulling) return
    survey = folder.survey()
    receivedBytes = survey.receivedBytes
    if (survey.state === 'installed') problem = null
  }
  const bytes = () => model.files.reduce((sum, file) => sum + (folder.expected(file).bytes ?? 0), 0)
  const note = () => {
    const sizeUnknown = model.files.some((file) => folder.expected(file).bytes === null)
    return [model.note, ...(sizeUnknown ? [SIZE_UNKNOWN] : []), ...(folder.firstPullNoted ? [FIRST_PULL_NOTED] : [])].join(' ')
  }
  const damaged = () =>
    new Problem(
      'model-damaged',
      'broken',
      `${model.title} is damaged: a file is not what it should be. Pull it again; only that file is fetched.`,
    )

  /** Is the file in its place the right one? Notes the answer. */
  const check = async (file: CatalogueFile, signal?: AbortSignal): Promise<boolean> => {
    const { bytes: wantedBytes, sha256 } = folder.expected(file)
    if (wantedBytes === null || sha256 === null) return false
    const found = await hashFile(folder.place(file).target, signal)
    const isRight = found.bytes === wantedBytes && found.hash.digest('hex') === sha256
    folder.note(file, { bytes: wantedBytes, sha256 }, !isRight)
    return isRight
  }

  const fetchAll = async (signal: AbortSignal) => {
    signal.throwIfAborted()
    await needFolder(modelsDir)
    const lock = holdModels(modelsDir)
    try {
      await needRoom(modelsDir, bytes() - receivedBytes)
      for (const file of model.files) {
        const before = folder.surveyFile(file)
        if (before.state === 'whole' || (before.state === 'unchecked' && (await check(file, signal)))) continue
        const others = receivedBytes - before.receivedBytes
        const measured = await downloadFile({
          url: file.url,
          expected: folder.expected(file),
          ...folder.place(file),
          clock,
          signal,
          resolve,
          onReceived(received) {
            receivedBytes = others + received
            pace.count(receivedBytes)
            onChange()
          },
        })
        folder.note(file, measured)
      }
      await folder.removePartial()
    } finally {
      lock.release()
    }
  }

  return {
    model,
    path: folder.path,
    files: () => Object.fromEntries(model.files.map((file) => [file.role, folder.place(file).target])),
    info: () => ({
      id: model.id,
      title: model.title,
      job: model.job,
      languages: model.languages,
      ...(model.speakers ? { speakers: model.speakers } : {}),
      bytes: bytes(),
      licence: model.licence,
      monetised: model.monetised,
      note: note(),
      state: isPulling ? 'pulling' : survey.state,
      receivedBytes,
      bytesPerSecond: isPulling ? pace.bytesPerSecond() : null,
      problem: isPulling ? null : ((problem ?? (survey.state === 'damaged' ? damaged() : null))?.message ?? null),
    }),
    look,
    setPulling(pulling) {
      isPulling = pulling
      pace = createPace(clock)
      look()
      onChange()
    },
    async fetch(signal) {
      problem = null
      try {
        await fetchAll(signal)
      } catch (error) {
        if (signal.aborted) return
        log?.warn({ err: error, model: model.id }, 'a pull has failed')
        problem = await diskProblem(error, modelsDir, bytes() - receivedBytes)
      }
    },
    async verify() {
      if (isPulling) throw new Problem('model-busy', 'busy', `${model.title} is being pulled. Wait until it is here.`)
      const states = model.files.map((file) => folder.surveyFile(file).state)
      if (states.includes('missing') || states.includes('partial'))
        throw new Problem('model-not-there', 'missing', `${model.title} is not on this machine as a whole. Pull it first.`)
      try {
        for (const file of model.files) await check(file)
      } catch (error) {
        throw storeProblem(error, folder.path)
      }
      problem = null
      look()
      onChange()
    },
    async remove() {
      try {
        await folder.remove()
      } catch (error) {
        throw storeProblem(error, folder.path)
      } finally {
        problem = null
        look()
        onChange()
      }
    },
  }
}
