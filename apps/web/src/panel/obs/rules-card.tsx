// In: the rules. Out: them as sentences, to switch, try, change, take out and add; suggestions while there is none.
import type { ObsRule } from '@psiona/shared'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Icon, type IconName } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { usePanel } from '../panel-store'
import { RuleDialog } from './rule-dialog'
import { blankRule, finished } from './rule-draft'
import { ruleLacks } from './rule-lacks'
import { MOST_RULES } from './rule-list'
import { RuleRow } from './rule-row'
import { RuleSuggestionList } from './rule-suggestion-list'
import { suggestedRules } from './rule-suggestions'
import { useRules } from './use-rules'

export function RulesCard() {
  const desk = useRules()
  const obs = usePanel((state) => state.obs)
  const name = usePanel((state) => state.character.name)
  const [edited, setEdited] = useState<ObsRule | null>(null)
  const [unsaved, setUnsaved] = useState<ObsRule | null>(null)
  const edit = (rule: ObsRule) => {
    setUnsaved(null)
    setEdited(rule)
  }
  const connected = obs.link === 'connected'
  const suggestions = desk.rules.length === 0 ? suggestedRules(obs) : []
  return (
    <Card aria-labelledby="obs-rules">
      <CardHead id="obs-rules" title="Rules" remark="when this happens, OBS does that">
        <Button size="small" disabled={desk.rules.length >= MOST_RULES} onClick={() => edit(blankRule())}>
          <Icon name="plus" className="size-4" />
          New rule
        </Button>
      </CardHead>
      {!connected && desk.rules.length > 0 && (
        <p className="px-3.5 pb-3 text-ink2">OBS is not connected: rules wait until it is, and cannot be tried.</p>
      )}
      {desk.rules.length === 0 && (
        <Empty title="No rules yet" className="border-t border-line px-3.5 py-3">
          A rule lets {name} act in OBS: a raid switches the scene, joy shows a source, panic shows your break.
          {!connected && ' Connect OBS, and rules are suggested from what it has.'}
        </Empty>
      )}
      <RuleSuggestionList
        suggestions={suggestions}
        onTake={(rule) => void desk.keep(finished({ ...rule, id: '' }, desk.rules))}
        onEdit={(rule) => edit({ ...rule, id: '' })}
      />
      <ul aria-label="Rules">
        {desk.rules.map((rule) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            desk={desk}
            inForce={obs.inForce.includes(rule.id)}
            lacks={connected ? ruleLacks(rule, obs) : []}
            connected={connected}
            onEdit={() => edit(rule)}
          />
        ))}
      </ul>
      <div role="status">
        {unsaved && <RuleNote text="A rule was written and not kept." action="Go on with it" onAct={() => edit(unsaved)} />}
        {desk.removed && (
          <RuleNote text={`“${desk.removed.title}” is taken out.`} action="Undo" icon="undo" onAct={() => void desk.restore()} />
        )}
      </div>
      <Trouble className="px-3.5 pb-3">{edited ? null : desk.trouble}</Trouble>
      {edited && (
        <RuleDialog
          rule={edited}
          desk={desk}
          onClose={(left) => {
            setEdited(null)
            setUnsaved(left)
          }}
        />
      )}
    </Card>
  )
}

interface RuleNoteProps {
  readonly text: string
  readonly action: string
  readonly icon?: IconName
  readonly onAct: () => void
}

const RuleNote = ({ text, action, icon, onAct }: RuleNoteProps) => (
  <p className="flex items-center gap-3 border-t border-line px-3.5 py-2.5">
    <span className="min-w-0 flex-1 [overflow-wrap:anywhere] text-ink2">{text}</span>
    <Button size="small" onClick={onAct}>
      {icon && <Icon name={icon} className="size-4" />}
      {action}
    </Button>
  </p>
)
