// In: a rule, or none yet. Out: it written as the owner wants it, read back as a sentence, and kept.
import type { ObsRule } from '@psiona/shared'
import { useState } from 'react'
import { sentenceStart } from '../../lib/sentence-start'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { usePanel } from '../panel-store'
import { obsNames } from './obs-names'
import { RuleActionFields } from './rule-action-fields'
import { RuleBackFields } from './rule-back-fields'
import { blankAction, finished, lackOf, MOST_ACTIONS, withTrigger } from './rule-draft'
import { RuleTriggerFields } from './rule-trigger-fields'
import { ruleSentence, triggerWords } from './rule-words'
import type { RulesDesk } from './use-rules'

export interface RuleDialogProps {
  /** Without an id while it is new. */
  readonly rule: ObsRule
  readonly desk: RulesDesk
  /** What was written and not kept, unless the owner leaves it. */
  readonly onClose: (unsaved: ObsRule | null) => void
}

export function RuleDialog({ rule, desk, onClose }: RuleDialogProps) {
  const obs = usePanel((state) => state.obs)
  const [draft, setDraft] = useState(rule)
  const [lack, setLack] = useState<string | null>(null)
  const names = obsNames(obs)
  const change = (changes: Partial<ObsRule>) => {
    setDraft((now) => ({ ...now, ...changes }))
    setLack(null)
  }
  const keep = async () => {
    const missing = lackOf(draft)
    setLack(missing)
    if (missing === null && (await desk.keep(finished(draft, desk.rules)))) onClose(null)
  }
  return (
    <Dialog
      title={rule.id === '' ? 'New rule' : 'Change the rule'}
      onClose={() => onClose(draft === rule ? null : draft)}
      className="w-160"
    >
      <form
        className="flex min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <div className="grid min-h-0 gap-5 overflow-y-auto px-4 pb-4">
          <RuleTriggerFields
            when={draft.when}
            onWhen={(when) => {
              setDraft((now) => withTrigger(now, when))
              setLack(null)
            }}
          />
          <ol className="grid gap-3">
            {draft.does.map((action, index) => (
              // Steps have no names of their own; their place is what they are.
              // biome-ignore lint/suspicious/noArrayIndexKey: as said above
              <li key={index} className="grid gap-2 rounded-control border border-line p-3">
                <div className="flex items-center gap-2">
                  <h3 className="font-semibold">Step {index + 1}</h3>
                  {draft.does.length > 1 && (
                    <Button
                      size="small"
                      weight="quiet"
                      className="ml-auto"
                      onClick={() => change({ does: draft.does.toSpliced(index, 1) })}
                    >
                      <Icon name="bin" className="size-4" />
                      Take out<span className="sr-only"> step {index + 1}</span>
                    </Button>
                  )}
                </div>
                <RuleActionFields
                  action={action}
                  names={names}
                  onAction={(next) => change({ does: draft.does.with(index, next) })}
                />
              </li>
            ))}
            <li>
              <Button
                size="small"
                disabled={draft.does.length >= MOST_ACTIONS}
                onClick={() => change({ does: [...draft.does, blankAction('source')] })}
              >
                <Icon name="plus" className="size-4" />
                Add a step
              </Button>
            </li>
          </ol>
          <RuleBackFields rule={draft} onChange={change} />
          <Field
            label="Title"
            value={draft.title}
            maxLength={80}
            placeholder={sentenceStart(triggerWords(draft.when))}
            onChange={(event) => change({ title: event.target.value })}
          />
        </div>
        <div className="grid flex-none gap-3 border-t border-line px-4 py-3">
          <p className="max-h-20 overflow-y-auto text-ink2 [overflow-wrap:anywhere]">{ruleSentence(draft)}</p>
          <Trouble>{lack ?? desk.trouble}</Trouble>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" weight="primary">
              Keep this rule
            </Button>
            <Button weight="outline" onClick={() => onClose(null)}>
              Leave it
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  )
}
