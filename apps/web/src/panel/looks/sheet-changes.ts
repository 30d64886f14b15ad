// In: two sheets of a model. Out: whether they are the same, and what differs, in words.
import type { ModelSheet } from '@psiona/shared'
import { counted } from '../../lib/figure-text'

/** The order of names in an object means nothing; the order in a list does. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b))
    return false
  const [ofA, ofB] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return ofA.size === ofB.size && [...ofA].every(([name, value]) => ofB.has(name) && sameValue(value, ofB.get(name)))
}

/** "2 links, expressions, placement"; '' when nothing differs. */
export function changedParts(before: ModelSheet, after: ModelSheet): string {
  const links = [...after.map.links, ...before.map.links].filter(
    (link) => !(before.map.links.some((one) => sameValue(one, link)) && after.map.links.some((one) => sameValue(one, link))),
  )
  // A link that became another is two that differ, and one change.
  const linkChanges = new Set(links.map(({ channel, parameter }) => `${channel} ${parameter}`)).size
  const parts: readonly (readonly [boolean, string])[] = [
    [linkChanges > 0 || !sameValue(before.map.links, after.map.links), counted(Math.max(1, linkChanges), 'link')],
    [before.map.mouth !== after.map.mouth, 'kind of mouth'],
    [!sameValue(before.map.expressions, after.map.expressions), 'expressions'],
    [!(sameValue(before.map.motions, after.map.motions) && sameValue(before.map.taps, after.map.taps)), 'motions'],
    [!sameValue(before.map.place, after.map.place), 'placement'],
    [!sameValue(before.outfits, after.outfits), 'outfits'],
    [!sameValue(before.accessories, after.accessories), 'accessories'],
    [before.title !== after.title || before.licence !== after.licence, 'title or licence'],
  ]
  return parts.flatMap(([differs, words]) => (differs ? [words] : [])).join(', ')
}
