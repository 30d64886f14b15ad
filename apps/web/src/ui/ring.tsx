// In: how much of a wait is left, and the figure inside. Out: a ring that empties; drawing only, the words beside it say it.
import { classNames } from '../lib/class-names'

const RADIUS = 17
const ROUND = 2 * Math.PI * RADIUS

export interface RingProps {
  /** 0..1 */
  readonly share: number
  readonly figure: string
  readonly of: 'you' | 'ink'
  readonly className?: string
}

export const Ring = ({ share, figure, of, className }: RingProps) => (
  <svg viewBox="0 0 40 40" aria-hidden="true" className={classNames('size-12 flex-none', className)}>
    <circle cx="20" cy="20" r={RADIUS} className="fill-none stroke-s3 stroke-4 forced-colors:stroke-[GrayText]" />
    <circle
      cx="20"
      cy="20"
      r={RADIUS}
      transform="rotate(-90 20 20)"
      strokeDasharray={`${share * ROUND} ${ROUND}`}
      className={classNames('fill-none stroke-4 forced-colors:stroke-[CanvasText]', of === 'you' ? 'stroke-you' : 'stroke-ink')}
    />
    <text x="20" y="25" textAnchor="middle" className="fill-ink text-[14px] font-bold">
      {figure}
    </text>
  </svg>
)
