// In: the rules in force and the policy that was chosen. Out: both with their reasons, and another policy when one is picked.
import type { PolicyName } from '@psiona/shared'
import * as RadioGroup from 'radix-ui/radio-group'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Switch } from '../../ui/switch'
import { Tag } from '../../ui/tag'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { usePanel } from '../panel-store'
import { StateLine } from '../state-line'
import { useSection } from '../use-section'
import { holdsNow, NEVER, POLICIES } from './policy-words'
import { SafetyCounts } from './safety-counts'

export function RulesCard() {
  const desk = useSection('safety')
  const { policy, silent, panic } = usePanel((state) => state.safety)
  return (
    <Card aria-labelledby="rules">
      <DeskHead id="rules" title="What she may say" desk={desk} />
      <div className="grid gap-2 px-3.5 pb-3">
        <StateLine look="ok" title={holdsNow(policy)} />
        {silent !== '' && (
          <StateLine look={panic ? 'trouble' : 'off'} title="She says nothing aloud">
            {silent}
          </StateLine>
        )}
      </div>
      <RadioGroup.Root
        aria-label="Policy"
        value={desk.value.policy}
        onValueChange={(next) => {
          const chosen = POLICIES.find(({ policy }) => policy === next)
          if (chosen) void desk.change({ policy: chosen.policy })
        }}
      >
        {POLICIES.map((words) => (
          <PolicyRow key={words.policy} {...words} inForce={words.policy === policy.name} />
        ))}
      </RadioGroup.Root>
      <Trouble className="px-3.5 pb-3">{desk.trouble}</Trouble>
      <div className="border-t border-line px-3.5 py-3">
        <Switch
          label="Judge whole sentences"
          hint="Holds back what is like the hateful, threatening or crude sentences it has learned from, in ordinary words too. Now and then it errs."
          checked={desk.value.learned}
          onChange={(learned) => void desk.change({ learned })}
        />
      </div>
      <p className="border-t border-line px-3.5 py-3 text-sm text-ink2">
        <b className="font-[650] text-ink">Never, whatever you choose:</b> {NEVER}. The numbers of crisis lines may be said.
      </p>
      <SafetyCounts />
    </Card>
  )
}

interface PolicyRowProps {
  readonly policy: PolicyName
  readonly title: string
  readonly used: string
  readonly allows: string
  readonly inForce: boolean
}

function PolicyRow({ policy, title, used, allows, inForce }: PolicyRowProps) {
  return (
    <RadioGroup.Item
      value={policy}
      className="group grid w-full grid-cols-[1.25rem_6rem_minmax(0,1fr)_auto] items-start gap-x-2.5 border-t border-line px-3.5 py-2.5 text-left -outline-offset-2 hover:bg-s2 slim:min-h-13 slim:grid-cols-[1.25rem_minmax(0,1fr)_auto]"
    >
      <span className="mt-0.5 grid size-4.5 place-items-center rounded-full border-2 border-edge group-data-[state=checked]:border-ink">
        <RadioGroup.Indicator className="block size-2 rounded-full bg-ink forced-colors:bg-[CanvasText]" />
      </span>
      <b className="font-[650]">{title}</b>
      <span className="text-sm/5 text-ink2 slim:order-last slim:col-span-2 slim:col-start-2">
        {allows !== '' && <span className="text-ink">{allows} </span>}
        {used}
      </span>
      <span className="mt-0.5">
        {inForce && (
          <Tag>
            <Icon name="tick" />
            in force
          </Tag>
        )}
      </span>
    </RadioGroup.Item>
  )
}
