// In: how a rule goes back, and how long it rests. Out: both otherwise.
import type { ObsRule } from '@psiona/shared'
import { Segmented } from '../../ui/segmented'
import { FigureField } from '../looks/figure-field'

const AFTER = [
  { value: 'seconds', label: 'After a while' },
  { value: 'over', label: 'When it is over' },
  { value: 'never', label: 'Never' },
] as const
const LONGEST_SECONDS = 3600
const USUAL_SECONDS = 10

export function RuleBackFields({ rule, onChange }: { rule: ObsRule; onChange: (changes: Partial<ObsRule>) => void }) {
  const { back, restSeconds, when } = rule
  return (
    <div className="grid gap-3">
      <div className="grid gap-2">
        <h3 className="font-semibold">Then back</h3>
        <Segmented
          label="Then back"
          value={back.after}
          // An event is over as soon as it happens.
          choices={AFTER.filter(({ value }) => value !== 'over' || when.on !== 'event')}
          onChoose={(after) => onChange({ back: after === 'seconds' ? { after, seconds: USUAL_SECONDS } : { after } })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {back.after === 'seconds' && (
          <div className="flex items-center gap-2">
            <span>Back after</span>
            <FigureField
              label="Back after, seconds"
              value={back.seconds}
              min={0.5}
              max={LONGEST_SECONDS}
              unit="s"
              onType={(seconds) => onChange({ back: { after: 'seconds', seconds } })}
            />
          </div>
        )}
        <div className="flex items-center gap-2">
          <span>Not again within</span>
          <FigureField
            label="Not again within, seconds"
            value={restSeconds}
            min={0}
            max={LONGEST_SECONDS}
            unit="s"
            onType={(next) => onChange({ restSeconds: next })}
          />
        </div>
      </div>
    </div>
  )
}
