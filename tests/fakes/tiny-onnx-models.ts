// The tiny models as the catalogue would name them. In: a folder. Out: the entry, with its files written there.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SherpaModel } from '../../apps/server/src/ears/sherpa-models'
import { onnxFile } from './tiny-onnx'
import { tinyMoonshine } from './tiny-onnx-moonshine'
import type { TinyFiles } from './tiny-onnx-parts'
import { tinySenseVoice } from './tiny-onnx-sense-voice'
import { tinySpeaker } from './tiny-onnx-speaker'
import { tinyWhisper } from './tiny-onnx-whisper'
import { tinyZipformer } from './tiny-onnx-zipformer'

const tokens = 'tokens.txt'
const model = 'model.onnx'
const pair = { encoder: 'encoder.onnx', decoder: 'decoder.onnx' }
const TINY: Readonly<Record<SherpaModel['engine'], { job: string; files: Record<string, string>; content: () => TinyFiles }>> = {
  zipformer: { job: 'streaming', files: { ...pair, joiner: 'joiner.onnx', tokens }, content: tinyZipformer },
  whisper: { job: 'offline', files: { ...pair, tokens }, content: tinyWhisper },
  moonshine: {
    job: 'offline',
    files: {
      preprocessor: 'preprocess.onnx',
      encoder: 'encode.onnx',
      uncachedDecoder: 'uncached_decode.onnx',
      cachedDecoder: 'cached_decode.onnx',
      tokens,
    },
    content: tinyMoonshine,
  },
  'sense-voice': { job: 'offline', files: { model, tokens }, content: tinySenseVoice },
  speaker: { job: 'speaker', files: { model }, content: tinySpeaker },
}

/** The entry alone. */
export function tinyModel<Engine extends SherpaModel['engine']>(engine: Engine): Extract<SherpaModel, { engine: Engine }> {
  const { job, files } = TINY[engine]
  const entry = SherpaModel.parse({ id: `tiny-${engine}`, title: `Tiny ${engine}`, job, engine, files })
  return entry as Extract<SherpaModel, { engine: Engine }>
}

export function writeTiny<Engine extends SherpaModel['engine']>(engine: Engine, folder: string) {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(TINY[engine].content()))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : onnxFile(content))
  return { model: tinyModel(engine), folder }
}

/** A steady tone at 16 kHz. */
const tone = (hz: number, seconds: number): Float32Array =>
  Float32Array.from({ length: seconds * 16_000 }, (_, i) => 0.3 * Math.sin((2 * Math.PI * hz * i) / 16_000))
/** What the tiny recognisers hear as 'low' and as 'high', and as nothing. */
export const low = (seconds: number): Float32Array => tone(300, seconds)
export const high = (seconds: number): Float32Array => tone(3000, seconds)
export const silence = (seconds: number): Float32Array => new Float32Array(seconds * 16_000)
export const inARow = (...sounds: Float32Array[]): Float32Array => Float32Array.from(sounds.flatMap((sound) => [...sound]))
