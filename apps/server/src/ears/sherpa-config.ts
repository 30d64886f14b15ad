// A model as sherpa loads it. In: the model, its folder, what its main file says of itself. Out: sherpa's configuration.
// The child process loads no zod: it would cost each of them 12 MB.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { MIC_RATE } from '@psiona/shared/pcm'
import type {
  OfflineEngineConfig,
  OfflineRecognizerConfig,
  OnlineRecognizerConfig,
  SpeakerEmbeddingExtractorConfig,
} from 'sherpa-onnx-node'
import type { Metadata } from '../onnx-metadata'
import type { SherpaModel } from './sherpa-models'

export type SherpaConfig =
  | { readonly job: 'streaming'; readonly config: OnlineRecognizerConfig; readonly tailSamples: number }
  | { readonly job: 'offline'; readonly config: OfflineRecognizerConfig }
  | { readonly job: 'speaker'; readonly config: SpeakerEmbeddingExtractorConfig }

/** Recognition shares the machine with a game: a second core only where there are enough, and only for work that comes all at once. */
const offlineThreads = () => (availableParallelism() >= 4 ? 2 : 1)
const FRAME_SAMPLES = MIC_RATE / 100
const FEATURES = { sampleRate: MIC_RATE, featureDim: 80 } as const
const RUNTIME = { provider: 'cpu', debug: 0 } as const
/** Silence after the sound, by which Whisper finds its end: sherpa suggests 50 frames for English and 300 for many languages, and pads
 *  1000 (10 s, all of it computed) when told nothing. */
const WHISPER_TAIL_FRAMES = 300

/** `described`: the metadata of the file that plays 'encoder' or 'model'. `language`: BCP 47. */
export function sherpaConfig(model: SherpaModel, folder: string, language: string, described: Metadata): SherpaConfig {
  const at = (path: string) => join(folder, path)
  const offline = (engine: OfflineEngineConfig, tokens: string): SherpaConfig => ({
    job: 'offline',
    config: { featConfig: FEATURES, modelConfig: { ...RUNTIME, numThreads: offlineThreads(), ...engine, tokens: at(tokens) } },
  })
  switch (model.engine) {
    case 'zipformer': {
      const { encoder, decoder, joiner, tokens } = model.files
      const transducer = { encoder: at(encoder), decoder: at(decoder), joiner: at(joiner) }
      const modelType = described.get('model_type') ?? ''
      const modelConfig = { ...RUNTIME, numThreads: 1, transducer, tokens: at(tokens), modelType }
      return {
        job: 'streaming',
        config: { featConfig: FEATURES, modelConfig, decodingMethod: 'greedy_search', enableEndpoint: 0 },
        tailSamples: tailSamples(described),
      }
    }
    case 'whisper': {
      const { encoder, decoder, tokens } = model.files
      const whisper = {
        encoder: at(encoder),
        decoder: at(decoder),
        language: whisperLanguage(language, described),
        task: 'transcribe',
        tailPaddings: WHISPER_TAIL_FRAMES,
      } as const
      return offline({ whisper }, tokens)
    }
    case 'moonshine': {
      const { tokens, ...parts } = model.files
      if ('mergedDecoder' in parts)
        return offline({ moonshine: { encoder: at(parts.encoder), mergedDecoder: at(parts.mergedDecoder) } }, tokens)
      const moonshine = {
        preprocessor: at(parts.preprocessor),
        encoder: at(parts.encoder),
        uncachedDecoder: at(parts.uncachedDecoder),
        cachedDecoder: at(parts.cachedDecoder),
      }
      return offline({ moonshine }, tokens)
    }
    case 'sense-voice': {
      const senseVoice = {
        model: at(model.files.model),
        language: senseVoiceLanguage(language),
        useInverseTextNormalization: 1,
      } as const
      return offline({ senseVoice }, model.files.tokens)
    }
    case 'speaker':
      return { job: 'speaker', config: { ...RUNTIME, numThreads: 1, model: at(model.files.model) } }
    default:
      return model satisfies never
  }
}

/** A streaming encoder looks at whole chunks of T frames and moves by decode_chunk_len; what is left when the sound ends is never looked
 *  at. So much silence and every frame of the sound has been the start of a chunk. From 0.8 s to 2.7 s of sound, of no time. */
function tailSamples(described: Metadata): number {
  return (Number(described.get('T')) + Number(described.get('decode_chunk_len'))) * FRAME_SAMPLES
}

const primary = (language: string) => language.toLowerCase().split('-')[0] ?? ''

/** Whisper's own names for a few languages. */
const WHISPER_NAMES: Readonly<Record<string, string>> = { nb: 'no', fil: 'tl', jv: 'jw' }
/** One that the model does not know would end the process; '' lets it find out by listening. */
function whisperLanguage(language: string, described: Metadata): string {
  const known = described.get('all_language_codes')?.split(',') ?? []
  const wanted = primary(language)
  return [wanted, WHISPER_NAMES[wanted] ?? ''].find((code) => known.includes(code)) ?? ''
}

const senseVoiceLanguage = (language: string) =>
  ['zh', 'en', 'ja', 'ko', 'yue'].find((code) => code === primary(language)) ?? 'auto'
