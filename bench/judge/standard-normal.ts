// Random bits flow in, numbers of mean 0 and deviation 1 flow out: the ziggurat of Marsaglia and Tsang in NumPy's order, so that the same seed gives the same noise.
import { SeededWords } from './seeded-words'

const LAYERS = 256
/** Where the lowest layer ends and the tail begins, and the area of each layer. */
const EDGE = 3.6541528853610088
const AREA = 0.004928673233974658
/** A number within a layer has 52 bits. */
const STEPS = 2 ** 52

const density = (x: number) => Math.exp(-0.5 * x * x)

/** Layer i reaches from 0 to EDGES[i]; the lowest one, 0, is as wide as its area asks for. */
const EDGES = new Float64Array(LAYERS)
EDGES[LAYERS - 1] = EDGE
for (let i = LAYERS - 2; i > 0; i--) EDGES[i] = Math.sqrt(-2 * Math.log(AREA / EDGES[i + 1]! + density(EDGES[i + 1]!)))
const HEIGHTS = EDGES.map((edge, i) => (i === 0 ? 1 : density(edge)))
const BASE_WIDTH = AREA / density(EDGE)
const SCALES = EDGES.map((edge, i) => (i === 0 ? BASE_WIDTH : edge) / STEPS)
/** Below these every point of a layer lies under the curve. */
const SURE = EDGES.map((edge, i) => Math.floor((i === 0 ? EDGE / BASE_WIDTH : EDGES[i - 1]! / edge) * STEPS))

export function standardNormal(seed: number): () => number {
  const words = new SeededWords(seed)
  return () => {
    for (;;) {
      words.next()
      const layer = words.low & 255
      const negative = (words.low >>> 8) & 1
      // 52 bits above the sign: 23 of the lower word, 29 of the upper.
      const steps = (words.high & 0x1fff_ffff) * 2 ** 23 + (words.low >>> 9)
      const beyond = (steps / 256) & 1
      const x = steps * SCALES[layer]!
      if (steps < SURE[layer]!) return negative ? -x : x
      if (layer === 0) {
        const tail = EDGE + tailBeyond(words)
        return beyond ? -tail : tail
      }
      const height = (HEIGHTS[layer - 1]! - HEIGHTS[layer]!) * words.uniform() + HEIGHTS[layer]!
      if (height < density(x)) return negative ? -x : x
    }
  }
}

function tailBeyond(words: SeededWords): number {
  for (;;) {
    const x = -Math.log1p(-words.uniform()) / EDGE
    const y = -Math.log1p(-words.uniform())
    if (y + y > x * x) return x
  }
}
