// Every arm in every outfit: resting before her, waving, at the chin, fists; the hands are shared, the sleeves are not.
import { armShadow, FIST_SHAPE, POINTING_SHAPE, RESTING_SHAPE } from './arm-shadow'
import type { Side } from './dot'
import { APPEARS, ARRIVES, COMES, COVERS, type Fades, GOES, LEAVES, LIES, VANISHES } from './gestures'
import type { HandPlace } from './hand'
import { chinHand, closedHand, openHand, peaceHand, restingHand } from './hands'
import { type Layer, layer, shownBy } from './layer'
import { paintMug, paintSteam, STEAM_ID } from './mug'
import { PROPORTIONS as P } from './proportions'
import { coatCloth, hoodieCloth, opening, type SleevePiece } from './sleeve'
import {
  CHIN_CUFF,
  CHIN_FORE,
  CHIN_UPPER,
  FIST_CUFF,
  fistFore,
  fistUpper,
  restingSleeve,
  WAVE_CUFF,
  WAVE_FORE,
  WAVE_UPPER,
} from './sleeve-pieces'
import type { WarpName } from './warps'

const part = (id: string, warp: WarpName, every: Fades, draw: Layer['draw'], any?: Fades): Layer => ({
  ...layer(id, warp, draw),
  shown: any ? { every, any } : { every },
})

/** The same piece in both outfits. */
const sleeves = (id: string, warp: WarpName, piece: SleevePiece, every: Fades, any?: Fades): Layer[] => [
  ...shownBy({ every: { ...every, outfit: LEAVES }, ...(any && { any }) }, [layer(id, warp, (pen) => coatCloth(pen, piece))]),
  ...shownBy({ every: { ...every, outfit: COVERS }, ...(any && { any }) }, [
    layer(`hoodie_${id}`, warp, (pen) => hoodieCloth(pen, piece)),
  ]),
]

const [RESTS_R, RESTS_L]: [Fades, Fades] = [
  { wave: GOES, cheer: GOES },
  { chin: GOES, cheer: GOES, mug: LEAVES },
]

const RESTING_R: HandPlace = { wrist: [868, 2088], degrees: 124, scale: 1, mirror: -1 }
const RESTING_L: HandPlace = { wrist: [1130, 2076], degrees: -124, scale: 1, mirror: 1 }
const CHIN: HandPlace = { wrist: [1124, 1212], degrees: -22, scale: 1.08, mirror: 1 }
const fistPlace = (side: Side): HandPlace => ({
  wrist: [P.axisX + side * 208, 1470],
  degrees: side * -22,
  scale: 1.1,
  mirror: side > 0 ? -1 : 1,
})

const restingShadow = (side: Side, place: HandPlace): Layer['draw'] => {
  return (pen) => armShadow(pen, restingSleeve(side), place, RESTING_SHAPE)
}

export const RESTING_ARMS: readonly Layer[] = [
  part('arm_shadow_R', 'hand_restR', { wave: LIES, cheer: LIES }, restingShadow(-1, RESTING_R)),
  part('arm_shadow_L', 'hand_restL', { chin: LIES, cheer: LIES, mug: LIES }, restingShadow(1, RESTING_L)),
  part('hand_R', 'hand_restR', RESTS_R, (pen) => restingHand(pen, RESTING_R)),
  ...sleeves('arm_R', 'sleeve_restR', restingSleeve(-1), RESTS_R),
  part('hand_L', 'hand_restL', RESTS_L, (pen) => restingHand(pen, RESTING_L)),
  ...sleeves('arm_L', 'sleeve_restL', restingSleeve(1), RESTS_L),
]

const [WAVES, THINKS, CHEERS]: [Fades, Fades, Fades] = [{ wave: COMES }, { chin: COMES, mug: VANISHES }, { cheer: COMES }]
const HOLDS: Fades = { cheer: COMES, mug: COVERS }

const fist = (side: Side): Layer['draw'] => {
  return (pen) => {
    opening(pen, FIST_CUFF, side)
    closedHand(pen, fistPlace(side))
  }
}

const raisedHand = (draw: typeof openHand): Layer['draw'] => {
  return (pen) => {
    opening(pen, WAVE_CUFF, -1)
    draw(pen, { wrist: [526, 1286], degrees: -4, scale: 1.12, mirror: 1 })
  }
}

/** Under collar, braid and hair, as the resting arms. */
export const UPPER_ARMS: readonly Layer[] = [
  ...sleeves('wave_upper', 'upper_wave', WAVE_UPPER, WAVES),
  ...sleeves('cheer_upper_R', 'upper_cheerR', fistUpper(-1), CHEERS),
  ...sleeves('cheer_upper_L', 'upper_cheerL', fistUpper(1), {}, HOLDS),
  ...sleeves('chin_upper', 'upper_chin', CHIN_UPPER, THINKS),
]

const fistShadow = (side: Side): Layer['draw'] => {
  return (pen) => armShadow(pen, fistFore(side), fistPlace(side), FIST_SHAPE)
}

/** Before everything. */
export const FOREARMS: readonly Layer[] = [
  part('cheer_shadow_R', 'fore_cheerR', { cheer: ARRIVES }, fistShadow(-1)),
  part('cheer_shadow_L', 'fore_cheerL', {}, fistShadow(1), { cheer: ARRIVES, mug: ARRIVES }),
  part('chin_shadow', 'fore_chin', { chin: ARRIVES, mug: VANISHES }, (pen) => armShadow(pen, CHIN_FORE, CHIN, POINTING_SHAPE)),
  part('wave_hand', 'fore_wave', { ...WAVES, peace: VANISHES }, raisedHand(openHand)),
  part('peace_hand', 'fore_wave', { ...WAVES, peace: APPEARS }, raisedHand(peaceHand)),
  ...sleeves('wave_fore', 'fore_wave', WAVE_FORE, WAVES),
  part('cheer_hand_R', 'fore_cheerR', CHEERS, fist(-1)),
  ...sleeves('cheer_fore_R', 'fore_cheerR', fistFore(-1), CHEERS),
  ...shownBy({ every: { mug: COVERS } }, [layer(STEAM_ID, 'fore_cheerL', paintSteam), layer('mug', 'fore_cheerL', paintMug)]),
  part('cheer_hand_L', 'fore_cheerL', {}, fist(1), HOLDS),
  ...sleeves('cheer_fore_L', 'fore_cheerL', fistFore(1), {}, HOLDS),
  part('chin_hand', 'fore_chin', THINKS, (pen) => {
    opening(pen, CHIN_CUFF, 1)
    chinHand(pen, CHIN)
  }),
  ...sleeves('chin_fore', 'fore_chin', CHIN_FORE, THINKS),
]
