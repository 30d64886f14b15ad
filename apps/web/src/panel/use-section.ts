// In: a change in one section of the settings. Out: it saved, with a way back to how it was before.
import type { Settings } from '@psiona/shared'
import { useState } from 'react'
import { changeSettings } from './change-settings'
import { usePanel } from './panel-store'

type SectionName = 'overlay' | 'obs' | 'twitch' | 'chat' | 'safety' | 'load'

export interface SectionDesk<S> {
  readonly value: S
  readonly trouble: string | null
  /** Whether it was saved; if not, `trouble` says why. */
  readonly change: (changes: Partial<S>) => Promise<boolean>
  /** Takes back the last change made here; null when there is none. */
  readonly undo: (() => Promise<void>) | null
}

export function useSection<N extends SectionName>(name: N): SectionDesk<Settings[N]> {
  const value = usePanel((state) => state.settings[name])
  const [trouble, setTrouble] = useState<string | null>(null)
  const [before, setBefore] = useState<Partial<Settings[N]> | null>(null)
  const write = async (changes: Partial<Settings[N]>, back: Partial<Settings[N]> | null) => {
    // Section and name are of one kind; a computed key hides that from the compiler.
    const answer = await changeSettings((kept) => ({ [name]: { ...kept[name], ...changes } }) as Partial<Settings>)
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) setBefore(back)
    return answer.ok
  }
  return {
    value,
    trouble,
    // Only what was changed goes back: somebody else may have changed something else since.
    change: (changes) =>
      write(
        changes,
        Object.fromEntries(Object.entries(value).filter(([key]) => Object.hasOwn(changes, key))) as Partial<Settings[N]>,
      ),
    undo: before
      ? async () => {
          await write(before, null)
        }
      : null,
  }
}
