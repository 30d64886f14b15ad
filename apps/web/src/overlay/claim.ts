// In: where the page is shown, whether the browser lets it sound. Out: the claim it makes to the server.
import type { Claim } from '@psiona/shared/overlay-wire'

export interface Place {
  /** The page runs inside OBS: it has put `obsstudio` on the window. */
  readonly inObs: boolean
  /** The panel's own frame (?preview=1). */
  readonly preview: boolean
  /** The phone's own frame (?phone=1). */
  readonly onPhone: boolean
}

export const claimOf = ({ inObs, preview, onPhone }: Place, unlocked: boolean): Claim => ({
  kind: preview ? 'preview' : onPhone ? 'phone' : inObs ? 'obs' : 'tab',
  unlocked,
})
