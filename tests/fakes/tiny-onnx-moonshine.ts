// A moonshine of two words, for tests. Real ONNX, no training.
import type { OnnxGraph } from './tiny-onnx'
import { CLEAR, node, oneAt, range, type TinyFiles, tokens } from './tiny-onnx-parts'

/** Hears raw samples: a bright tone changes faster than it is loud. */
export function tinyMoonshine(): TinyFiles {
  const symbols = ['<unk>', '<s>', '</s>', '▁low', '▁high']
  const columns = symbols.length
  const preprocessor: OnnxGraph = {
    inputs: { audio: ['float', [1, 'n']] },
    outputs: { features: ['float', [1, 'T', 1]] },
    weights: {
      flat: { dims: [3], ints: [1, 1, -1] },
      slope: { dims: [1, 1, 2], floats: [-1, 1] },
      half: { dims: [1], floats: [0.5] },
    },
    nodes: [
      node('Reshape', ['audio', 'flat'], 'sound'),
      node('Abs', ['sound'], 'size'),
      node('Mul', ['size', 'half'], 'loud'),
      node('Conv', ['sound', 'slope'], 'change', { pads: [0, 1] }),
      node('Abs', ['change'], 'bright'),
      node('Sub', ['loud', 'bright'], 'deep'),
      // 384 samples a frame: the decoder reckons the longest text from the number of frames.
      node('AveragePool', ['deep'], 'frames', { kernel_shape: [384], strides: [384] }),
      node('Transpose', ['frames'], 'features', { perm: [0, 2, 1] }),
    ],
  }
  const encoder: OnnxGraph = {
    inputs: { features: ['float', [1, 'T', 1]], features_len: ['int32', [1]] },
    outputs: { encoder_out: ['float', [1, 'T', 1]] },
    nodes: [node('Identity', ['features'], 'encoder_out')],
  }
  const state = ['float', [1, 1, 1]] as const
  const decoder = (cached: boolean): OnnxGraph => ({
    inputs: {
      tokens: ['int32', [1, 1]],
      encoder_out: ['float', [1, 'T', 1]],
      seq_len: ['int32', [1]],
      ...(cached ? { state } : {}),
    },
    outputs: { logits: ['float', [1, 1, columns]], new_state: state },
    weights: {
      words: { dims: [1, columns], floats: [0, 0, 0, 100, -100] },
      after: { dims: [columns, columns], floats: range(columns).flatMap((token) => oneAt(columns, 2, token > 2 ? 9999 : CLEAR)) },
    },
    nodes: [
      node('ReduceMean', ['encoder_out'], 'mean', { axes: [1], keepdims: 1 }),
      node('MatMul', ['mean', 'words'], 'heard'),
      node('Gather', ['after', 'tokens'], 'grammar', { axis: 0 }),
      node('Add', ['grammar', 'heard'], 'logits'),
      node('Identity', [cached ? 'state' : 'mean'], 'new_state'),
    ],
  })
  return {
    'preprocess.onnx': preprocessor,
    'encode.onnx': encoder,
    'uncached_decode.onnx': decoder(false),
    'cached_decode.onnx': decoder(true),
    'tokens.txt': tokens(...symbols),
  }
}
