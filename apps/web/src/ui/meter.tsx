// In: how many of the segments are lit and which one holds the peak. Out: the row of segments; drawing only, the figure beside it says it in words.
import { classNames } from '../lib/class-names'

export interface MeterProps {
  readonly count: number
  readonly lit: number
  /** The peak's segment, counted from 1; 0 = none. */
  readonly peak: number
  /** Whose sound it is; 'unheard' is sound that goes nowhere. */
  readonly of?: 'her' | 'you' | 'unheard'
  /** The last segment warns. */
  readonly clips?: boolean
  readonly className?: string
}

const LIT = { her: 'bg-her', you: 'bg-you', unheard: 'bg-edge' }

export function Meter({ count, lit, peak, of = 'her', clips = false, className }: MeterProps) {
  return (
    <span aria-hidden="true" className={classNames('flex h-3 gap-0.5', className)}>
      {Array.from({ length: count }, (_, index) => (
        <span
          key={`segment ${index + 1}`}
          className={classNames(
            'flex-1 rounded-[2px] forced-colors:border',
            index + 1 === peak && peak > lit ? 'bg-ink' : index < lit ? LIT[of] : 'bg-s3',
            clips && index + 1 === count && 'bg-(--warnsign)',
            'forced-colors:data-lit:bg-[CanvasText]',
          )}
          data-lit={index < lit || undefined}
        />
      ))}
    </span>
  )
}
