// In: rules, and one that is new, changed or taken out. Out: the rules after that; ids are made of titles.
import { type ObsRule, Slug } from '@psiona/shared'
import { idFor } from '../looks/clothes'

/** As many as the settings hold. */
export const MOST_RULES = 50

/** The rule in the place of the one with its id, or at `index`, or at the end. */
export function withRule(rules: readonly ObsRule[], rule: ObsRule, index = rules.length): ObsRule[] {
  const at = rules.findIndex(({ id }) => id === rule.id)
  return at >= 0 ? rules.with(at, rule) : rules.toSpliced(index, 0, rule)
}

export const withoutRule = (rules: readonly ObsRule[], id: string): ObsRule[] => rules.filter((rule) => rule.id !== id)

export function ruleId(title: string, rules: readonly ObsRule[]): string {
  const taken = rules.map(({ id }) => id)
  const id = idFor(title, taken, 'rule')
  // Names such as "con" are no file name on some systems, and so no slug.
  return Slug.safeParse(id).success ? id : idFor(`rule ${title}`, taken, 'rule')
}
