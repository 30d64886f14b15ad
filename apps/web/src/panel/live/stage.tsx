// In: what she does and feels. Out: the ground of her picture and the frame of her state; the biggest word on the page. The picture itself
// (preview.tsx) lies between the two.
import { classNames } from '../../lib/class-names'
import { timeOfDay } from '../../lib/figure-text'
import { usePanel } from '../panel-store'
import { showPreviewIn } from '../preview-box'
import { useTally } from '../use-tally'
import { EmotionBars } from './emotion-bars'

export function Stage() {
  const link = usePanel((state) => state.link)
  const known = usePanel((state) => state.known)
  const lastSeenAt = usePanel((state) => state.lastSeenAt)
  const silent = usePanel((state) => state.sounding === 'none')
  const { look, detail } = useTally()
  const live = link === 'live'
  return (
    <div
      ref={showPreviewIn}
      className={classNames('relative min-h-48 flex-1 rounded-stage stage-ground', live ? look.colour : 'of-edge')}
    >
      <div className="pointer-events-none absolute z-2 top-4 left-5">
        <p className="word-c text-tally font-[750] tracking-[-0.015em]">{known ? look.word : ''}</p>
        <p className="text-md/5 text-ink2">
          {live ? detail : link === 'lost' && known && lastSeenAt !== null ? `as of ${timeOfDay(lastSeenAt, true)}` : ''}
        </p>
      </div>
      <div className="pointer-events-none absolute z-2 bottom-4.5 left-5 w-26">
        <EmotionBars />
      </div>
      {silent && live && (
        <p className="pointer-events-none absolute z-2 right-4 bottom-4 max-w-48 rounded-control bg-s1 px-2.5 py-1.5 text-sm text-ink2">
          Nobody hears her. A click on this page lets her sound here.
        </p>
      )}
      <span aria-hidden="true" className="pointer-events-none absolute z-2 inset-0 rounded-stage border-4 border-(--c)" />
    </div>
  )
}
