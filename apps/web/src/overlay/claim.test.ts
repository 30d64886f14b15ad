import { Claim } from '@psiona/shared/overlay-wire'
import { describe, expect, it } from 'vitest'
import { claimOf } from './claim'

describe('claimOf', () => {
  it.each([
    [{ inObs: true, preview: false }, 'obs'],
    [{ inObs: false, preview: false }, 'tab'],
    [{ inObs: false, preview: true }, 'preview'],
    // The panel as an OBS dock: its frame is still only the preview.
    [{ inObs: true, preview: true }, 'preview'],
  ])('%j is %s', (place, kind) => {
    expect(Claim.parse(claimOf(place, true))).toEqual({ kind, unlocked: true })
  })
})
