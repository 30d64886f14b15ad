// An outline in, the direction out of it at every point.
import type { Outline } from './curve'
import type { XY } from './dot'

/** Over this many points to either side, so that corners are taken round. */
const REACH = 2

export const outwards = (body: Outline): XY[] => {
  const around = (i: number): XY => {
    const [x, y] = body[(i + body.length) % body.length]!
    return [x, y]
  }
  const area = body.reduce((sum, p, i) => sum + p[0] * around(i + 1)[1] - around(i + 1)[0] * p[1], 0)
  const turn = Math.sign(area)
  return body.map((_, i): XY => {
    const [a, b] = [around(i - REACH), around(i + REACH)]
    const l = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    return [(turn * (b[1] - a[1])) / l, (-turn * (b[0] - a[0])) / l]
  })
}
