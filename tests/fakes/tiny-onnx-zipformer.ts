// A streaming zipformer of two words, for tests. Real ONNX, no training.
import type { OnnxGraph } from './tiny-onnx'
import { CLEAR, contrast, MELS, node, oneAt, type TinyFiles, tokens } from './tiny-onnx-parts'

/** A streaming transducer: 32 frames a chunk, four answers a chunk; its decoder keeps it from saying a word twice in a row. */
export function tinyZipformer(): TinyFiles {
  const symbols = ['<blk>', '▁LOW', '▁HIGH']
  const columns = symbols.length
  const states = {
    key: ['float', [2, 'N', 1]],
    attention: ['float', [1, 'N', 2, 3]],
    value1: ['float', [2, 'N', 1]],
    value2: ['float', [2, 'N', 1]],
    conv1: ['float', ['N', 4, 1]],
    conv2: ['float', ['N', 4, 1]],
    embed: ['float', ['N', 128, 3, 19]],
    processed: ['int64', ['N']],
  } as const
  const names = Object.keys(states)
  const encoder: OnnxGraph = {
    inputs: { x: ['float', ['N', 45, MELS]], ...states },
    outputs: {
      encoder_out: ['float', ['N', 4, columns]],
      ...Object.fromEntries(Object.entries(states).map(([name, shape]) => [`new_${name}`, shape])),
    },
    weights: {
      from: { dims: [1], ints: [0] },
      to: { dims: [1], ints: [32] },
      axis: { dims: [1], ints: [1] },
      fours: { dims: [4], ints: [-1, 4, 8, MELS] },
      contrast: { dims: [MELS, columns], floats: contrast(columns, 1, 2) },
      bias: { dims: [columns], floats: oneAt(columns, 0, CLEAR) },
    },
    nodes: [
      node('Slice', ['x', 'from', 'to', 'axis'], 'chunk'),
      node('Reshape', ['chunk', 'fours'], 'pieces'),
      node('ReduceMean', ['pieces'], 'means', { axes: [2], keepdims: 0 }),
      node('MatMul', ['means', 'contrast'], 'raw'),
      node('Add', ['raw', 'bias'], 'encoder_out'),
      ...names.map((name) => node('Identity', [name], `new_${name}`)),
    ],
    metadata: {
      model_type: 'zipformer2',
      encoder_dims: 4,
      query_head_dims: 1,
      value_head_dims: 1,
      num_heads: 1,
      num_encoder_layers: 1,
      cnn_module_kernels: 3,
      left_context_len: 2,
      T: 45,
      decode_chunk_len: 32,
    },
  }
  const decoder: OnnxGraph = {
    inputs: { y: ['int64', ['N', 2]] },
    outputs: { decoder_out: ['float', ['N', columns]] },
    weights: {
      last: { dims: [], ints: [1] },
      taboo: { dims: [columns, columns], floats: [0, 0, 0, 0, -99, 0, 0, 0, -99] },
    },
    nodes: [node('Gather', ['y', 'last'], 'token', { axis: 1 }), node('Gather', ['taboo', 'token'], 'decoder_out', { axis: 0 })],
    metadata: { vocab_size: columns, context_size: 2 },
  }
  const joiner: OnnxGraph = {
    inputs: { encoder_out: ['float', ['N', columns]], decoder_out: ['float', ['N', columns]] },
    outputs: { logit: ['float', ['N', columns]] },
    nodes: [node('Add', ['encoder_out', 'decoder_out'], 'logit')],
    metadata: { joiner_dim: columns },
  }
  return { 'encoder.onnx': encoder, 'decoder.onnx': decoder, 'joiner.onnx': joiner, 'tokens.txt': tokens(...symbols) }
}
