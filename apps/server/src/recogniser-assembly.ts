// The recognisers and the detector, made from the configuration: what the server's ears and the command line's have in common; and hearing a file.
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PageEars, type PageTranscript, type PartHealth, Problem } from '@psiona/shared'
import type { Clock } from './clock'
import type { Config } from './config'
import { vadHealth } from './ears/ears-health'
import { findRecognisers } from './ears/find-recognisers'
import { hearSound } from './ears/hear-sound'
import { SherpaModel } from './ears/sherpa-models'
import { createSherpaTranscriber } from './ears/transcriber-sherpa'
import { createTranscribers } from './ears/transcribers'
import { openSileroVads } from './ears/vad-silero'
import { modelsHealth } from './models-health'
import { createOpenParts } from './open-parts'
import type { Transcriber } from './organs'
import { type ModelFiles, openModelFiles } from './store/model-files'
import type { SettingsFile } from './store/settings-file'
import { type Topic, topic } from './streams'

export const SHERPA_WORKER = fileURLToPath(new URL('./sherpa-worker.mjs', import.meta.url))
/** Where a program's wav files lie while it runs. */
export const recogniserTmpDir = (config: Config, who: 'server' | 'file') => join(config.dataDir, 'tmp', who)

/** The detector of the repository. */
export const vadFile = (config: Config) => join(config.rootDir, 'models/silero/silero_vad_v5.onnx')

/** A catalogue entry as sherpa wants it; a Problem names what the catalogue lacks. */
export function sherpaModelOf(models: ModelFiles, id: string): SherpaModel {
  const folder = models.folderOf(id)
  const { files, ...entry } = models.entryOf(id)
  const parsed = SherpaModel.safeParse({
    ...entry,
    files: Object.fromEntries(Object.entries(files).map(([role, path]) => [role, relative(folder, path)])),
  })
  if (parsed.success) return parsed.data
  throw new Problem('bad-model-catalogue', 'broken', `The list of models says too little about ${id}. Put the shipped file back.`)
}

export interface RecogniserParts {
  readonly config: Config
  readonly clock: Clock
  readonly settings: Pick<SettingsFile, 'current'>
  readonly models: ModelFiles
  readonly page: { ears(): PageEars | null; microphoneOn(): boolean; readonly transcripts: Topic<PageTranscript> }
  /** Each empties its own folder. */
  readonly who: 'server' | 'file'
  readonly onTrouble: (cause: unknown) => void
}

export function recognisersOf({ config, clock, settings, models, page, who, onTrouble }: RecogniserParts) {
  const installed = () =>
    models
      .installed()
      .flatMap(({ id, job, languages, title }) =>
        job === 'streaming' || job === 'offline' ? [{ id, job, languages, title }] : [],
      )
  const transcribers = createTranscribers({
    clock,
    installed,
    sherpa: (modelId, language) => {
      const model = sherpaModelOf(models, modelId)
      if (model.job === 'speaker')
        throw new Problem('no-recogniser', 'input', `${model.title} tells voices apart, not words. Choose another model.`)
      return createSherpaTranscriber({ model, folder: models.folderOf(modelId), language, workerFile: SHERPA_WORKER, clock })
    },
    pageEars: page.ears,
    pageTranscripts: page.transcripts,
    microphoneOn: page.microphoneOn,
    tmpDir: recogniserTmpDir(config, who),
    searchPath: config.searchPath,
    onTrouble,
  })
  const chosen = (): Transcriber => {
    const { recogniser, language } = settings.current().hearing
    return transcribers.for(recogniser, language)
  }
  const find = () => findRecognisers({ clock, installed, pageEars: page.ears, searchPath: config.searchPath })
  return { transcribers, chosen, find }
}

/** For the command line: a finished recording at MIC_RATE is heard as it would be live. */
export async function openFileHearing(config: Config, clock: Clock, settings: Pick<SettingsFile, 'current'>) {
  const open = createOpenParts(() => {})
  const models = openModelFiles({ catalogueFile: config.modelCatalogueFile, dir: config.modelsDir, clock, onChange: () => {} })
  open.add(models.close)
  const page = { ears: () => null, microphoneOn: () => false, transcripts: topic<PageTranscript>() }
  const recognisers = recognisersOf({ config, clock, settings, models, page, who: 'file', onTrouble: () => {} })
  open.add(recognisers.transcribers.close)
  const vads = await openSileroVads(vadFile(config)).catch((cause: unknown) => {
    if (cause instanceof Problem) return cause
    throw cause
  })
  if (!(vads instanceof Problem)) open.add(vads.close)
  return {
    /** `problem`: why a recogniser gave no words, null when it did or none is chosen. @throws Problem when there is no detector */
    async hear(sound: Float32Array) {
      if (vads instanceof Problem) throw vads
      const transcriber = recognisers.chosen()
      const { speech, text, trouble } = await hearSound(sound, {
        clock,
        vad: vads.open(),
        transcriber,
        pauseMs: settings.current().hearing.pauseMs,
      })
      if (trouble && !(trouble instanceof Problem)) throw trouble
      const spans = speech.map(({ start, end }) => ({ start, end }))
      return { speech: spans, text, recogniser: transcriber.health(), problem: trouble instanceof Problem ? trouble : null }
    },
    health: (): PartHealth[] => [
      { part: 'microphone', state: 'off', detail: 'Psiona is not running; start it with npm start.' },
      vadHealth(vads instanceof Problem ? vads : null),
      { part: 'ears', ...recognisers.chosen().health() },
      modelsHealth(models.list()),
    ],
    close: open.close,
  }
}
