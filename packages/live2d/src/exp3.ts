// A *.exp3.json in, what an expression does to parameters out.
import { z } from 'zod'
import { finite, listOf, maybe, text, textOrEmpty } from './lenient'

const MOST_PARAMETERS = 2000

export const EXPRESSION_BLENDS = ['Add', 'Multiply', 'Overwrite'] as const
export const Exp3 = z.object({
  Type: textOrEmpty,
  /** Seconds; a player takes 1 when it is absent. */
  FadeInTime: maybe(finite),
  FadeOutTime: maybe(finite),
  Parameters: listOf(z.object({ Id: text, Value: finite, Blend: z.enum(EXPRESSION_BLENDS).catch('Add') }), MOST_PARAMETERS),
})
export type Exp3 = z.infer<typeof Exp3>
