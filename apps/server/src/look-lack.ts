// What a character file says of her looks and the models that are there come in; out goes what it asks for in vain, in words.
import type { Appearance, ModelSheet } from '@psiona/shared'

/** A sentence on what is so, one on what to do. */
export interface Lack {
  readonly detail: string
  readonly remedy: string
}

/** What the file says when nobody has chosen an outfit: the model's usual one. */
const NO_CHOICE = 'default'

/** Worst first: models, then outfits. */
export function looksLacking({ model, outfit, variants }: Appearance, sheetOf: (model: string) => ModelSheet | null): Lack[] {
  const wishes = [
    { who: 'She', id: model, outfit },
    ...variants.map((one) => ({ who: `Her variant ${one.id}`, id: one.model ?? model, outfit: one.outfit ?? NO_CHOICE })),
  ]
  // That her usual model is gone is said once.
  const models = wishes.filter(({ id }, i) => sheetOf(id) === null && (i === 0 || id !== model))
  const outfits = wishes.flatMap(({ who, id, outfit: wanted }) => {
    const names = (sheetOf(id)?.outfits ?? []).map((one) => one.id)
    return wanted === NO_CHOICE || names.length === 0 || names.includes(wanted) ? [] : [{ who, id, wanted, names }]
  })
  return [
    ...models.map(({ who, id }) => ({
      detail: `${who} wears the model ${id}, which is not there or cannot be drawn, so Tori stands in.`,
      remedy:
        'Choose another on the Looks page, which also says what is wrong with it, or put its folder back into live2d-models.',
    })),
    ...outfits.map(({ who, id, wanted, names }) => ({
      detail: `${who} wears the outfit ${wanted}, which the model ${id} does not have, so she stays in its usual one.`,
      remedy: `Choose an outfit on the Looks page, or write one of these into the character file: ${names.join(', ')}.`,
    })),
  ]
}
