import { Claim } from '@psiona/shared/overlay-wire'
import { describe, expect, it } from 'vitest'
import { claimOf } from './claim'

describe('claimOf', () => {
  it.each([
    [{ inObs: true, preview: false, onPhone: false }, 'obs'],
    [{ inObs: false, preview: false, onPhone: false }, 'tab'],
    [{ inObs: false, preview: true, onPhone: false }, 'preview'],
    [{ inObs: false, preview: false, onPhone: true }, 'phone'],
    // The panel as an OBS dock: its frame is still only the preview.
    [{ inObs: true, preview: true, onPhone: false }, 'preview'],
  ])('%j is %s', (place, kind) => {
    expect(Claim.parse(claimOf(place, true))).toEqual({ kind, unlocked: true })
  })
})
