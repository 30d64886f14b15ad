// What the voice uses of sherpa-onnx-node. Loading blocks; speaking does not, and hands sound over sentence by sentence.

declare module 'sherpa-onnx-node' {
  /** Paths. `dataDir`: the part of espeak-ng's data that the language needs. */
  interface PhonemeFiles {
    readonly tokens: string
    readonly dataDir: string
  }
  type OfflineTtsEngineConfig =
    | {
        readonly vits: PhonemeFiles & {
          readonly model: string
          readonly noiseScale?: number
          readonly noiseScaleW?: number
          readonly lengthScale?: number
        }
      }
    | {
        /** Models since 1.0 want a lexicon, or a language as espeak-ng names it; '' = none. */
        readonly kokoro: PhonemeFiles & {
          readonly model: string
          readonly voices: string
          readonly lexicon: string
          readonly lang: string
        }
      }
    | { readonly kitten: PhonemeFiles & { readonly model: string; readonly voices: string } }
    | { readonly matcha: PhonemeFiles & { readonly acousticModel: string; readonly vocoder: string } }
  export interface OfflineTtsConfig {
    readonly model: OfflineTtsEngineConfig & { readonly numThreads: number; readonly provider: 'cpu'; readonly debug: 0 | 1 }
    /** At once, in one go. */
    readonly maxNumSentences: number
  }
  export interface OfflineTtsRequest {
    readonly text: string
    readonly sid: number
    readonly speed: number
    /** Numbers that live outside of the heap cannot be handed to another process. */
    readonly enableExternalBuffer: false
    /** Each sentence when it is made; 0 ends it there. */
    readonly onProgress?: (piece: { readonly samples: Float32Array }) => 0 | 1
  }
  export interface OfflineTts {
    readonly sampleRate: number
    /** 0 in some models with one. */
    readonly numSpeakers: number
    generateAsync(request: OfflineTtsRequest): Promise<{ readonly samples: Float32Array }>
  }

  export interface SherpaOnnx {
    readonly OfflineTts: new (config: OfflineTtsConfig) => OfflineTts
  }
}
