// The soft shadows that things cast on what she wears.
import type { Outline } from './curve'
import type { Pen } from './pen'

const COLOUR = '#3a3a86'

export const softShadow = (pen: Pen, shape: Outline, opacity = 0.2): void => {
  pen.fill(shape, COLOUR, opacity)
}
