// In: where the page is shown, whether the browser lets it sound. Out: the claim it makes to the server.
import type { Claim } from '@psiona/shared/overlay-wire'

export interface Place {
  /** The page runs inside OBS: it has put `obsstudio` on the window. */
  readonly inObs: boolean
  /** The panel's own frame (?preview=1). */
  readonly preview: boolean
}

export const claimOf = ({ inObs, preview }: Place, unlocked: boolean): Claim => ({
  kind: preview ? 'preview' : inObs ? 'obs' : 'tab',
  unlocked,
})
