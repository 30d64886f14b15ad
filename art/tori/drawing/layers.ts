// Every layer of the drawing, bottom to top.
import { FOREARMS, RESTING_ARMS, UPPER_ARMS } from './arms'
import { BACK_HAIR } from './back-hair'
import { BANG_LAYERS, LOOSE_HAIRS } from './bangs'
import { BRAID } from './braid'
import { BROWS, BROWS_OVER } from './brows'
import { COAT } from './coat'
import { COLLAR } from './collar'
import { EFFECT_LAYERS } from './effects'
import { EYES } from './eyes'
import { GLASSES } from './glasses'
import { HAIR_SHADOWS } from './hair-shadows'
import { EARS, FACE_LAYERS } from './head'
import { HEADPHONES } from './headphones'
import { HOOD, HOODIE } from './hoodie'
import type { Layer } from './layer'
import { MOUTH } from './mouth'
import { ORNAMENT } from './ornament'
import { SIDE_HAIR } from './side-hair'
import { TRUNK } from './trunk'

export const LAYERS: readonly Layer[] = [
  ...BACK_HAIR,
  ...TRUNK,
  ...COAT,
  ...HOODIE,
  ...RESTING_ARMS,
  ...UPPER_ARMS,
  ...COLLAR,
  ...HOOD,
  ...HAIR_SHADOWS,
  ...EARS,
  ...BRAID,
  ...FACE_LAYERS,
  ...MOUTH,
  ...EYES,
  ...BROWS,
  ...GLASSES,
  ...SIDE_HAIR,
  ...BANG_LAYERS,
  ...BROWS_OVER,
  ...LOOSE_HAIRS,
  ...HEADPHONES,
  ...ORNAMENT,
  ...FOREARMS,
  ...EFFECT_LAYERS,
]
