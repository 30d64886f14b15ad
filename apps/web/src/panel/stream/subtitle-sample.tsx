// In: the chosen style. Out: how it looks over a bright and a dark game.
import type { SubtitleStyle } from '@psiona/shared'
import { classNames } from '../../lib/class-names'

export function SubtitleSample({ style, badge }: { style: SubtitleStyle; badge: boolean }) {
  return (
    <div
      aria-hidden="true"
      className="relative grid h-24 place-items-center overflow-hidden rounded-control bg-[linear-gradient(100deg,#d8e4dc_0_50%,#22303a_50%_100%)]"
    >
      {badge && (
        <span className="absolute top-2 left-2 rounded-tag bg-[#0d1013cc] px-1.5 text-xs/4.5 font-semibold text-white">AI</span>
      )}
      {style !== 'off' && (
        <span
          className={classNames(
            'text-lg font-semibold text-white',
            style === 'boxed'
              ? 'rounded-control bg-[#0d1013d9] px-3 py-1'
              : '[paint-order:stroke_fill] [-webkit-text-stroke:4px_#0d1013]',
          )}
        >
          She says what she thinks.
        </span>
      )}
    </div>
  )
}
