// A sheet that its owner wrote comes in with what the model has; out goes nothing, or a Problem that names what is not there.
import { type ModelFacts, type ModelSheet, Problem } from '@psiona/shared'
import { holdsFile } from './avatar-own-files'

const mistake = (message: string) => new Problem('sheet-mistake', 'input', message)

/** @throws Problem 'sheet-mistake' */
export function checkSheet(sheet: ModelSheet, path: string, facts: ModelFacts): void {
  for (const part of [sheet.live2d, sheet.puppet])
    if (part && !holdsFile(path, part.file))
      throw mistake(`There is no file ${part.file} in the folder of the model. Choose one that is there.`)
  // What a rig of ours has besides its parameters stands in no file.
  if (facts.mocFormat === null) return
  const { expressions, motions, taps, links } = sheet.map
  const expression = Object.values(expressions).find((name) => !facts.expressions.includes(name))
  if (expression !== undefined) throw mistake(`The model has no expression ${expression}. Choose one of its own, or none.`)
  const group = [...Object.values(motions), ...Object.values(taps)].find((name) => !Object.hasOwn(facts.motionGroups, name))
  if (group !== undefined) throw mistake(`The model has no motions ${group || '(no name)'}. Choose one of its groups, or none.`)
  const known = new Set(facts.parameters.map(({ id }) => id))
  const worn = [...sheet.outfits.map(({ parameters }) => parameters), ...sheet.accessories.flatMap(({ on, off }) => [on, off])]
  const parameter = [...links.map((link) => link.parameter), ...worn.flatMap((values) => Object.keys(values))].find(
    (id) => !known.has(id),
  )
  if (parameter !== undefined)
    throw mistake(`The model has no parameter ${parameter}. Choose one of its own, or take the line out.`)
}
