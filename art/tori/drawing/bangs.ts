// The fringe: cap, eight locks fanned from the crown with the angel ring across them, loose hairs, ahoge.
import { ellipse, type Outline, outline, ribbon, spline, stroke } from './curve'
import { type Dot, dots, fromAxis, shifted } from './dot'
import { type Layer, layer } from './layer'
import { bangPaint, lock, ringOnLock } from './lock'
import { glow, linear, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

interface Bang {
  readonly id: string
  readonly points: readonly Dot[]
  readonly flip: 1 | -1
}

/** From outside to inside, the order they are drawn in. */
const BANGS: readonly Bang[] = [
  { id: 'far_R', points: dots('20,206,40 -165,312,132 -288,470,150 -322,650,96 -318,790,52 -284,900,0'), flip: 1 },
  { id: 'far_L', points: dots('60,206,40 184,312,128 288,470,150 322,650,92 318,780,48 286,880,0'), flip: -1 },
  { id: 'L2', points: dots('60,188,60 160,310,170 232,460,132 258,575,78 270,650,36 258,716,0'), flip: -1 },
  { id: 'R2', points: dots('25,188,60 -120,310,180 -224,460,138 -256,575,84 -268,655,38 -250,722,0'), flip: 1 },
  { id: 'L1', points: dots('55,188,60 98,320,160 146,450,128 172,550,72 180,612,34 170,668,0'), flip: -1 },
  { id: 'R1', points: dots('30,188,60 -55,320,170 -132,450,142 -166,560,82 -164,632,40 -136,690,0'), flip: 1 },
  { id: 'C2', points: dots('50,188,60 50,330,150 52,450,112 62,540,64 72,600,30 92,652,0'), flip: -1 },
  { id: 'C', points: dots('42,188,60 12,330,140 -26,450,118 -44,560,74 -32,640,36 2,708,0'), flip: 1 },
]

const bangSpine = (bang: Bang): Dot[] => spline(fromAxis(bang.points))

/** What the fringe darkens on the skin below it. */
export const BANG_SHADOWS: readonly Outline[] = BANGS.map((bang) => shifted(ribbon(bangSpine(bang)), 8, 26))

const CAP = outline(`40,200 -120,210 -250,288 -330,415 -366,560 -352,640 -250,520 -100,480 40,470
  160,480 262,520 350,640 364,560 330,412 254,290 150,214`)

/** Where the light lies on the skull: y of the ring over x. */
const ringArc = (x: number): number => 362 + 92 * ((x - 1000) / 280) ** 2
const RING = vertical(345, 500, [0, '#8fb4ff', 0.25], [0.25, C.hair.ring, 0.8], [0.6, '#7cc4f2', 0.55], [1, '#58b9e0', 0.15])

const drawBang = (pen: Pen, bang: Bang): void => {
  const tip = bang.points[4]!
  lock(pen, bang.points, {
    flip: bang.flip,
    fade: [330, 520],
    paint: bangPaint([1040, 240], [P.axisX + tip[0], tip[1]]),
    lightOpacity: 0.22,
    shadeOpacity: 0.3,
    lineWidth: 6,
    strands: [[bang.flip * 0.1, 0.34, 0.95]],
  })
  const spine = bangSpine(bang)
  const ring = ringOnLock(spine, ringArc)
  if (ring) pen.clip([ribbon(spine)], () => pen.fill(ring, RING))
}

export const BANG_LAYERS: readonly Layer[] = [
  layer('hair_cap', 'cap', (pen) => {
    pen.shape(CAP, vertical(200, 620, [0, '#2c3877'], [1, C.hair.ink]), C.hair.line, 7)
    pen.clip([CAP], () => pen.fill(ellipse(860, 330, 190, 130, -28), glow('#6f8fe0', 0.6)))
  }),
  ...BANGS.map((bang) => layer(`bang_${bang.id}`, 'bangs', (pen) => drawBang(pen, bang))),
]

export const LOOSE_HAIRS: readonly Layer[] = [
  layer('hair_strands', 'bangs', (pen) => {
    pen.ink(stroke('300,620,0 338,780,6 330,900,5 350,980,0'), '#2b6f98', 0.95)
    pen.ink(stroke('-318,620,0 -352,800,6 -352,920,5 -376,1000,0'), '#2b6f98', 0.95)
  }),
  // A damped sine.
  layer('ahoge', 'ahoge', (pen) => {
    lock(pen, dots('14,192,16 4,140,30 38,92,30 94,84,23 126,112,15 156,100,0'), {
      paint: linear(1000, 200, 1150, 90, [0, C.hair.mid], [0.6, C.hair.teal], [1, C.hair.mint]),
      strands: [[0.1, 0.2, 0.8]],
      lineWidth: 6,
    })
    lock(pen, dots('40,190,14 66,152,17 108,142,11 142,158,0'), {
      paint: linear(1050, 220, 1150, 180, [0, C.hair.mid], [1, C.hair.teal]),
      strands: [],
      lineWidth: 5,
    })
  }),
]
