// In: her feelings. Out: the two strongest as bars with figures, in a place of fixed height.
import { strengthText } from '../../lib/figure-text'
import { useCalm } from '../../lib/use-calm'
import { usePanel } from '../panel-store'
import { strongest } from './feelings'

const SHOWN = 2
const FIGURE_MS = 250

export function EmotionBars() {
  const emotion = useCalm(
    usePanel((state) => state.emotion),
    FIGURE_MS,
  )
  const feelings = strongest(emotion, SHOWN)
  return (
    <ul aria-label="She feels" className="flex h-15.5 flex-col justify-end gap-1.5 text-sm">
      {feelings.map(({ word, strength }) => (
        <li key={word} className="grid gap-0.75">
          <span>
            {word} <b className="font-[650]">{strengthText(strength)}</b>
          </span>
          <svg
            aria-hidden="true"
            viewBox="0 0 100 6"
            preserveAspectRatio="none"
            className="h-1.5 w-full overflow-hidden rounded-[3px] bg-s3"
          >
            <rect width={strength * 100} height="6" className="fill-ink forced-colors:fill-[CanvasText]" />
          </svg>
        </li>
      ))}
    </ul>
  )
}
