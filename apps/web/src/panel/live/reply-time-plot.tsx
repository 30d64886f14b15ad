// In: the latest reply times. Out: one bar each, the newest at the right in her colour, with a line where the usual time lies.
import { durationText } from '../../lib/figure-text'

const WIDTH = 100
const HEIGHT = 30

export interface ReplyTimePlotProps {
  /** Oldest first. */
  readonly rowMs: readonly number[]
  readonly usualMs: number | null
  /** Bars there is room for; empty ones stay empty, so that bars never change their width. */
  readonly slots: number
}

export function ReplyTimePlot({ rowMs, usualMs, slots }: ReplyTimePlotProps) {
  // The usual time lies at half height, so that twice as slow is seen; slower than that touches the top.
  const fullMs = (usualMs ?? 0) * 2 || 1
  const step = WIDTH / slots
  const summary =
    usualMs === null || rowMs.length === 0
      ? 'No reply yet.'
      : `Last ${rowMs.length} replies: ${durationText(Math.min(...rowMs))} to ${durationText(Math.max(...rowMs))}, usual ${durationText(usualMs)}.`
  return (
    <div className="relative h-9">
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
      >
        {rowMs.map((ms, index) => {
          const height = Math.max(1.5, Math.min(1, ms / fullMs) * HEIGHT)
          const last = index === rowMs.length - 1
          return (
            <rect
              // A row that moves on: the place is what a bar is.
              // biome-ignore lint/suspicious/noArrayIndexKey: as said above
              key={index}
              x={(slots - rowMs.length + index) * step + step * 0.14}
              y={HEIGHT - height}
              width={step * 0.72}
              height={height}
              className={last ? 'fill-her' : 'fill-edge'}
            />
          )
        })}
        <line
          x1="0"
          x2={WIDTH}
          y1={HEIGHT}
          y2={HEIGHT}
          className="stroke-line"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
        {usualMs !== null && (
          <line
            x1="0"
            x2={WIDTH}
            y1={HEIGHT / 2}
            y2={HEIGHT / 2}
            className="stroke-ink"
            strokeWidth="1.5"
            strokeDasharray="5 4"
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
    </div>
  )
}
