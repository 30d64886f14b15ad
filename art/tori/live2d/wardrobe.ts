// What Tori can wear and hold, as parameters of her rig; what the rig does not have is left out.
import type { Accessory, Outfit, ParameterValues, Rig } from '@psiona/shared'

const OUTFITS: readonly Outfit[] = [
  { id: 'coat', title: 'Coat', parameters: { ParamOutfit: 0 } },
  { id: 'hoodie', title: 'Hoodie', parameters: { ParamOutfit: 1 } },
]

const ACCESSORIES: readonly Accessory[] = [
  { id: 'glasses', title: 'Glasses', on: { ParamGlasses: 1 }, off: { ParamGlasses: 0 }, byDefault: false },
  { id: 'mug', title: 'Mug', on: { ParamMug: 1 }, off: { ParamMug: 0 }, byDefault: false },
]

export const wardrobe = (rig: Rig): { outfits: Outfit[]; accessories: Accessory[] } => {
  const known = new Set(rig.parameters.map(({ id }) => id))
  const has = (values: ParameterValues): boolean => Object.keys(values).every((id) => known.has(id))
  return {
    outfits: OUTFITS.filter(({ parameters }) => has(parameters)),
    accessories: ACCESSORIES.filter(({ on, off }) => has(on) && has(off)),
  }
}
