// In: what she does and feels. Out: her picture as the stream sees it, in the frame of her state; the biggest word on the page.
import { useEffect, useState } from 'react'
import { classNames } from '../../lib/class-names'
import { timeOfDay } from '../../lib/figure-text'
import { usePanel } from '../panel-store'
import { TALLY_LOOK } from '../tally-look'
import { useTallyDetail } from '../tally-status'
import { EmotionBars } from './emotion-bars'

/** The picture is the heaviest thing here; words, Stop and composer come first. */
const PICTURE_AFTER_MS = 400

/** What the page says anyway (subtitles, that she is a program, how to hear her) is left out of the picture; the key is in the fragment, which no server sees. */
const previewAddress = (overlayUrl: string) =>
  `/overlay?preview=1&subtitles=off&badge=0&ui=0${/#.*$/.exec(overlayUrl)?.[0] ?? ''}`

export function Stage() {
  const tally = usePanel((state) => state.tally)
  const link = usePanel((state) => state.link)
  const known = usePanel((state) => state.known)
  const lastSeenAt = usePanel((state) => state.lastSeenAt)
  const name = usePanel((state) => state.character.name)
  const overlayUrl = usePanel((state) => state.overlayUrl)
  const silent = usePanel((state) => state.sounding === 'none')
  const detail = useTallyDetail()
  const [pictured, setPictured] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setPictured(true), PICTURE_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [])
  const look = TALLY_LOOK[tally]
  const live = link === 'live'
  return (
    <div
      className={classNames(
        'relative min-h-48 flex-1 overflow-hidden rounded-stage stage-ground [container-type:size]',
        live ? look.colour : 'of-edge',
      )}
    >
      {pictured && overlayUrl !== '' && (
        <iframe
          // Another key is another picture; a changed fragment alone would not load it.
          key={overlayUrl}
          src={previewAddress(overlayUrl)}
          title={`Preview of ${name}`}
          allow="autoplay"
          tabIndex={-1}
          // Clicks stay with this page: they let the frame sound as well, and the keys (Esc) must not end up inside it.
          // Of another scheme than its document, a frame is painted on an opaque ground; the overlay's is the default one.
          className={classNames(
            'absolute top-[9%] left-[12%] h-[138%] w-[116%] pointer-events-none border-0 [color-scheme:light] [@container_(max-aspect-ratio:4/5)]:top-[4%] [@container_(max-aspect-ratio:4/5)]:h-[112%]',
            !live && 'opacity-60',
          )}
        />
      )}
      <div className="pointer-events-none absolute top-4 left-5">
        <p className="word-c text-tally font-[750] tracking-[-0.015em]">{known ? look.word : ''}</p>
        <p className="text-md/5 text-ink2">
          {live ? detail : link === 'lost' && known && lastSeenAt !== null ? `as of ${timeOfDay(lastSeenAt, true)}` : ''}
        </p>
      </div>
      <div className="pointer-events-none absolute bottom-4.5 left-5 w-26">
        <EmotionBars />
      </div>
      {silent && live && (
        <p className="pointer-events-none absolute right-4 bottom-4 max-w-48 rounded-control bg-s1 px-2.5 py-1.5 text-sm text-ink2">
          Nobody hears her. A click on this page lets her sound here.
        </p>
      )}
      <span aria-hidden="true" className="pointer-events-none absolute inset-0 rounded-stage border-4 border-(--c)" />
    </div>
  )
}
