// The bubble braid: a standing wave, the gold ties are its nodes.
import { closed, cut, ribbon, spline, taper } from './curve'
import { type Dot, dots, fromAxis } from './dot'
import { lerp } from './interpolation'
import { layer } from './layer'
import { lock } from './lock'
import { gold, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

export const BRAID_NODES = dots('316,1010 334,1180 318,1345 296,1502 286,1640')

/** From tie to tie: widest px, colour at the upper and the lower tie. */
const BUBBLES = [
  { width: 104, top: '#2d3c7d', bottom: '#354d94' },
  { width: 112, top: '#35509a', bottom: '#33699f' },
  { width: 102, top: '#33739f', bottom: '#3194a5' },
  { width: 88, top: '#39a3aa', bottom: '#6bcfbf' },
] as const

const bubble = (pen: Pen, index: number): void => {
  const { width, top, bottom } = BUBBLES[index]!
  const [a, b] = [BRAID_NODES[index]!, BRAID_NODES[index + 1]!]
  const between = (t: number, w: number): Dot => [lerp(a[0], b[0], t), lerp(a[1], b[1], t), w]
  const points = [
    between(0, 34),
    between(0.25, width * 0.9),
    between(0.5, width * 1.06),
    between(0.75, width * 0.88),
    between(1, 34),
  ]
  const spine = spline(fromAxis(points))
  const body = ribbon(spine)
  const line = index > 2 ? C.hair.lineTip : C.hair.line
  pen.shape(body, vertical(a[1], b[1], [0, top], [1, bottom]), line, 7)
  pen.clip([body], () => {
    pen.fill(ribbon(spine, -0.6, -0.2), C.hair.shade, 0.38)
    pen.fill(ribbon(cut(spine, 0, 0.16), -0.6, 0.6), C.hair.shade, 0.4)
    pen.fill(ribbon(cut(spine, 0.86, 1), -0.6, 0.6), C.hair.shade, 0.3)
    const middle = cut(spine, 0.3, 0.62)
    const gleam = middle.map((p, i): Dot => [p[0], p[1], p[2]! * Math.sin((Math.PI * i) / (middle.length - 1))])
    pen.fill(ribbon(gleam, 0.12, 0.38), index > 1 ? '#c9fff0' : C.hair.ring, 0.65)
    for (const share of [-0.3, -0.1, 0.08, 0.3]) pen.strand(spine, share, taper(4.5), line, 0.5)
  })
}

const tie = (pen: Pen, dx: number, y: number): void => {
  const x = P.axisX + dx
  const around: Dot[] = dots('-25,-12 0,-8 25,-12 28,0 25,12 0,16 -25,12 -28,0').map((p) => [x + p[0], y + p[1]])
  pen.shape(closed(around), gold(x - 24, y, x + 24, y, 0.35), C.gold.line, 5)
  pen.ink(
    dots('-18,-3,0 -8,-1,5 2,0,0').map((p): Dot => [x + p[0], y + p[1], p[2]]),
    '#fff',
    0.9,
  )
}

export const BRAID = [
  layer('braid', 'braid', (pen) => {
    lock(pen, dots('286,1632,34 292,1684,94 284,1748,78 250,1836,0'), {
      paint: vertical(1640, 1830, [0, '#6bcfbf'], [1, C.hair.mint]),
      line: C.hair.lineTip,
      shade: C.hair.teal,
      strandColour: C.hair.lineTip,
      lightOpacity: 0.5,
      flip: -1,
    })
    const root = vertical(780, 1000, [0, C.hair.ink], [1, '#2d3c7d'])
    lock(pen, dots('296,760,60 322,880,116 326,960,84 316,1010,34'), { paint: root, flip: -1 })
    for (const index of [3, 2, 1, 0]) bubble(pen, index)
    for (const [dx, y] of BRAID_NODES) tie(pen, dx, y)
  }),
]
