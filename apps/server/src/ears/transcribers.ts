// The recognisers one can choose, by the name that stands in the settings. In: a choice and a language. Out: the Transcriber behind them, the same one while they stay the same.
import { type PageEars, type PageTranscript, Problem, type RecogniserChoice } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Transcriber } from '../organs'
import type { Topic } from '../streams'
import { transcriberCommand } from './transcriber-command'
import { transcriberNone, transcriberUnable } from './transcriber-none'
import { transcriberOpenai } from './transcriber-openai'
import { sameLanguage, transcriberPage } from './transcriber-page'

/** A recogniser of the catalogue whose files are on this disk. */
export interface InstalledRecogniser {
  readonly id: string
  readonly job: 'streaming' | 'offline'
  /** BCP 47. */
  readonly languages: readonly string[]
  /** For people. */
  readonly title: string
}

export interface TranscribersOptions {
  readonly clock: Clock
  /** Best first, as the catalogue has them. */
  readonly installed: () => readonly InstalledRecogniser[]
  /** Opens a model of the catalogue, installed or not: what is missing it says in its health. @throws Problem when there is no such model */
  readonly sherpa: (modelId: string, language: string) => Transcriber
  /** What the page that has the microphone said it can; null = no page has it. */
  readonly pageEars: () => PageEars | null
  readonly pageTranscripts: Topic<PageTranscript>
  /** Who has one on wants to be heard: then it is trouble when nothing recognises. */
  readonly microphoneOn: () => boolean
  /** Where a program's wav files lie while it runs. */
  readonly tmpDir: string
  /** As in the environment's PATH. */
  readonly searchPath: string
  /** A recogniser that was replaced did not close. */
  readonly onTrouble: (cause: unknown) => void
}

/** A choice that is made. */
type ResolvedRecogniser = Exclude<RecogniserChoice, { kind: 'auto' }>

export interface Transcribers {
  /** What a choice comes to now: 'auto' follows what is installed and what the page can. */
  resolve(choice: RecogniserChoice, language: string): ResolvedRecogniser
  /** Kept until another is asked for, then closed. */
  for(choice: RecogniserChoice, language: string): Transcriber
  /** Closes what is open. */
  close(): Promise<void>
}

const REMEDY = 'Fetch a model on the Ears page, or choose a speech server or program that is on this machine.'

export function createTranscribers(options: TranscribersOptions): Transcribers {
  const { clock, installed, pageEars, pageTranscripts, microphoneOn, tmpDir, searchPath, onTrouble } = options
  let kept: { readonly key: string; readonly transcriber: Transcriber } | null = null
  const closing = new Set<Promise<void>>()

  const automatic = (language: string): ResolvedRecogniser => {
    const fitting = installed().filter(({ languages }) => languages.some((known) => sameLanguage(known, language)))
    const model = fitting.find(({ job }) => job === 'streaming') ?? fitting[0]
    if (model) return { kind: 'sherpa', model: model.id }
    const page = pageEars()
    const pageCan = page && page.state !== 'missing' && sameLanguage(page.language, language)
    return { kind: pageCan ? 'page' : 'none' }
  }
  const resolve: Transcribers['resolve'] = (choice, language) => (choice.kind === 'auto' ? automatic(language) : choice)

  const open = (choice: ResolvedRecogniser, wanted: boolean, language: string): Transcriber => {
    switch (choice.kind) {
      case 'none':
        return transcriberNone(() => ({
          state: wanted && microphoneOn() ? 'trouble' : 'off',
          detail: wanted ? `no recogniser for ${language}` : 'no recogniser, by choice',
          remedy: REMEDY,
        }))
      case 'sherpa':
        try {
          return options.sherpa(choice.model, language)
        } catch (cause) {
          if (cause instanceof Problem) return transcriberUnable(cause)
          throw cause
        }
      case 'openai':
        return transcriberOpenai({ clock, baseUrl: choice.baseUrl, model: choice.model, language })
      case 'command':
        return transcriberCommand({ clock, command: choice.command, args: choice.args, tmpDir, searchPath })
      case 'page':
        return transcriberPage({ clock, ears: pageEars, transcripts: pageTranscripts, language })
      default:
        return choice satisfies never
    }
  }
  const letGo = () => {
    if (!kept) return
    const closed = kept.transcriber.close().catch(onTrouble)
    kept = null
    closing.add(closed)
    void closed.then(() => closing.delete(closed))
  }

  return {
    resolve,
    for(choice, language) {
      const resolved = resolve(choice, language)
      const wanted = choice.kind !== 'none'
      // A model that has come, or gone, is opened anew.
      const there = resolved.kind === 'sherpa' && installed().some(({ id }) => id === resolved.model)
      const key = JSON.stringify([resolved, wanted, language, there])
      if (kept?.key === key) return kept.transcriber
      letGo()
      kept = { key, transcriber: open(resolved, wanted, language) }
      return kept.transcriber
    },
    async close() {
      letGo()
      await Promise.all(closing)
    },
  }
}
