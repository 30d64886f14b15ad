// The mass of hair behind her: one shape and four wings that end in mint.
import { outline } from './curve'
import { dots } from './dot'
import { layer } from './layer'
import { backPaint, lock } from './lock'
import { PALETTE as C } from './palette'

const MASS = outline(`0,195 185,228 318,380 366,590 368,800 352,1000 330,1180 200,1300 0,1330
  -200,1300 -340,1180 -372,1000 -374,800 -368,590 -318,380 -185,228`)

export const BACK_HAIR = [
  layer('hair_back', 'hairBack', (pen) => {
    const wing = { paint: backPaint(500, 1480), shade: '#131a40', lightOpacity: 0.12, lineWidth: 6 }
    lock(pen, dots('300,760,120 345,960,170 370,1130,140 430,1270,80 510,1330,0'), { ...wing, flip: -1 })
    lock(pen, dots('-300,700,120 -345,940,190 -375,1130,160 -440,1290,92 -540,1370,0'), wing)
    pen.shape(MASS, backPaint(500, 1480), C.hair.line, 6)
    lock(pen, dots('-270,800,120 -325,1030,190 -340,1220,160 -395,1380,86 -478,1480,0'), wing)
    lock(pen, dots('270,800,100 318,1040,170 335,1220,130 385,1360,70 450,1430,0'), { ...wing, flip: -1 })
    pen.clip([MASS], () => pen.fill(outline('-235,780 0,800 235,780 255,1100 200,1340 -200,1340 -255,1100'), '#10163a', 0.6))
  }),
]
