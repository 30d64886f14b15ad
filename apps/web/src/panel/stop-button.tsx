// Out: the button that ends what she does, red while there is something to end, and below its word what came of the last press.
import { classNames } from '../lib/class-names'
import { Icon } from '../ui/icon'
import { Kbd } from '../ui/kbd'
import { somethingToStop } from './panel-state'
import { usePanel } from './panel-store'
import { stopHer } from './stop-her'
import { stopWords, useStopOutcome } from './stop-outcome'
import { TransportNote } from './transport-note'

export function StopButton() {
  const busy = usePanel(somethingToStop)
  const outcome = useStopOutcome()
  const words = outcome ? stopWords(outcome) : null
  const failed = outcome?.type === 'not-stopped'
  return (
    <div className="relative">
      <button
        type="button"
        aria-keyshortcuts="Escape"
        onClick={() => void stopHer()}
        className={classNames(
          'relative flex h-15 w-full items-center justify-center gap-2.5 rounded-stage border-2 px-4.5 text-lg font-[750] rail:h-14 rail:min-w-42 rail:pb-1.5',
          busy ? 'border-stopfill bg-stopfill text-white' : 'border-edge bg-s3 text-ink',
        )}
      >
        <Icon name="square" className={classNames('size-5.5 fill-current', !busy && 'text-stop')} />
        Stop
        <Kbd
          className={classNames('slim:hidden', busy ? 'border-white/60 bg-transparent text-white' : 'border-edge bg-transparent')}
        >
          Esc
        </Kbd>
        {words !== null && !failed && (
          <span aria-hidden="true" className="absolute inset-x-1 bottom-0.5 truncate text-xs/3.5 font-normal slim:bottom-1">
            {words}
          </span>
        )}
      </button>
      <p role="status" className="sr-only">
        {!failed && words}
      </p>
      <TransportNote>{failed ? words : null}</TransportNote>
    </div>
  )
}
