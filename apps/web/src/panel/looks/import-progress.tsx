// In: a model on its way to the doctor. Out: how far it is, in bytes, and the button that takes it back.
import { partText } from '../../lib/size-text'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Progress } from '../../ui/progress'
import type { ImportStep } from './use-model-import'

const SAID: Readonly<Record<Exclude<ImportStep['at'], 'waiting'>, string>> = {
  looking: 'Reading the folder',
  packing: 'Packing',
  sending: 'Bringing',
  checking: 'The doctor looks at',
}

export function ImportProgress({ step, onCancel }: { step: ImportStep; onCancel: () => void }) {
  if (step.at === 'waiting') return null
  const counts = 'wholeBytes' in step
  // Packing and sending are both short; the doctor has all of it.
  const share = counts ? (step.wholeBytes > 0 ? step.doneBytes / step.wholeBytes : 1) : step.at === 'checking' ? 1 : 0
  return (
    <div className="grid gap-2.5">
      <Progress label={SAID[step.at]} share={share} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 flex-1 basis-40 [overflow-wrap:anywhere]">
          <span role="status" className="font-[650]">
            {SAID[step.at]}
            {'name' in step && ` ${step.name}`}
          </span>
          {counts && <span className="text-ink2">, {partText(step.doneBytes, step.wholeBytes)}</span>}
        </p>
        <Button size="small" onClick={onCancel}>
          <Icon name="close" />
          Cancel
        </Button>
      </div>
    </div>
  )
}
