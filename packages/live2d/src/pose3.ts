// A *.pose3.json in, the sets of parts of which one is shown at a time out.
import { z } from 'zod'
import { finite, listOf, maybe, text, textOrEmpty } from './lenient'

const MOST_GROUPS = 1000

export const Pose3 = z.object({
  Type: textOrEmpty,
  /** Seconds. */
  FadeInTime: maybe(finite),
  Groups: listOf(listOf(z.object({ Id: text, Link: listOf(text, MOST_GROUPS) }), MOST_GROUPS), MOST_GROUPS),
})
export type Pose3 = z.infer<typeof Pose3>
