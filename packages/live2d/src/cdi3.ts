// A *.cdi3.json in, what its artist calls parameters and parts out.
import { z } from 'zod'
import { finite, listOf, text, textOrEmpty } from './lenient'

const MOST_NAMES = 20_000
const Named = z.object({ Id: text, GroupId: textOrEmpty, Name: textOrEmpty })

export const Cdi3 = z.object({
  Version: finite.catch(3),
  Parameters: listOf(Named, MOST_NAMES),
  ParameterGroups: listOf(Named, MOST_NAMES),
  Parts: listOf(z.object({ Id: text, Name: textOrEmpty }), MOST_NAMES),
})
export type Cdi3 = z.infer<typeof Cdi3>

export const parameterNames = (names: Cdi3): ReadonlyMap<string, string> => new Map(names.Parameters.map((p) => [p.Id, p.Name]))
