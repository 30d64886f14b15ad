// In: the overlay's address, and the box that shows her, if any. Out: one frame with her overlay for the life of the panel: over its box
// on Live, not shown elsewhere. It may be the only client that sounds, so it is neither taken away nor moved in the document, which
// would load it anew. Docks and phones have none: OBS, or nobody, is heard there.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { classNames } from '../lib/class-names'
import { useObserved } from '../lib/observable'
import { useMedia } from '../lib/use-media'
import { SLIM } from './page-widths'
import { usePanel } from './panel-store'
import { previewBox } from './preview-box'

/** The picture is the heaviest thing here; words, Stop and composer come first. */
const PICTURE_AFTER_MS = 400

/** What the page says anyway (subtitles, that she is a program, how to hear her) is left out of the picture; the key is in the fragment, which no server sees. */
const previewAddress = (overlayUrl: string) =>
  `/overlay?preview=1&subtitles=off&badge=0&ui=0${/#.*$/.exec(overlayUrl)?.[0] ?? ''}`

/** The box as seen from `corner`, in CSS px; both scroll together. */
function placeIn(corner: HTMLElement, box: HTMLElement) {
  const from = corner.getBoundingClientRect()
  const { left, top, width, height } = box.getBoundingClientRect()
  return { left: left - from.left, top: top - from.top, width, height }
}

/** Stands before a page's content, in which it takes no room. */
export function Preview() {
  const overlayUrl = usePanel((state) => state.overlayUrl)
  const name = usePanel((state) => state.character.name)
  const live = usePanel((state) => state.link === 'live')
  const slim = useMedia(SLIM)
  const box = useObserved(previewBox, null)
  const corner = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<ReturnType<typeof placeIn> | null>(null)
  const [due, setDue] = useState(false)

  useEffect(() => {
    const timer = window.setTimeout(() => setDue(true), PICTURE_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [])
  useLayoutEffect(() => {
    if (!box) return setPlace(null)
    const follow = () => {
      if (corner.current) setPlace(placeIn(corner.current, box))
    }
    follow()
    // In the frame in which the page moved: the picture never hangs over what stands below it.
    const sizes = new ResizeObserver(() => flushSync(follow))
    sizes.observe(box)
    if (corner.current) sizes.observe(corner.current)
    return () => sizes.disconnect()
  }, [box])

  return (
    <div ref={corner} className="relative">
      {due && slim === false && overlayUrl !== '' && (
        <div
          hidden={place === null}
          style={place ?? {}}
          className="pointer-events-none absolute z-1 overflow-hidden rounded-stage [container-type:size]"
        >
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
              'absolute top-[9%] left-[12%] h-[138%] w-[116%] border-0 [color-scheme:light] [@container_(max-aspect-ratio:4/5)]:top-[4%] [@container_(max-aspect-ratio:4/5)]:h-[112%]',
              !live && 'opacity-60',
            )}
          />
        </div>
      )}
    </div>
  )
}
