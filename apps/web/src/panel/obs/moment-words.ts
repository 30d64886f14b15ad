// In: what a scene means. Out: the words for it.
import type { Moment } from '@psiona/shared'

export const MOMENT_WORD: Readonly<Record<Moment, string>> = {
  starting: 'Before the show',
  live: 'The show',
  break: 'A break',
  ending: 'The end',
}
