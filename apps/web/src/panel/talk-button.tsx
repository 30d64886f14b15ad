// In: push-to-talk on a dock or phone. Out: a button under the thumb that is held while one talks.
import { classNames } from '../lib/class-names'
import { useHold } from '../lib/use-hold'
import { Icon } from '../ui/icon'
import { usePanel } from './panel-store'
import { talk } from './switch-microphone'

export function TalkButton() {
  const shown = usePanel(({ microphone: { source, mode, muted } }) => source !== null && mode === 'push-to-talk' && !muted)
  return shown ? <HoldButton /> : null
}

/** Apart, so that it is let go when it leaves under the finger. */
function HoldButton() {
  const held = usePanel((state) => state.microphone.held)
  const hold = useHold(talk)
  return (
    <button
      type="button"
      aria-pressed={held}
      aria-keyshortcuts="V"
      {...hold}
      className={classNames(
        'col-span-full flex h-13 touch-none items-center justify-center gap-2.5 rounded-stage border-2 text-md font-[650] select-none',
        held ? 'border-you bg-you text-onglyph' : 'border-you bg-transparent',
      )}
    >
      <Icon name="mic" className="size-5.5" />
      Hold to talk
    </button>
  )
}
