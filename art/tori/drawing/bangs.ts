// The fringe: cap, eight locks fanned from the crown with the angel ring across them, loose hairs, ahoge.
import { ellipse, type Outline, outline, ribbon, spline, stroke } from './curve'
import { type Dot, dots, fromAxis, shifted } from './dot'
import { type Layer, layer } from './layer'
import { bangPaint, lock, ringOnLock } from './lock'
import { glow, linear, vertical } from './paint'
import { PALETTE as C } from './palette'
import type { Pen } from './pen'
import { PROPORTIONS as P } from './proportions'

/** Which side of the fringe a lock swings with; the locks at the sides also swing on their own. */
type Group = 'bangs' | 'bangsL' | 'bangsR'

interface Bang {
  readonly id: string
  readonly points: readonly Dot[]
  readonly flip: 1 | -1
  readonly group: Group
  /** A thin lock that lies across the others and casts no shadow of its own. */
  readonly loose: boolean
}

const bang = (id: string, group: Group, flip: 1 | -1, points: string, loose = false): Bang => ({
  id,
  group,
  flip,
  points: dots(points),
  loose,
})

/** From outside to inside, the order they are drawn in: broad ones and narrow ones by turns, and three across them. */
const BANGS: readonly Bang[] = [
  bang('far_R', 'bangsR', 1, '20,206,40 -165,312,132 -288,470,150 -322,650,96 -318,790,52 -284,900,0'),
  bang('far_L', 'bangsL', -1, '60,206,40 184,312,128 288,470,150 322,650,92 318,780,48 286,880,0'),
  bang('L2', 'bangsL', -1, '60,188,60 164,310,165 238,460,122 262,570,66 270,640,28 252,702,0'),
  bang('R2', 'bangsR', 1, '25,188,60 -122,310,180 -226,460,150 -262,585,96 -276,678,44 -254,764,0'),
  bang('L1', 'bangsL', -1, '55,188,60 108,320,178 158,450,158 186,556,100 196,636,48 176,712,0'),
  bang('R1', 'bangsR', 1, '30,188,60 -62,320,160 -140,450,122 -172,548,66 -174,606,30 -152,652,0'),
  bang('C2', 'bangs', -1, '50,188,60 44,330,150 56,450,104 76,540,60 92,596,26 108,634,0'),
  bang('C', 'bangs', 1, '42,188,60 2,330,170 -46,455,150 -70,570,98 -60,660,48 -16,736,0'),
  bang('X1', 'bangs', -1, '58,240,10 44,400,26 8,510,28 -8,590,18 12,672,0', true),
  bang('X2', 'bangsR', 1, '-62,260,10 -116,420,24 -184,540,27 -220,624,16 -226,694,0', true),
  bang('X3', 'bangsL', -1, '138,270,10 156,420,22 130,530,25 112,604,15 126,676,0', true),
]

const bangSpine = (bang: Bang): Dot[] => spline(fromAxis(bang.points))

/** What the fringe darkens on the skin below it. */
export const BANG_SHADOWS: readonly Outline[] = BANGS.filter((bang) => !bang.loose).map((bang) =>
  shifted(ribbon(bangSpine(bang)), 8, 26),
)

const CAP = outline(`40,200 -120,210 -250,288 -330,415 -366,560 -352,640 -250,520 -100,480 40,470
  160,480 262,520 350,640 364,560 330,412 254,290 150,214`)

/** Where the light lies on the skull: y of the ring over x. */
const ringArc = (x: number): number => 368 + 92 * ((x - 1000) / 280) ** 2
const RING = vertical(352, 520, [0, '#8fb4ff', 0.5], [0.2, C.hair.ring, 0.9], [0.55, '#7cc4f2', 0.6], [1, '#58b9e0', 0.3])

const drawLoose = (pen: Pen, bang: Bang): void =>
  lock(pen, bang.points, {
    flip: bang.flip,
    fade: [430, 540],
    paint: bangPaint([1040, 240], [P.axisX + bang.points[4]![0], bang.points[4]![1]]),
    shadeOpacity: 0.12,
    lightOpacity: 0.35,
    lineWidth: 4.5,
    strands: [],
  })

const drawFull = (pen: Pen, bang: Bang): void => {
  const tip = bang.points[4]!
  lock(pen, bang.points, {
    flip: bang.flip,
    fade: [330, 520],
    paint: bangPaint([1040, 240], [P.axisX + tip[0], tip[1]]),
    lightOpacity: 0.22,
    shadeOpacity: 0.3,
    lineWidth: 6,
    strands: [
      [bang.flip * 0.1, 0.34, 0.95],
      [-bang.flip * 0.22, 0.5, 0.9],
    ],
  })
}

const drawBang = (pen: Pen, bang: Bang): void => {
  if (bang.loose) drawLoose(pen, bang)
  else drawFull(pen, bang)
  const spine = bangSpine(bang)
  const ring = ringOnLock(spine, ringArc, bang.loose)
  if (ring) pen.clip([ribbon(spine)], () => pen.fill(ring, RING))
}

export const BANG_LAYERS: readonly Layer[] = [
  layer('hair_cap', 'cap', (pen) => {
    pen.shape(CAP, vertical(200, 620, [0, '#2c3877'], [1, C.hair.ink]), C.hair.line, 7)
    pen.clip([CAP], () => pen.fill(ellipse(860, 330, 190, 130, -28), glow('#6f8fe0', 0.6)))
  }),
  ...BANGS.map((bang) => layer(`bang_${bang.id}`, bang.group, (pen) => drawBang(pen, bang))),
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
