// In: the load of the machine. Out: how much of it she takes, what she does without and why, and what she may give up.
import { useCalm } from '../../lib/use-calm'
import { Card } from '../../ui/card'
import { More } from '../../ui/more'
import { Tag } from '../../ui/tag'
import { DeskHead } from '../desk-head'
import { usePanel } from '../panel-store'
import { useSection } from '../use-section'
import { LoadFigures } from './load-figures'
import { LoadSettingsForm } from './load-settings-form'
import { stepWord } from './load-words'

/** Figures that change faster are not read. */
const CALM_MS = 1000

export function LoadCard() {
  const load = useCalm(
    usePanel((state) => state.load),
    CALM_MS,
  )
  const desk = useSection('load')
  return (
    <Card aria-labelledby="beside" className="max-w-240">
      <DeskHead id="beside" title="Beside a game" desk={desk} />
      <div className="grid gap-3 px-3.5 pb-4">
        <p role="status" className="min-h-[1lh] max-w-[70ch] text-ink2">
          {load.why}
        </p>
        <LoadFigures load={load} cpuPercent={desk.value.cpuPercent} />
      </div>
      <ol aria-label="What she gives up, in this order">
        {load.steps.map((step, index) => {
          const { look, text } = stepWord(step)
          return (
            <li
              key={step.saving}
              className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-2.5 border-t border-line px-3.5 py-2.5"
            >
              <span className="text-ink3">{index + 1}</span>
              <div className="min-w-0 [overflow-wrap:anywhere]">
                <h3 className={step.inForce || step.applies ? 'font-[650]' : 'text-ink2'}>{step.title}</h3>
                <p className="text-sm text-ink2">{step.detail}</p>
              </div>
              <Tag look={look} className="mt-0.5">
                {text}
              </Tag>
            </li>
          )
        })}
      </ol>
      <More title="What she may take" open={desk.value.mode !== 'auto'}>
        <LoadSettingsForm desk={desk} />
      </More>
    </Card>
  )
}
