// An arm before her in, its soft shadow on her clothes out: cut by what she is behind it, so that none falls beside her.
import { softShadow } from './cast-shadows'
import { panelOutline } from './coat'
import { collarOutline } from './collar'
import { outline } from './curve'
import { SIDES, shifted } from './dot'
import { Hand, type HandPlace } from './hand'
import type { Pen } from './pen'
import type { SleevePiece } from './sleeve'
import { SKIRT, TORSO } from './trunk'

/** Outlines of hands, in their own notation. */
export const RESTING_SHAPE = '-36,10 -50,-80 -44,-150 -24,-196 10,-214 44,-200 66,-130 60,-60 34,10'
export const POINTING_SHAPE = '-36,10 -64,-70 -62,-120 -14,-140 -8,-218 14,-210 40,-120 62,-170 76,-140 58,-50 34,10'
export const FIST_SHAPE = '-34,10 -58,-60 -56,-116 0,-142 54,-128 62,-60 34,10'

const FALL_X_PX = 14
const FALL_Y_PX = 24
const OPACITY = 0.24

export const armShadow = (pen: Pen, { outline: sleeve, side }: SleevePiece, place: HandPlace, shape: string): void => {
  const body = [TORSO, SKIRT, ...SIDES.flatMap((s) => [panelOutline(s), collarOutline(s)])]
  const cast = [outline(sleeve, side), new Hand(pen, place).outline(shape)]
  pen.clip(body, () =>
    pen.fade(OPACITY, () => {
      for (const one of cast) softShadow(pen, shifted(one, FALL_X_PX, FALL_Y_PX), 1)
    }),
  )
}
