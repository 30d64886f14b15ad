// All effects and who makes them.
import type { EffectKind } from '@psiona/shared/look'
import { exclaim, fireworks } from './effect-bursts'
import { petals, rain, snow } from './effect-falling'
import type { Recipe } from './effect-recipe'
import { confetti, hearts, sparkles, stars, waves } from './effect-rising'

export const EFFECT_RECIPES: Readonly<Record<EffectKind, Recipe>> = Object.freeze({
  hearts,
  confetti,
  sparkles,
  stars,
  petals,
  snow,
  rain,
  fireworks,
  exclaim,
  waves,
})
