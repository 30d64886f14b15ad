// In: the steps of the setup. Out: each with whether it stands, and what to click where Psiona cannot do it.
import type { ObsStep } from '@psiona/shared'
import { classNames } from '../../lib/class-names'
import { Icon, type IconName } from '../../ui/icon'
import { usePanel } from '../panel-store'
import { CopyButton } from '../stream/copy-button'

const SIGN: Record<ObsStep['state'], { icon: IconName; colour: string; word: string }> = {
  done: { icon: 'tick', colour: 'text-ok', word: 'done' },
  open: { icon: 'circle', colour: 'text-ink3', word: 'open' },
  'by-hand': { icon: 'hand', colour: 'text-(--warnsign)', word: 'for you to do' },
}

export function SetupSteps({ steps }: { steps: readonly ObsStep[] }) {
  const overlayUrl = usePanel((state) => state.overlayUrl)
  return (
    <ul aria-label="Steps of the setup">
      {steps.map(({ id, title, state, toDo }) => {
        const { icon, colour, word } = SIGN[state]
        return (
          <li key={id} className="flex items-start gap-3 border-t border-line px-3.5 py-2.5">
            <Icon name={icon} className={classNames('mt-px stroke-2', colour)} />
            <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <h3 className="font-[650]">{title}</h3>
              {/* Open ones the button does. */}
              {state === 'by-hand' && toDo !== '' && <p className="mt-0.5 max-w-[70ch] text-ink2">{toDo}</p>}
              {id === 'browser-source' && state === 'by-hand' && (
                <div className="mt-2">
                  <CopyButton text={overlayUrl} what="the overlay address" />
                </div>
              )}
            </div>
            <span className="text-sm text-ink3">{word}</span>
          </li>
        )
      })}
    </ul>
  )
}
