// A Whisper of two words, for tests. Real ONNX, no training.
import type { OnnxGraph } from './tiny-onnx'
import { contrast, MELS, node, oneAt, range, type TinyFiles, tokens } from './tiny-onnx-parts'

const LOW = 0
const HIGH = 1
const END = 2
const START = 3
const ENGLISH = 4
const GERMAN = 5
const TRANSCRIBE = 6
const TRANSLATE = 7
const NO_TIME = 8
const NO_SPEECH = 9
const SYMBOLS = [' low', ' high', '<end>', '<start>', '<en>', '<de>', '<transcribe>', '<translate>', '<notime>', '<nospeech>']
const columns = SYMBOLS.length

/** What may follow a token: a word or the end after the last of the preface, the end after a word. */
const after = range(columns).flatMap((token) => {
  if (token === LOW || token === HIGH) return oneAt(columns, END, 9999)
  if (token !== NO_TIME) return oneAt(columns, -1, 0)
  // Silence weighs nothing on either side.
  return range(columns).map((next) => (next === LOW || next === HIGH ? 99 : next === END ? 99.001 : 0))
})

/** One word per decoded piece: which half outweighs the other over the whole of it. */
export function tinyWhisper(): TinyFiles {
  const encoder: OnnxGraph = {
    inputs: { mel: ['float', [1, MELS, 'T']] },
    outputs: { n_layer_cross_k: ['float', [1, 1, 1, columns]], n_layer_cross_v: ['float', [1, 1, 1, columns]] },
    weights: {
      contrast: { dims: [MELS, columns], floats: contrast(columns, LOW, HIGH) },
      shape: { dims: [4], ints: [1, 1, 1, columns] },
    },
    nodes: [
      node('ReduceMean', ['mel'], 'mean', { axes: [2], keepdims: 0 }),
      node('MatMul', ['mean', 'contrast'], 'raw'),
      node('Reshape', ['raw', 'shape'], 'n_layer_cross_k'),
      node('Identity', ['n_layer_cross_k'], 'n_layer_cross_v'),
    ],
    metadata: {
      ...{ n_mels: MELS, n_text_layer: 1, n_text_ctx: 32, n_text_state: 1, n_vocab: columns, is_multilingual: 1 },
      ...{ sot: START, eot: END, blank_id: NO_SPEECH, no_speech: NO_SPEECH, no_timestamps: NO_TIME },
      ...{ transcribe: TRANSCRIBE, translate: TRANSLATE },
      sot_sequence: [START, ENGLISH, TRANSCRIBE].join(),
      all_language_tokens: [ENGLISH, GERMAN].join(),
      all_language_codes: 'en,de',
    },
  }
  const cache = ['float', [1, 1, 32, 1]] as const
  const cross = ['float', [1, 1, 1, columns]] as const
  const decoder: OnnxGraph = {
    inputs: {
      tokens: ['int64', [1, 'S']],
      in_n_layer_self_k_cache: cache,
      in_n_layer_self_v_cache: cache,
      n_layer_cross_k: cross,
      n_layer_cross_v: cross,
      offset: ['int64', [1]],
    },
    outputs: { logits: ['float', [1, 'S', columns]], out_n_layer_self_k_cache: cache, out_n_layer_self_v_cache: cache },
    weights: { after: { dims: [columns, columns], floats: after }, flat: { dims: [3], ints: [1, 1, columns] } },
    nodes: [
      node('Gather', ['after', 'tokens'], 'grammar', { axis: 0 }),
      node('Reshape', ['n_layer_cross_k', 'flat'], 'heard'),
      node('Add', ['grammar', 'heard'], 'logits'),
      node('Identity', ['in_n_layer_self_k_cache'], 'out_n_layer_self_k_cache'),
      node('Identity', ['in_n_layer_self_v_cache'], 'out_n_layer_self_v_cache'),
    ],
  }
  return {
    'encoder.onnx': encoder,
    'decoder.onnx': decoder,
    'tokens.txt': tokens(...SYMBOLS.map((symbol) => Buffer.from(symbol).toString('base64'))),
  }
}
