// Voices for tests, one of each engine: every phoneme is a tone of its own. Real ONNX, no training.
import type { OnnxGraph, OnnxNode, OnnxWeight } from './tiny-onnx'
import { node, range } from './tiny-onnx-parts'

/** What is in a model's folder, file by file. */
export type TinyVoice = Readonly<Record<string, OnnxGraph | string | Buffer>>

/** As Piper numbers them: pad, start, end, space, then what espeak-ng writes. */
export const SYMBOLS: readonly string[] = [
  ..."_^$ !'(),-.:;?abcdefhijklmnopqrstuvwxyzæçðøħŋœǀǁǂǃɐɑɒɓɔɕɖɗɘəɚɛɜɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟʡʢˈˌːˑ",
]
const tokens = SYMBOLS.map((symbol, id) => `${symbol} ${id}\n`).join('')
/** A few kHz for the highest number, at any of the rates below. */
const STEP = 0.008
export const SAMPLES_PER_SYMBOL = 400

const weights: Readonly<Record<string, OnnxWeight>> = {
  column: { dims: [2], ints: [-1, 1] },
  line: { dims: [1], ints: [-1] },
  step: { dims: [1], floats: [STEP] },
  quiet: { dims: [1], floats: [0.3] },
  time: { dims: [1, SAMPLES_PER_SYMBOL], floats: range(SAMPLES_PER_SYMBOL) },
}
/** Numbers become tones, one after the other. */
const tones = (numbers: string, sound: string, shape = 'line'): OnnxNode[] => [
  node('Reshape', [numbers, 'column'], 'rows'),
  node('Mul', ['rows', 'step'], 'pitches'),
  node('Mul', ['pitches', 'time'], 'phases'),
  node('Sin', ['phases'], 'loud'),
  node('Mul', ['loud', 'quiet'], 'soft'),
  node('Reshape', ['soft', shape], sound),
]
const FLOAT = 1
const numbersOf = (ids: string): OnnxNode => node('Cast', [ids], 'numbers', { to: FLOAT })
const english = { language: 'English', voice: 'en-us', has_espeak: 1 }

/** Two speakers' styles for texts of up to 20 symbols; this voice sounds the same in all of them. */
const styled = (ids: string, metadata: Readonly<Record<string, string | number>>): OnnxGraph => ({
  inputs: { [ids]: ['int64', [1, 'T']], style: ['float', [1, 2]], speed: ['float', [1]] },
  outputs: { audio: ['float', ['S']] },
  weights,
  nodes: [numbersOf(ids), ...tones('numbers', 'audio')],
  metadata: { ...english, sample_rate: 24_000, version: 1, n_speakers: 2, speaker_names: 'low,high', ...metadata },
})

const vits = (metadata: Readonly<Record<string, string | number>>): OnnxGraph => ({
  inputs: { input: ['int64', ['N', 'T']], input_lengths: ['int64', ['N']], scales: ['float', [3]] },
  outputs: { output: ['float', ['N', 1, 1, 'S']] },
  weights: { ...weights, batch: { dims: [4], ints: [1, 1, 1, -1] } },
  nodes: [numbersOf('input'), ...tones('numbers', 'output', 'batch')],
  metadata,
})

export const PIPER_CONFIG = {
  audio: { sample_rate: 16_000, quality: 'low' },
  espeak: { voice: 'en-us' },
  language: { code: 'en_US', name_english: 'English' },
  inference: { noise_scale: 0.667, length_scale: 1, noise_w: 0.8 },
  phoneme_type: 'espeak',
  phoneme_id_map: Object.fromEntries(SYMBOLS.map((symbol, id) => [symbol, [id]])),
  num_symbols: SYMBOLS.length,
  num_speakers: 1,
}

export const tinyPiper = (): TinyVoice => ({
  'voice.onnx': vits({}),
  'voice.onnx.json': JSON.stringify(PIPER_CONFIG),
})

export const tinyVits = (): TinyVoice => ({
  'model.onnx': vits({ ...english, model_type: 'vits', comment: 'piper', n_speakers: 1, sample_rate: 16_000 }),
  'tokens.txt': tokens,
})

/** The second edition knows several languages, and wants a lexicon for English. */
export const tinyKokoro = (edition: 1 | 2 = 1): TinyVoice => ({
  'model.onnx': styled('tokens', { model_type: 'kokoro', style_dim: '510,1,2', version: edition }),
  'voices.bin': Buffer.alloc(4 * 510 * 2 * 2),
  'tokens.txt': tokens,
  ...(edition === 2 ? { 'lexicon.txt': 'hello h ə l ˈ o ʊ\nthere ð ˈ ɛ ɹ\n' } : {}),
})

export const tinyKitten = (): TinyVoice => ({
  'model.onnx': styled('input_ids', { model_type: 'kitten-tts', style_dim: '1,2' }),
  'voices.bin': Buffer.alloc(4 * 2 * 2),
  'tokens.txt': tokens,
})

/** Its picture of the sound is the numbers themselves, eighty times. */
export function tinyMatcha(): TinyVoice {
  const picture = ['float', ['N', 80, 'L']] as const
  const acoustic: OnnxGraph = {
    inputs: {
      x: ['int64', ['N', 'T']],
      x_length: ['int64', ['N']],
      noise_scale: ['float', [1]],
      length_scale: ['float', [1]],
    },
    outputs: { mel: picture },
    weights: { row: { dims: [3], ints: [1, 1, -1] }, bands: { dims: [1, 80, 1], floats: range(80).fill(1) } },
    nodes: [numbersOf('x'), node('Reshape', ['numbers', 'row'], 'one'), node('Mul', ['one', 'bands'], 'mel')],
    metadata: { ...english, model_type: 'matcha-tts', sample_rate: 22_050, n_speakers: 1, pad_id: 0, use_eos_bos: 1 },
  }
  const vocoder: OnnxGraph = {
    inputs: { mel: picture },
    outputs: { audio: ['float', ['S']] },
    weights,
    nodes: [node('ReduceMean', ['mel'], 'numbers', { axes: [1], keepdims: 0 }), ...tones('numbers', 'audio')],
    metadata: { model_type: 'hifigan' },
  }
  return { 'model.onnx': acoustic, 'vocoder.onnx': vocoder, 'tokens.txt': tokens }
}
