// In: a rule. Out: it as a sentence, whether it is in force now, and what can be done with it.
import type { ObsRule } from '@psiona/shared'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Switch } from '../../ui/switch'
import { Tag } from '../../ui/tag'
import { Trouble } from '../../ui/trouble'
import { useOrder } from '../use-order'
import { ruleSentence } from './rule-words'
import type { RulesDesk } from './use-rules'

export interface RuleRowProps {
  readonly rule: ObsRule
  readonly desk: RulesDesk
  readonly inForce: boolean
  /** Names in it that OBS does not have. */
  readonly lacks: readonly string[]
  /** OBS is there to try it in. */
  readonly connected: boolean
  readonly onEdit: () => void
}

export function RuleRow({ rule, desk, inForce, lacks, connected, onEdit }: RuleRowProps) {
  const { busy, trouble, run } = useOrder()
  return (
    <li className="grid gap-2 border-t border-line px-3.5 py-3 [overflow-wrap:anywhere]">
      <Switch
        label={rule.title}
        hint={ruleSentence(rule)}
        checked={rule.enabled}
        onChange={(enabled) => void desk.keep({ ...rule, enabled })}
      />
      {lacks.length > 0 && (
        <p className="flex items-start gap-2 text-sm">
          <Icon name="warn" className="size-4 text-(--warnsign)" />
          OBS has no {lacks.map((name) => `“${name}”`).join(', ')} now.
        </p>
      )}
      <div className="flex min-h-9 flex-wrap items-center gap-2">
        <Button
          size="small"
          disabled={!connected || busy}
          onClick={() => void run(() => callApi('tryObsRule', { params: { id: rule.id } }))}
        >
          <Icon name="play" className="size-3.5 fill-current" />
          {busy ? 'Trying' : 'Try'}
          <span className="sr-only"> {rule.title}</span>
        </Button>
        <Button size="small" onClick={onEdit}>
          Edit<span className="sr-only"> {rule.title}</span>
        </Button>
        <Button size="small" weight="quiet" onClick={() => void desk.remove(rule)}>
          <Icon name="bin" className="size-4" />
          Remove<span className="sr-only"> {rule.title}</span>
        </Button>
        <span role="status" className="ml-auto">
          {inForce && <Tag look="on">in force now</Tag>}
        </span>
      </div>
      <Trouble>{trouble}</Trouble>
    </li>
  )
}
