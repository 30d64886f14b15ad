// A sense-voice model of two words, for tests. Real ONNX, no training.
import type { OnnxGraph } from './tiny-onnx'
import { CLEAR, contrast, MELS, node, oneAt, range, type TinyFiles, tokens } from './tiny-onnx-parts'

/** Seven frames at a time, and first what language and mood it is, as sense-voice does. */
export function tinySenseVoice(): TinyFiles {
  const symbols = ['<blank>', '<|en|>', '<|NEUTRAL|>', '<|Speech|>', '<|withitn|>', '▁low', '▁high']
  const columns = symbols.length
  const model: OnnxGraph = {
    inputs: {
      x: ['float', ['N', 'T', MELS * 7]],
      x_length: ['int32', ['N']],
      language: ['int32', ['N']],
      text_norm: ['int32', ['N']],
    },
    outputs: { logits: ['float', ['N', 'L', columns]] },
    weights: {
      contrast: { dims: [MELS * 7, columns], floats: contrast(columns, 5, 6, 7) },
      bias: { dims: [columns], floats: oneAt(columns, 0, CLEAR) },
      preface: { dims: [1, 4, columns], floats: [1, 2, 3, 4].flatMap((at) => oneAt(columns, at, 9)) },
    },
    nodes: [
      node('MatMul', ['x', 'contrast'], 'raw'),
      node('Add', ['raw', 'bias'], 'words'),
      node('Concat', ['preface', 'words'], 'logits', { axis: 1 }),
    ],
    metadata: {
      vocab_size: columns,
      lfr_window_size: 7,
      lfr_window_shift: 6,
      normalize_samples: 0,
      with_itn: 14,
      without_itn: 15,
      ...{ lang_auto: 0, lang_zh: 3, lang_en: 4, lang_ja: 11, lang_ko: 12, lang_yue: 7 },
      neg_mean: range(MELS * 7)
        .fill(0)
        .join(),
      inv_stddev: range(MELS * 7)
        .fill(1)
        .join(),
    },
  }
  return { 'model.onnx': model, 'tokens.txt': tokens(...symbols) }
}
