// What we use of sherpa-onnx-node, which brings no types of its own. Its calls block; all of them run in sherpa-worker's process.

declare module 'sherpa-onnx-node' {
  /** -1..1. */
  interface Waveform {
    readonly samples: Float32Array
    readonly sampleRate: number
  }
  interface FeatureConfig {
    readonly sampleRate: number
    readonly featureDim: number
  }
  interface RuntimeConfig {
    readonly numThreads: number
    readonly provider: 'cpu'
    readonly debug: 0 | 1
  }

  export interface OnlineRecognizerConfig {
    readonly featConfig: FeatureConfig
    readonly modelConfig: RuntimeConfig & {
      readonly transducer: { readonly encoder: string; readonly decoder: string; readonly joiner: string }
      readonly tokens: string
      /** Without it the encoder is loaded twice, to see what it is. */
      readonly modelType: string
    }
    readonly decodingMethod: 'greedy_search'
    readonly enableEndpoint: 0 | 1
  }
  export interface OnlineStream {
    acceptWaveform(waveform: Waveform): void
    inputFinished(): void
  }
  export interface OnlineRecognizer {
    createStream(): OnlineStream
    isReady(stream: OnlineStream): boolean
    decode(stream: OnlineStream): void
    getResult(stream: OnlineStream): { readonly text: string }
  }

  export type OfflineEngineConfig =
    | {
        readonly whisper: {
          readonly encoder: string
          readonly decoder: string
          /** '' = found out by listening. An unknown one ends the process. */
          readonly language: string
          readonly task: 'transcribe'
          /** Frames of 10 ms. */
          readonly tailPaddings: number
        }
      }
    | {
        readonly moonshine:
          | {
              readonly preprocessor: string
              readonly encoder: string
              readonly uncachedDecoder: string
              readonly cachedDecoder: string
            }
          | { readonly encoder: string; readonly mergedDecoder: string }
      }
    | {
        readonly senseVoice: {
          readonly model: string
          readonly language: string
          readonly useInverseTextNormalization: 0 | 1
        }
      }
  export interface OfflineRecognizerConfig {
    readonly featConfig: FeatureConfig
    readonly modelConfig: RuntimeConfig & OfflineEngineConfig & { readonly tokens: string }
  }
  export interface OfflineStream {
    acceptWaveform(waveform: Waveform): void
  }
  export interface OfflineRecognizer {
    createStream(): OfflineStream
    decode(stream: OfflineStream): void
    getResult(stream: OfflineStream): { readonly text: string }
  }

  export interface SpeakerEmbeddingExtractorConfig extends RuntimeConfig {
    readonly model: string
  }
  export interface SpeakerEmbeddingExtractor {
    createStream(): OnlineStream
    isReady(stream: OnlineStream): boolean
    /** `external` = the numbers live outside of the heap; such an array cannot be handed to another process. */
    compute(stream: OnlineStream, external: boolean): Float32Array
  }

  /** The voice adds what it uses. */
  export interface SherpaOnnx {
    readonly OnlineRecognizer: new (config: OnlineRecognizerConfig) => OnlineRecognizer
    readonly OfflineRecognizer: new (config: OfflineRecognizerConfig) => OfflineRecognizer
    readonly SpeakerEmbeddingExtractor: new (config: SpeakerEmbeddingExtractorConfig) => SpeakerEmbeddingExtractor
  }
  /** A package of the old kind: all of it is its default export. */
  const sherpaOnnx: SherpaOnnx
  export default sherpaOnnx
}
