// What is known of a model in, the sheet that goes beside it out.
import { ModelSheet } from '@psiona/shared/model-sheet'
import { type MapFacts, suggestMap } from './suggest-map'

export interface SheetFacts extends MapFacts {
  readonly title: string
  readonly licence: string
  /** The model3.json, as a path inside the folder. */
  readonly file: string
}

const LONGEST_TITLE = 80
const LONGEST_LICENCE = 200

/** Throws when `file` is no ModelPath: the caller has looked at it. */
export function suggestSheet(facts: SheetFacts): { readonly sheet: ModelSheet; readonly notes: readonly string[] } {
  const { map, notes } = suggestMap(facts)
  const sheet = ModelSheet.parse({
    title: facts.title.slice(0, LONGEST_TITLE) || 'Model',
    licence: facts.licence.slice(0, LONGEST_LICENCE),
    live2d: { file: facts.file },
    puppet: null,
    map,
  })
  return { sheet, notes }
}
