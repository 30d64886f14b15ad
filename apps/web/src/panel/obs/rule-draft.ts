// In: a rule while it is written. Out: its empty parts, what it still lacks, and the rule as it is kept.
import type { ObsAction, ObsRule, RuleTrigger } from '@psiona/shared'
import { sentenceStart } from '../../lib/sentence-start'
import { ruleId } from './rule-list'
import { triggerWords } from './rule-words'

export const MOST_ACTIONS = 8
const LONGEST_TITLE = 80

export function blankAction(kind: ObsAction['do']): ObsAction {
  switch (kind) {
    case 'scene':
      return { do: 'scene', scene: '' }
    case 'source':
      return { do: 'source', scene: '', source: '', visible: true }
    case 'filter':
      return { do: 'filter', source: '', filter: '', enabled: true }
    case 'mute':
      return { do: 'mute', input: '', muted: true }
    case 'volume':
      return { do: 'volume', input: '', db: -12 }
    default:
      return kind satisfies never
  }
}

export function blankTrigger(kind: RuleTrigger['on']): RuleTrigger {
  switch (kind) {
    case 'emotion':
      return { on: 'emotion', emotion: 'joy', atLeast: 0.7 }
    case 'event':
      return { on: 'event', event: 'raid', atLeast: 0 }
    case 'speaking':
    case 'panic':
      return { on: kind }
    default:
      return kind satisfies never
  }
}

export const blankRule = (): ObsRule => ({
  id: '',
  title: '',
  enabled: true,
  when: blankTrigger('event'),
  does: [blankAction('scene')],
  back: { after: 'seconds', seconds: 10 },
  restSeconds: 10,
})

/** Events are over at once: they go back after a while or never. */
export const withTrigger = (rule: ObsRule, when: RuleTrigger): ObsRule => ({
  ...rule,
  when,
  back: when.on === 'event' && rule.back.after === 'over' ? { after: 'seconds', seconds: 10 } : rule.back,
})

const NAMED: Readonly<Record<string, string>> = { scene: 'scene', source: 'source', filter: 'filter', input: 'sound' }

/** What is missing, in words; null when nothing is. */
export function lackOf({ does }: Pick<ObsRule, 'does'>): string | null {
  for (const [index, action] of does.entries()) {
    const [missing] = Object.entries(action).find(([name, value]) => name in NAMED && value === '') ?? []
    if (missing !== undefined) return `Choose a ${NAMED[missing]} in step ${index + 1}.`
  }
  return null
}

/** With a title and an id, made of what sets it off where nothing was written. */
export function finished(draft: ObsRule, rules: readonly ObsRule[]): ObsRule {
  const title = (draft.title.trim() || sentenceStart(triggerWords(draft.when))).slice(0, LONGEST_TITLE)
  return { ...draft, title, id: draft.id || ruleId(title, rules) }
}
