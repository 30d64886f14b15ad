// In: a test recording and what was made of it. Out: the sound with the speech in it marked, to be played back; each step with its figure and what to do.
import type { HearingStep, HearingTest } from '@psiona/shared'
import { sentenceStart } from '../../lib/sentence-start'
import type { MicProcessing } from '../../mic/microphone-view'
import { useMicrophone } from '../../mic/use-microphone'
import { Button } from '../../ui/button'
import { Icon, type IconName } from '../../ui/icon'
import { microphone } from '../microphone'
import { saidHere } from '../said-here'
import { PlayBack } from './play-back'
import { SoundPicture } from './sound-picture'

const ICON: Record<HearingStep['state'], IconName> = { ok: 'tick', off: 'off', trouble: 'warn' }
const COLOUR: Record<HearingStep['state'], string> = { ok: 'text-ok', off: 'text-ink3', trouble: 'text-(--warnsign)' }

/** What this page itself can do about a step, when it is not done yet. */
const CURE: Partial<Record<HearingStep['step'], { readonly switchOn: keyof MicProcessing; readonly label: string }>> = {
  room: { switchOn: 'noise', label: 'Suppress noise' },
}

export function HearingResult({ result }: { result: HearingTest }) {
  return (
    <div className="grid gap-3">
      <SoundPicture result={result} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <PlayBack wav={result.wav} />
        <p className="min-w-0 flex-1 text-speech [overflow-wrap:anywhere]">
          {result.text === '' ? <span className="text-ink2">No words were found.</span> : `“${result.text}”`}
        </p>
      </div>
      <ul aria-label="Step by step">
        {result.steps.map((step) => (
          <StepRow key={step.step} step={step} />
        ))}
      </ul>
    </div>
  )
}

function StepRow({ step: { step, state, detail, remedy, figure } }: { step: HearingStep }) {
  const heard = useMicrophone(microphone, (view) => view.heard)
  const processing = useMicrophone(microphone, (view) => view.processing)
  const cure = CURE[step]
  return (
    <li className="grid grid-cols-[1.375rem_minmax(0,1fr)_auto] items-center gap-x-2.5 gap-y-1 border-t border-line py-2.5 text-speech first:border-0">
      <Icon name={ICON[state]} className={`stroke-2 ${COLOUR[state]}`} />
      <div className="min-w-0">
        <p className="[overflow-wrap:anywhere]">
          {sentenceStart(saidHere(detail))}
          {state === 'trouble' && <span className="sr-only">, needs you</span>}
        </p>
        {remedy && <p className="text-sm text-ink2">{saidHere(remedy)}</p>}
      </div>
      {state === 'trouble' && cure && heard && !processing[cure.switchOn] ? (
        <Button size="small" onClick={() => void microphone.process({ [cure.switchOn]: true })}>
          {cure.label}
        </Button>
      ) : (
        <b className="font-[650] whitespace-nowrap">{figure?.replace(/^-/, '−')}</b>
      )}
    </li>
  )
}
