// The expressions that a model3.json names and those that lie beside it come in; out go those she can show, each under a name of its own.
import { basename } from 'node:path'
import { Exp3 } from '@psiona/live2d/exp3'
import type { AvatarChart } from './avatar-chart'
import type { Kept, Model3Draft, StatedExpression } from './avatar-model3'
import { readPart } from './avatar-part'

const EXP3 = '.exp3.json'
/** The map's names end at 200. */
const LONGEST_NAME = 150

const stem = (path: string): string => basename(path).slice(0, -EXP3.length).slice(0, LONGEST_NAME) || 'expression'

/** Sets `expressions` of the draft. `hotkeys`: what VTube Studio calls those that the model3.json does not name, by file name. */
export async function findExpressions(
  chart: AvatarChart,
  draft: Model3Draft,
  hotkeys: ReadonlyMap<string, string>,
): Promise<void> {
  const { tree, file, stated } = draft
  const kept: Kept<StatedExpression>[] = []
  const missing: string[] = []
  for (const one of stated.FileReferences.Expressions) {
    const found = draft.follow(one.File)
    if (found) kept.push({ stated: one, file: found })
    else missing.push(one.File)
  }
  chart.noteNames('expression-missing', missing, { file: missing[0] ?? '' })
  const known = new Set(kept.map((one) => one.file))
  const added = tree.endingWith(EXP3).filter((one) => !known.has(one))
  if (draft.isStated)
    chart.noteNames(
      'expressions-added',
      added.map(({ path }) => path),
      { file: file.path },
    )
  kept.push(
    ...added.map((one) => ({ stated: { Name: hotkeys.get(basename(one.original)) || stem(one.path), File: '' }, file: one })),
  )
  const readable: Kept<StatedExpression>[] = []
  for (const one of kept) if (await readPart(chart, tree, one.file, Exp3, 'an expression')) readable.push(one)
  if (missing.length + added.length > 0 || readable.length < kept.length) draft.changed = true
  nameEach(chart, draft, readable)
  if (draft.expressions.length === 0) chart.note('no-expressions', { file: file.path })
}

/** The engine finds expressions by name: of two with one name only one would ever show. */
function nameEach(chart: AvatarChart, draft: Model3Draft, kept: readonly Kept<StatedExpression>[]): void {
  const taken = new Set<string>()
  /** How many had the name already: where the search for a free number goes on. */
  const tried = new Map<string, number>()
  const renamed: string[] = []
  draft.expressions = kept.map((one) => {
    const said = one.stated.Name.replace(/\p{Cc}/gu, '').slice(0, LONGEST_NAME)
    const wanted = said || stem(one.file.path)
    let name = wanted
    for (let number = tried.get(wanted) ?? 2; taken.has(name); number++) {
      name = `${wanted} ${number}`
      tried.set(wanted, number + 1)
    }
    taken.add(name)
    if (name !== one.stated.Name) draft.changed = true
    if (name !== wanted) renamed.push(name)
    return { ...one, name }
  })
  chart.noteNames('expression-twice', renamed, { file: draft.file.path })
}
