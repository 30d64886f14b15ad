// The voices by choice, made from the configuration: which adapter stands behind what the settings say, beside the field's own voice.
import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type FoundVoice, type PartHealth, Problem, type VoiceChoice, type VoiceDials } from '@psiona/shared'
import type { Clock } from './clock'
import type { Config } from './config'
import type { Tts } from './organs'
import { psiDataFiles } from './psi-data'
import type { ModelFiles } from './store/model-files'
import type { SettingsFile } from './store/settings-file'
import { openVoiceReferences, type VoiceReferences } from './store/voice-references'
import { findVoices } from './voice/find-voices'
import { SherpaVoiceModel } from './voice/sherpa-voice-models'
import { createTtsEngines } from './voice/tts-engines'
import { ttsOpenai } from './voice/tts-openai'
import { ttsPsi } from './voice/tts-psi'
import { ttsSherpa } from './voice/tts-sherpa'

const worker = (name: string) => fileURLToPath(new URL(`./${name}.mjs`, import.meta.url))

export interface SpeechParts {
  readonly config: Config
  readonly clock: Clock
  readonly settings: Pick<SettingsFile, 'current'>
  readonly models: Pick<ModelFiles, 'installed' | 'entryOf' | 'folderOf'>
  /** Of the character in use, for the field's own voice in a comparison. */
  readonly voice: () => { readonly dials: VoiceDials; readonly lexicon: Readonly<Record<string, string>> }
  readonly onTrouble: (cause: unknown) => void
  /** For tests: where the bundled workers lie. */
  readonly workerFile?: (name: string) => string
}

export interface Speech {
  /** What the settings say. Null: the field's own voice. */
  chosen(): Tts | null
  /** For a comparison or a recording; also the field's own voice, beside the live one. */
  byChoice(choice: VoiceChoice): Tts
  /** What can be had now. */
  find(): Promise<FoundVoice[]>
  /** Of the chosen voice; null: the field's own says for itself how it is. */
  health(): PartHealth | null
  /** Settings or models have changed: what is no longer chosen is closed, what is chosen begins to be there. */
  settle(): void
  readonly references: VoiceReferences
  close(): Promise<void>
}

/** A catalogue entry as sherpa wants it; a Problem names what the catalogue lacks. */
function sherpaVoiceOf(models: SpeechParts['models'], id: string): SherpaVoiceModel {
  const folder = models.folderOf(id)
  const { files, ...entry } = models.entryOf(id)
  if (entry.job !== 'speech')
    throw new Problem('no-voice', 'input', `${entry.title} does not speak. Choose a voice on the Voice page.`)
  const parsed = SherpaVoiceModel.safeParse({
    ...entry,
    files: Object.fromEntries(Object.entries(files).map(([role, path]) => [role, relative(folder, path).replaceAll('\\', '/')])),
  })
  if (parsed.success) return parsed.data
  throw new Problem('bad-model-catalogue', 'broken', `The list of models says too little about ${id}. Put the shipped file back.`)
}

export function speechOf(parts: SpeechParts): Speech {
  const { config, clock, settings, models, voice, onTrouble, workerFile = worker } = parts
  const tmpDir = join(config.dataDir, 'tmp', 'speech')
  // What was being read when the last run was killed is nobody's any more.
  rmSync(tmpDir, { recursive: true, force: true })
  const references = openVoiceReferences({ dir: join(config.dataDir, 'voice-references'), clock })

  const open = (choice: VoiceChoice): Tts => {
    switch (choice.kind) {
      case 'psi':
        return ttsPsi({
          ...psiDataFiles(config.rootDir),
          ...voice(),
          seed: config.seed,
          workerFile: workerFile('tts-psi-worker'),
        })
      case 'sherpa': {
        const { model: id, speaker, speed } = choice
        const model = sherpaVoiceOf(models, id)
        const folder = models.folderOf(id)
        return ttsSherpa({ model, folder, speaker, speed, workerFile: workerFile('sherpa-speech-worker'), tmpDir, clock })
      }
      case 'openai': {
        const { reference, kind: _, ...server } = choice
        return ttsOpenai({
          clock,
          ...server,
          reference: reference === undefined ? undefined : () => references.sound(reference),
        })
      }
      default:
        return choice satisfies never
    }
  }
  const engines = createTtsEngines({
    open,
    state: (choice) =>
      choice.kind === 'psi'
        ? JSON.stringify(voice())
        : // A model that has come, or gone, is opened anew.
          String(choice.kind === 'sherpa' && models.installed().some(({ id }) => id === choice.model)),
    onTrouble,
  })
  const chosen = (): Tts | null => {
    const choice = settings.current().voice
    if (choice.kind !== 'psi') return engines.chosen(choice)
    engines.none()
    return null
  }
  return {
    chosen,
    byChoice: engines.byChoice,
    find: () =>
      findVoices({
        clock,
        installed: () =>
          models.installed().flatMap(({ id, job, title, speakers }) => (job === 'speech' ? [{ id, title, speakers }] : [])),
      }),
    health() {
      const tts = chosen()
      return tts && { part: 'voice', ...tts.health() }
    },
    settle: () => void chosen(),
    references,
    close: engines.close,
  }
}
