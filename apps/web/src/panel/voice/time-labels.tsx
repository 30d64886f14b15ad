// In: what is said when, and which of it is heard now. Out: each at its time, as far as there is room; the one that is heard always, over
// others if need be.
import { useMemo } from 'react'
import { classNames } from '../../lib/class-names'
import { labelPlaces } from './label-places'
import { shareIn } from './sound-view'
import type { Stretch } from './spectrogram'

/** Under the bars that mark the stretches. */
const FIRST_ROW_PX = 5
const ROW_PX = 21

export interface TimeLabelsProps {
  readonly labels: readonly (Stretch & { readonly text: string })[]
  readonly current: number | null
  readonly view: Stretch
  readonly widthPx: number
  /** CSS px. */
  readonly textPx: number
  readonly mono?: boolean
  readonly rows?: number
}

let measuring: CanvasRenderingContext2D | null = null
function textWidth(text: string, textPx: number, mono: boolean): number {
  measuring ??= document.createElement('canvas').getContext('2d')
  // In bold, as it is while it is heard, so that nothing moves then.
  const family = mono ? 'Atkinson Hyperlegible Mono Variable' : 'Atkinson Hyperlegible Next Variable'
  if (!measuring) return text.length * textPx * 0.6
  measuring.font = `700 ${textPx}px "${family}"`
  return Math.ceil(measuring.measureText(text).width)
}

export function TimeLabels({ labels, current, view, widthPx, textPx, mono = false, rows = 1 }: TimeLabelsProps) {
  const placed = useMemo(
    () =>
      labels.map(({ text, start, end }) => ({
        text,
        start: shareIn(view, start) * widthPx,
        end: shareIn(view, end) * widthPx,
        width: textWidth(text, textPx, mono),
      })),
    [labels, view, widthPx, textPx, mono],
  )
  const places = useMemo(() => labelPlaces(placed, widthPx, rows), [placed, widthPx, rows])
  return (
    <div aria-hidden="true" className="relative overflow-hidden" style={{ height: FIRST_ROW_PX + rows * ROW_PX }}>
      {placed.map(({ text, start, end, width }, index) => {
        const place = places[index]
        if (!place) return null
        const now = index === current
        return (
          // Its place in the list is its name: nothing is ever put in between.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said above
          <span key={index}>
            <span
              className={classNames('absolute top-0 h-0.75 rounded-full', now ? 'bg-her' : 'bg-s3')}
              style={{ left: start + 0.5, width: Math.max(1, end - start - 1) }}
            />
            {(now || !place.over) && (
              <span
                className={classNames(
                  'absolute border-b-2 border-transparent text-center leading-4 whitespace-nowrap',
                  mono ? 'font-mono text-ink3' : 'text-ink2',
                  now && 'border-her bg-s1 font-bold text-ink',
                  place.over && 'z-1 ring-3 ring-s1',
                )}
                style={{ left: place.left, top: FIRST_ROW_PX + place.row * ROW_PX, width, fontSize: textPx }}
              >
                {text}
              </span>
            )}
          </span>
        )
      })}
    </div>
  )
}
