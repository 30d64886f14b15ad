// In: the page that shows. Out: the bar at the bottom of every page, in which Stop never changes its place.
import { classNames } from '../lib/class-names'
import { useMedia } from '../lib/use-media'
import { Icon } from '../ui/icon'
import { Kbd } from '../ui/kbd'
import { OutputMeter } from './output-meter'
import { SLIM } from './page-widths'
import type { Page } from './pages'
import { somethingToStop } from './panel-state'
import { usePanel } from './panel-store'
import { stopHer } from './stop-her'
import { StopOutcomeText } from './stop-outcome-text'
import { TALLY_LOOK } from './tally-look'
import { useTallyDetail } from './tally-status'

export function Transport({ page }: { page: Page }) {
  const slim = useMedia(SLIM)
  return (
    <section
      aria-label="Transport"
      className="col-span-full border-t border-line bg-s1 slim:grid slim:grid-cols-[4rem_minmax(0,1fr)_5.25rem] slim:gap-2 slim:p-2.5 rail:flex rail:h-19 rail:items-center rail:gap-5 rail:px-4"
    >
      {slim ? (
        <OutputMeter narrow />
      ) : (
        <>
          {page.href !== '/' && <TransportTally />}
          <OutputMeter />
          <div className="flex-1" />
        </>
      )}
      <StopButton />
      <StopOutcomeText />
    </section>
  )
}

/** On pages that do not show her, what she does stands here. */
function TransportTally() {
  const tally = usePanel((state) => state.tally)
  const live = usePanel((state) => state.link === 'live')
  const detail = useTallyDetail()
  const look = TALLY_LOOK[tally]
  return (
    <div className={classNames('flex w-62 min-w-0 items-center gap-3', live ? look.colour : 'of-edge')}>
      <span className="grid size-11 flex-none place-items-center rounded-stage bg-(--c) text-onglyph forced-colors:border">
        <Icon name={look.icon} className="size-6 stroke-[2.2]" />
      </span>
      <div className="min-w-0">
        <p className="word-c text-lg/6 font-bold">{look.word}</p>
        <p className="truncate text-sm text-ink2">{detail}</p>
      </div>
    </div>
  )
}

function StopButton() {
  const busy = usePanel(somethingToStop)
  return (
    <button
      type="button"
      aria-keyshortcuts="Escape"
      onClick={() => void stopHer()}
      className={classNames(
        'flex h-15 items-center justify-center gap-2.5 rounded-stage border-2 px-4.5 text-lg font-[750] rail:h-13 rail:min-w-42',
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
    </button>
  )
}
