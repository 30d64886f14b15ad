// Looks for recognisers on this machine. In: what is installed, where speech servers usually listen, where programs lie, what the page can. Out: those that can be had now; never fails, takes at most a second.
import { type FoundRecognisers, type PageEars, RecogniserChoice } from '@psiona/shared'
import type { Clock } from '../clock'
import { findProgram } from '../find-program'
import { httpRequest, shortText } from '../http-request'
import type { InstalledRecogniser } from './transcribers'
import { SpeechModelList, whisperCppPath } from './transcription.external'

type Found = FoundRecognisers['recognisers'][number]

/** speaches and vLLM, LocalAI and whisper.cpp, a second one beside them, others. */
const PLACES: readonly string[] = [8000, 8080, 8081, 9000, 5092].map((port) => `http://127.0.0.1:${port}`)
/** A server on this machine answers in a few milliseconds; the panel waits for this. */
const PATIENCE_MS = 800
const MOST_BYTES = 512_000
const MOST_MODELS = 20
/** A list that does not tell what its models are for is read by their names. */
const SPEECH_NAMES = /whisper|parakeet|canary|moonshine|sense-?voice|voxtral|zipformer|wav2vec|transcribe|\b(?:asr|stt)\b/i

/** Programs people have, and how they are asked. */
const PROGRAMS: readonly { readonly command: string; readonly args: readonly string[]; readonly detail: string }[] = [
  {
    command: 'pocketsphinx_continuous',
    args: ['-infile', '{wav}', '-logfn', '/dev/null'],
    detail: 'English only, and many words come out wrong. Needs no model; good for a first try.',
  },
  {
    command: 'whisper-cli',
    args: ['-m', 'MODEL.bin', '-nt', '-np', '-f', '{wav}'],
    detail: 'Good, as its model is. Put the path of your model in place of MODEL.bin; it is loaded again for each sentence.',
  },
]

export interface FindRecognisersOptions {
  readonly clock: Clock
  readonly installed: () => readonly InstalledRecogniser[]
  readonly pageEars: () => PageEars | null
  /** As in the environment's PATH. */
  readonly searchPath: string
  /** Addresses of servers, without a path. */
  readonly places?: readonly string[]
}

const serverOf = (place: string, path: string, model: string, name: string): Found => ({
  choice: { kind: 'openai', baseUrl: place + path, model },
  title: `${name} at ${new URL(place).host}`,
  detail: 'A speech server that runs on this machine. As good and as quick as its model; words come when you pause.',
})

async function servers(places: readonly string[], signal: AbortSignal): Promise<Found[]> {
  /** Nothing there, something else there, or too slow: all the same to somebody who looks. */
  const textAt = async (url: string): Promise<string> => {
    try {
      const { status, bytes } = await httpRequest({ url: new URL(url), signal })
      const text = await shortText(bytes, MOST_BYTES)
      return status === 200 ? text : ''
    } catch {
      return ''
    }
  }
  const models = (text: string): string[] => {
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      // No list of models.
      return []
    }
    const list = SpeechModelList.safeParse(json).data?.data ?? []
    const speech = list.filter(({ id, task }) => (task ? task === 'automatic-speech-recognition' : SPEECH_NAMES.test(id)))
    return speech.map(({ id }) => id).slice(0, MOST_MODELS)
  }
  const look = async (place: string): Promise<Found[]> => {
    const [list, home] = await Promise.all([textAt(`${place}/v1/models`), textAt(`${place}/`)])
    const path = whisperCppPath(home)
    if (path) return [serverOf(place, path, 'whisper', 'whisper.cpp')]
    return models(list).map((model) => serverOf(place, '/v1', model, model))
  }
  const found = (await Promise.all(places.map(look))).flat()
  // What cannot be kept in the settings cannot be chosen.
  return found.filter(({ choice }) => RecogniserChoice.safeParse(choice).success)
}

const modelOf = ({ id, job, title }: InstalledRecogniser): Found => ({
  choice: { kind: 'sherpa', model: id },
  title,
  detail: job === 'streaming' ? 'Installed. Words appear while you speak.' : 'Installed. Words come when you pause.',
})

const pageOf = (ears: PageEars | null): Found[] =>
  !ears || ears.state === 'missing'
    ? []
    : [
        {
          choice: { kind: 'page' },
          title: 'The browser’s own recognition',
          detail:
            ears.state === 'ready'
              ? `On the device that has the microphone, in ${ears.language}. Words appear while you speak.`
              : `On the device that has the microphone. Its language pack for ${ears.language} must be fetched first.`,
        },
      ]

const programsOn = (searchPath: string): Found[] =>
  PROGRAMS.filter(({ command }) => findProgram(command, searchPath)).map(({ command, args, detail }) => ({
    choice: { kind: 'command', command, args: [...args] },
    title: command,
    detail,
  }))

export async function findRecognisers(options: FindRecognisersOptions): Promise<FoundRecognisers> {
  const { clock, installed, pageEars, searchPath, places = PLACES } = options
  const patience = new AbortController()
  const found = new AbortController()
  void clock.sleep(PATIENCE_MS, found.signal).then(() => patience.abort())
  const running = await servers(places, patience.signal)
  found.abort()
  return { recognisers: [...installed().map(modelOf), ...running, ...pageOf(pageEars()), ...programsOn(searchPath)] }
}
