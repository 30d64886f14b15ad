// A model that tells voices apart, for tests. Real ONNX, no training.
import type { OnnxGraph } from './tiny-onnx'
import { MELS, node, range, type TinyFiles } from './tiny-onnx-parts'

/** A voice is told by how its sound spreads over eight bands. */
export function tinySpeaker(): TinyFiles {
  const bands = 8
  const spread = range(MELS).flatMap((mel) => range(bands).map((band) => (Math.floor(mel / 10) === band ? 7 / 80 : -1 / 80)))
  const model: OnnxGraph = {
    inputs: { x: ['float', ['N', 'T', MELS]] },
    outputs: { embs: ['float', ['N', bands]] },
    weights: { spread: { dims: [MELS, bands], floats: spread } },
    nodes: [node('ReduceMean', ['x'], 'mean', { axes: [1], keepdims: 0 }), node('MatMul', ['mean', 'spread'], 'embs')],
    metadata: {
      framework: 'wespeaker',
      language: 'en',
      url: 'none',
      comment: 'tiny',
      sample_rate: 16_000,
      output_dim: bands,
      normalize_samples: 1,
    },
  }
  return { 'model.onnx': model }
}
