// Sound of others, made safe. In: samples as an engine gives them. Out: the same, finite and within −1..1.

/** A line of hers is a breath; an engine that makes more of it has lost itself. */
export const MOST_SECONDS = 120

/** Changes what it is given. */
export function audible(pcm: Float32Array): Float32Array {
  for (let i = 0; i < pcm.length; i++) {
    const sample = pcm[i] ?? 0
    // NaN fails both comparisons.
    if (!(sample >= -1 && sample <= 1)) pcm[i] = sample > 1 ? 1 : sample < -1 ? -1 : 0
  }
  return pcm
}
