// In: the page that shows. Out: the bar at the bottom of every page, in which Stop and Panic never change their place.
import Link from 'next/link'
import { classNames } from '../lib/class-names'
import { useMedia } from '../lib/use-media'
import { Icon } from '../ui/icon'
import { MicMeter } from './mic-meter'
import { MicMode } from './mic-mode'
import { MuteButton } from './mute-button'
import { OutputMeter } from './output-meter'
import { ROOMY, SLIM, WIDE } from './page-widths'
import type { Page } from './pages'
import { usePanel } from './panel-store'
import { PanicButton } from './panic-button'
import { SOUNDS_WHERE } from './sounds-where'
import { StopButton } from './stop-button'
import { TalkButton } from './talk-button'
import { HELD_LOOK } from './tally-look'
import { useTally } from './use-tally'

export function Transport({ page }: { page: Page }) {
  const slim = useMedia(SLIM)
  const wide = useMedia(WIDE)
  const roomy = useMedia(ROOMY)
  return (
    <section
      aria-label="Transport"
      className="col-span-full border-t border-line bg-s1 slim:grid slim:grid-cols-[4rem_minmax(0,1fr)_5.25rem] slim:gap-2 slim:p-2.5 rail:flex rail:min-h-19 rail:flex-wrap rail:items-center rail:gap-x-4 rail:gap-y-2 rail:px-4 rail:py-2.5"
    >
      {slim ? (
        <>
          <TalkButton />
          <MuteButton />
        </>
      ) : (
        <>
          {page.href === '/' ? <OutputMeter /> : <TransportTally />}
          <div className="flex items-center gap-2.5">
            <MuteButton />
            <MicMeter />
          </div>
          {/* Where one row has no room for all, the second begins with the modes. */}
          <div className={wide ? 'flex-1' : 'basis-full'} />
          <MicMode short={!roomy} />
          <div className="flex-1" />
        </>
      )}
      {/* Both at the end, so that neither ever moves; far enough apart that one is not hit for the other. */}
      <StopButton />
      <PanicButton />
    </section>
  )
}

/** On pages that do not show her, what she does and where stands here instead of how loud she is. */
function TransportTally() {
  const live = usePanel((state) => state.link === 'live')
  const sounding = usePanel((state) => state.sounding)
  const { look, detail } = useTally()
  return (
    <div className={classNames('flex w-53.5 min-w-0 items-center gap-3', live ? look.colour : 'of-edge')}>
      <span className="grid size-11 flex-none place-items-center rounded-stage bg-(--c) text-onglyph forced-colors:border">
        <Icon name={look.icon} className="size-6 stroke-[2.2]" />
      </span>
      <div className="min-w-0">
        <p className="word-c text-lg/6 font-bold">{look.word}</p>
        <p title={detail} className="truncate text-sm/4 text-ink2">
          {look === HELD_LOOK ? (
            // Yes and no are there.
            <Link href="/" className="underline underline-offset-2">
              {detail}
              <span className="sr-only"> on Live</span>
            </Link>
          ) : (
            detail
          )}
        </p>
        <p className="truncate text-xs text-ink3">sounds {SOUNDS_WHERE[sounding]}</p>
      </div>
    </div>
  )
}
