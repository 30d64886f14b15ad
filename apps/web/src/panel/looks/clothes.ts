// In: the outfits and accessories of a sheet, and parameters as they are set by hand. Out: the sheet with one more, changed or fewer; ids are made
// of titles.
import type { Accessory, ModelSheet, Outfit, ParameterValues } from '@psiona/shared'
import type { ModelParameter } from './channel-link'

const LONGEST_ID = 40

/** A slug that none of `taken` is: "Reading glasses" → "reading-glasses", or "thing-2" where letters leave nothing. */
export function idFor(title: string, taken: readonly string[], otherwise: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replaceAll(/^-+|-+$/g, '')
  const base = plain === '' ? otherwise : plain
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.includes(id)) return id
  }
}

/** What the parameters are when the thing is off: as the model has them at rest. */
export const restOf = (values: ParameterValues, parameters: readonly ModelParameter[]): ParameterValues =>
  Object.fromEntries(
    Object.keys(values).flatMap((id) => {
      const parameter = parameters.find((one) => one.id === id)
      return parameter ? [[id, parameter.default]] : []
    }),
  )

export const withOutfit = (sheet: ModelSheet, title: string, parameters: ParameterValues): ModelSheet => {
  const outfit: Outfit = {
    id: idFor(
      title,
      sheet.outfits.map(({ id }) => id),
      'outfit',
    ),
    title,
    parameters,
  }
  return { ...sheet, outfits: [...sheet.outfits, outfit] }
}

export const withAccessory = (
  sheet: ModelSheet,
  title: string,
  on: ParameterValues,
  parameters: readonly ModelParameter[],
): ModelSheet => {
  const id = idFor(
    title,
    sheet.accessories.map((one) => one.id),
    'accessory',
  )
  const accessory: Accessory = { id, title, on, off: restOf(on, parameters), byDefault: false }
  return { ...sheet, accessories: [...sheet.accessories, accessory] }
}

export const editOutfit = (sheet: ModelSheet, id: string, change: Partial<Outfit> | null): ModelSheet => ({
  ...sheet,
  outfits: sheet.outfits.flatMap((one) => (one.id !== id ? [one] : change ? [{ ...one, ...change }] : [])),
})

export const editAccessory = (sheet: ModelSheet, id: string, change: Partial<Accessory> | null): ModelSheet => ({
  ...sheet,
  accessories: sheet.accessories.flatMap((one) => (one.id !== id ? [one] : change ? [{ ...one, ...change }] : [])),
})

/** As a sheet is worn with nothing chosen: its first outfit, and what is on by default. */
export const usualValues = ({ outfits, accessories }: Pick<ModelSheet, 'outfits' | 'accessories'>): ParameterValues =>
  Object.assign({}, outfits[0]?.parameters, ...accessories.map(({ byDefault, on, off }) => (byDefault ? on : off)))
