// What the filter's parts find in a text. In and out: places.
import type { Offence } from '@psiona/shared'

/** One thing found, [from, to) in the text as it is looked at, UTF-16 units. */
export interface Finding {
  readonly offence: Offence
  readonly rule: string
  /** What some platforms let pass. */
  readonly mild: boolean
  readonly from: number
  readonly to: number
}

/** Something private, in plain text. */
export interface Place {
  readonly what: string
  readonly from: number
  readonly to: number
}
