// The long hair before the ears: a wave over her right shoulder, a shorter one beside the braid.
import { dots } from './dot'
import { layer } from './layer'
import { type LockOptions, lock } from './lock'

const RIGHT: LockOptions = { side: -1, flip: 1, fade: [520, 700] }
const LEFT: LockOptions = { side: 1, flip: -1, fade: [520, 700] }

/** The lock that lies on her coat. */
export const LONG_LOCK = dots('292,470,50 326,700,110 316,930,110 280,1130,92 300,1320,80 262,1500,46 286,1600,0')

export const SIDE_HAIR = [
  layer('hair_side_R', 'hairSideR', (pen) => {
    lock(pen, LONG_LOCK, RIGHT)
    lock(pen, dots('270,480,40 298,680,72 292,860,76 262,1020,60 238,1130,30 246,1205,0'), RIGHT)
  }),
  layer('hair_side_L', 'hairSideL', (pen) => {
    lock(pen, dots('292,470,50 326,700,100 322,900,96 296,1050,66 262,1170,0'), LEFT)
    lock(pen, dots('270,480,40 298,680,72 294,850,72 268,980,50 236,1076,0'), LEFT)
  }),
]
