// A policy's name and the owner's settings flow in; what may not be said flows out. The table of policies is data/policies.json.
import { Offence, type PolicyName, type SafetySettings } from '@psiona/shared'
import data from '../data/policies.json'
import type { LearnedLevel } from './learned-judge'

export interface Rules {
  /** What is held back. */
  readonly offences: ReadonlySet<Offence>
  /** Of those, where even the mild is. */
  readonly mildToo: ReadonlySet<Offence>
  /** Also what is like what was marked as ill-meant, though no list knows it: when that is sure, or already when it is likely. */
  readonly learned: 'not' | LearnedLevel
  readonly ownWords: readonly string[]
  readonly allowedWords: readonly string[]
  readonly links: SafetySettings['links']
  readonly allowedDomains: readonly string[]
}

export function rulesOf(policy: Exclude<PolicyName, 'auto'>, settings: SafetySettings): Rules {
  const table = data.policies[policy]
  return {
    offences: new Set(table.heldBack.map((offence) => Offence.parse(offence))),
    mildToo: new Set(table.mildToo.map((offence) => Offence.parse(offence))),
    learned: settings.learned ? 'sure' : 'not',
    ownWords: settings.ownWords,
    allowedWords: settings.allowedWords,
    links: settings.links,
    allowedDomains: settings.allowedDomains,
  }
}
