// In: push-to-talk. Out: a button for the whole thumb; she listens as long as it is held, with this phone's microphone or another.
import { classNames } from '../../lib/class-names'
import { useHold } from '../../lib/use-hold'
import { Icon } from '../../ui/icon'
import { useMicrophone } from '../use-microphone'
import { microphone } from './phone-microphone'

/** Felt, not heard by the microphone. */
const DOWN_MS = 18
const UP_MS = 8

function hold(held: boolean): void {
  microphone.talk(held)
  // Not there on Apple's phones.
  navigator.vibrate?.(held ? DOWN_MS : UP_MS)
}

export function TalkButton() {
  const shown = useMicrophone(
    microphone,
    ({ house, running }) => house?.mode === 'push-to-talk' && !house.muted && (running || house.source !== null),
  )
  return shown ? <HoldButton /> : null
}

function HoldButton() {
  const held = useMicrophone(microphone, ({ house }) => house?.held ?? false)
  const handlers = useHold(hold)
  return (
    <button
      type="button"
      aria-pressed={held}
      {...handlers}
      className={classNames(
        'flex h-[min(11rem,22dvh)] min-h-24 touch-none flex-col items-center justify-center gap-2 rounded-card border-4 border-you text-lg font-[750] select-none [-webkit-touch-callout:none]',
        held ? 'bg-you text-onglyph' : 'bg-transparent text-ink',
      )}
    >
      <Icon name={held ? 'ear' : 'push'} className="size-11 stroke-2" />
      Hold to talk
    </button>
  )
}
