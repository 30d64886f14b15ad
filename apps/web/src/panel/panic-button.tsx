// Out: the button that silences her whatever she does, in the same place on every page; beside Stop, and unlike it: an outline and an octagon.
import { useEffect } from 'react'
import { classNames } from '../lib/class-names'
import { useObserved } from '../lib/observable'
import { Icon } from '../ui/icon'
import { Kbd } from '../ui/kbd'
import { usePanel } from './panel-store'
import { panicTrouble, switchPanic } from './switch-panic'
import { TransportNote } from './transport-note'

/** Long enough to be read after a look at the game. */
const SHOWN_MS = 8000

export function PanicButton() {
  const on = usePanel((state) => state.safety.panic)
  const live = usePanel((state) => state.link === 'live')
  const trouble = useObserved(panicTrouble, null)
  useEffect(() => {
    // What was not reached stands until she is back.
    if (trouble === null || !live) return
    const timer = window.setTimeout(() => panicTrouble.set(null), SHOWN_MS)
    return () => window.clearTimeout(timer)
  }, [trouble, live])
  return (
    <div className="relative">
      <button
        type="button"
        aria-pressed={on}
        aria-keyshortcuts="F8 Pause Shift+Escape"
        // A second press in a fright switches nothing off; that is the band's button.
        onClick={() => void switchPanic(true)}
        className={classNames(
          'flex h-15 w-full items-center justify-center gap-2 rounded-stage border-2 border-stop text-md font-[750] rail:h-14 rail:gap-2.5 rail:px-4',
          on ? 'bg-stopfill text-white' : 'bg-transparent text-ink',
        )}
      >
        <Icon name="octagon" className={classNames('size-5 stroke-2 max-[23rem]:hidden', !on && 'text-stop')} />
        Panic
        <Kbd
          className={classNames('slim:hidden', on ? 'border-white/60 bg-transparent text-white' : 'border-edge bg-transparent')}
        >
          F8
        </Kbd>
      </button>
      <TransportNote>{trouble}</TransportNote>
    </div>
  )
}
