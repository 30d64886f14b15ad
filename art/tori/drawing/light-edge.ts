// An outline in, the light that runs inside its edge where it faces the upper left out.
import { type Outline, spline } from './curve'
import type { Dot } from './dot'
import { smooth } from './interpolation'
import { outwards } from './outwards'
import type { Pen } from './pen'

const INSET_PX = 8
const WIDTH_PX = 7
/** Towards the light. */
const LIGHT = [-0.8, -0.6] as const

export const lightEdge = (pen: Pen, body: Outline, colour: string, opacity: number): void => {
  const out = outwards(body)
  const edge = body.map((p, i): Dot => {
    const [nx, ny] = out[i]!
    const lit = smooth(0.45, 0.95, nx * LIGHT[0] + ny * LIGHT[1])
    return [p[0] - nx * INSET_PX, p[1] - ny * INSET_PX, WIDTH_PX * lit]
  })
  // Begin where it is dark, so that no lit run is cut in two.
  const dark = edge.findIndex((p) => p[2] === 0)
  if (dark < 0) return
  const turned = [...edge.slice(dark), ...edge.slice(0, dark)]
  let run: Dot[] = []
  for (const p of [...turned, turned[0]!]) {
    if (p[2] !== 0) run.push(p)
    else if (run.length > 0) {
      if (run.length > 5)
        pen.line(spline([[run[0]![0], run[0]![1], 0], ...run, [run.at(-1)![0], run.at(-1)![1], 0]]), colour, opacity)
      run = []
    }
  }
}
