// In: a change of what viewers see. Out: it saved, with a way back to how it was before.
import type { OverlaySettings } from '@psiona/shared'
import { useState } from 'react'
import { changeSettings } from '../change-settings'
import { usePanel } from '../panel-store'

export interface OverlayDesk {
  readonly overlay: OverlaySettings
  readonly trouble: string | null
  readonly change: (changes: Partial<OverlaySettings>) => Promise<void>
  /** Takes back the last change made here; null when there is none. */
  readonly undo: (() => Promise<void>) | null
}

export function useOverlaySettings(): OverlayDesk {
  const overlay = usePanel((state) => state.settings.overlay)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [before, setBefore] = useState<Partial<OverlaySettings> | null>(null)
  const write = async (changes: Partial<OverlaySettings>, back: Partial<OverlaySettings> | null) => {
    const answer = await changeSettings((kept) => ({ overlay: { ...kept.overlay, ...changes } }))
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) setBefore(back)
  }
  return {
    overlay,
    trouble,
    // Only what was changed goes back: somebody else may have changed something else since.
    change: (changes) =>
      write(changes, Object.fromEntries(Object.entries(overlay).filter(([name]) => Object.hasOwn(changes, name)))),
    undo: before ? () => write(before, null) : null,
  }
}
