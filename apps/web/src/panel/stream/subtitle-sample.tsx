// In: the overlay's settings. Out: how subtitles and badge look over a bright and a dark game; they are spoken once when something changes.
import type { OverlaySettings } from '@psiona/shared'
import { useEffect, useState } from 'react'
import { classNames } from '../../lib/class-names'
import { useMedia } from '../../lib/use-media'

const WORDS = ['She', 'says', 'what', 'she', 'thinks.']
/** Where it stands still: some words are heard, some are not. */
const MIDDLE = 2
const WORD_MS = 380

const PLACE: Readonly<Record<OverlaySettings['subtitlePlace'], string>> = {
  bottom: 'items-end justify-center',
  top: 'items-start justify-center',
  beside: 'items-center justify-end',
}
/** Colours and strokes as on the overlay. */
const UNDERLINED = 'underline decoration-[#fda670] decoration-2 underline-offset-4'
const UNHEARD = 'text-[#b7bfc5]'
const SUNG = 'text-[#ffd479]'
const LOOK: Readonly<Record<OverlaySettings['subtitles'], string>> = {
  off: '',
  plain: 'font-semibold [-webkit-text-stroke:0.17em_#0d1013]',
  boxed: 'rounded-control bg-[#0d1013db] px-[0.7em] py-[0.35em] font-semibold',
  outlined: 'font-bold [-webkit-text-stroke:0.3em_#0d1013]',
  karaoke: 'font-bold [-webkit-text-stroke:0.26em_#0d1013]',
  'one-word': 'font-extrabold [-webkit-text-stroke:0.2em_#0d1013]',
}

function wordLook(style: OverlaySettings['subtitles'], index: number, current: number): string {
  if (style === 'karaoke') return index <= current ? SUNG : ''
  if (style === 'outlined') return index === current ? SUNG : ''
  return index === current ? UNDERLINED : index > current ? UNHEARD : ''
}

export function SubtitleSample({ overlay }: { overlay: OverlaySettings }) {
  const { subtitles, subtitleScale, subtitlePlace, safeAreaPercent, badge } = overlay
  const calm = useMedia('(prefers-reduced-motion: reduce)') !== false
  const [current, setCurrent] = useState(MIDDLE)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another style is a reason to speak
  useEffect(() => {
    let word = 0
    setCurrent(calm ? MIDDLE : word)
    if (calm) return
    const timer = window.setInterval(() => {
      word += 1
      setCurrent(word < WORDS.length ? word : MIDDLE)
      if (word === WORDS.length) window.clearInterval(timer)
    }, WORD_MS)
    return () => window.clearInterval(timer)
  }, [subtitles, calm])
  return (
    <div
      aria-hidden="true"
      className="relative aspect-[2/1] w-full overflow-hidden rounded-control bg-[linear-gradient(100deg,#d8e4dc_0_50%,#22303a_50%_100%)]"
    >
      <div
        className={classNames('absolute flex', PLACE[subtitlePlace])}
        // The free edge is a part of each side, as on the overlay.
        style={{ inset: `${safeAreaPercent}%` }}
      >
        {subtitles !== 'off' && (
          <span
            className={classNames('max-w-[60%] text-center text-white [paint-order:stroke_fill]', LOOK[subtitles])}
            style={{ fontSize: `${(subtitles === 'one-word' ? 2.1 : 1.05) * subtitleScale}rem`, lineHeight: 1.38 }}
          >
            {subtitles === 'one-word'
              ? WORDS[current]
              : WORDS.map((word, index) => (
                  // The words never change.
                  // biome-ignore lint/suspicious/noArrayIndexKey: as said above
                  <span key={index} className={wordLook(subtitles, index, current)}>
                    {word}{' '}
                  </span>
                ))}
          </span>
        )}
      </div>
      {badge && (
        <span
          className="absolute rounded-tag bg-[#0d1013cc] px-1.5 text-xs/4.5 font-semibold text-white"
          style={{ top: `${safeAreaPercent}%`, right: `${safeAreaPercent}%` }}
        >
          AI
        </span>
      )}
    </div>
  )
}
