// In: a rule that is kept, switched or taken out. Out: the rules saved so, with a way back for the one that was taken out last.
import type { ObsRule } from '@psiona/shared'
import { useState } from 'react'
import { changeSettings } from '../change-settings'
import { usePanel } from '../panel-store'
import { withoutRule, withRule } from './rule-list'

export interface RulesDesk {
  readonly rules: readonly ObsRule[]
  readonly trouble: string | null
  readonly removed: ObsRule | null
  readonly keep: (rule: ObsRule) => Promise<boolean>
  readonly remove: (rule: ObsRule) => Promise<void>
  readonly restore: () => Promise<void>
}

export function useRules(): RulesDesk {
  const rules = usePanel((state) => state.settings.obs.rules)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [removed, setRemoved] = useState<{ readonly rule: ObsRule; readonly index: number } | null>(null)
  const write = async (next: (rules: ObsRule[]) => ObsRule[]) => {
    const answer = await changeSettings(({ obs }) => ({ obs: { ...obs, rules: next(obs.rules) } }))
    setTrouble(answer.ok ? null : answer.problem.message)
    return answer.ok
  }
  return {
    rules,
    trouble,
    removed: removed?.rule ?? null,
    keep: (rule) => write((kept) => withRule(kept, rule)),
    async remove(rule) {
      const index = rules.findIndex(({ id }) => id === rule.id)
      if (await write((kept) => withoutRule(kept, rule.id))) setRemoved({ rule, index })
    },
    async restore() {
      if (removed && (await write((kept) => withRule(kept, removed.rule, removed.index)))) setRemoved(null)
    },
  }
}
