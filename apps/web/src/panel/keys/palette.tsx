// In: Ctrl K. Out: all actions in one list that narrows as one types.
'use client'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Answer } from '../../lib/api-call'
import { classNames } from '../../lib/class-names'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { Kbd } from '../../ui/kbd'
import { Trouble } from '../../ui/trouble'
import { changeSettings } from '../change-settings'
import { panelState, usePanel } from '../panel-store'
import { stopHer } from '../stop-her'
import { switchMicrophone } from '../switch-microphone'
import { switchPanic } from '../switch-panic'
import type { ThemeChoice } from '../use-theme'
import { findActions, type PanelAction } from './action-search'
import { composeAskedMs } from './key-requests'
import { panelActions } from './panel-actions'

/** To the clipboard, as an action that may be refused. */
async function copied(text: string): Promise<Answer<unknown>> {
  try {
    await navigator.clipboard.writeText(text)
    return { ok: true, value: null }
  } catch {
    const message = 'The browser keeps the clipboard closed. Copy the address on the Stream page.'
    return { ok: false, problem: { code: 'no-clipboard', category: 'refused', message } }
  }
}

export function Palette({ theme, onClose, onKeys }: { theme: ThemeChoice; onClose: () => void; onKeys: () => void }) {
  const router = useRouter()
  const list = useId()
  const settings = usePanel((state) => state.settings)
  const microphone = usePanel((state) => state.microphone)
  const panicking = usePanel((state) => state.safety.panic)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const [trouble, setTrouble] = useState<string | null>(null)

  const actions = panelActions({
    go: (href) => router.push(href),
    stop: () => void stopHer(),
    panic: switchPanic,
    panicking,
    compose: () => {
      onClose()
      router.push('/')
      // Behind an open dialog nothing can take the focus; it is gone when this event has ended.
      window.setTimeout(() => composeAskedMs.set(performance.now()))
    },
    showKeys: onKeys,
    copyOverlay: () => copied(panelState().overlayUrl),
    change: changeSettings,
    switchMicrophone,
    microphone,
    settings,
    theme,
  })
  const found = findActions(actions, typed)
  const at = Math.min(chosen, found.length - 1)

  const run = async (action: PanelAction) => {
    setTrouble(null)
    const answer = await action.run()
    // The list stays open to say why nothing changed.
    if (answer && !answer.ok) setTrouble(answer.problem.message)
    else onClose()
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      const next = (at + step + found.length) % found.length
      setChosen(next)
      document.getElementById(`${list}-${found[next]!.id}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const action = found[at]
      if (action) void run(action)
    }
  }

  return (
    <Dialog title="All actions" quiet onClose={onClose} className="mt-[12dvh] w-140 slim:mb-auto">
      <div className="relative flex-none border-b border-line">
        <Icon name="search" className="absolute inset-y-0 left-4 my-auto text-ink3" />
        <input
          // The dialog opens by the person's own key, for typing.
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={found[at] ? `${list}-${found[at].id}` : undefined}
          aria-label="Find an action"
          placeholder="What should happen?"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setChosen(0)
          }}
          onKeyDown={pressed}
          className="h-13 w-full bg-transparent pr-4 pl-11 text-md outline-none"
        />
      </div>
      <Trouble className="flex-none p-2">{trouble}</Trouble>
      <div id={list} role="listbox" aria-label="Actions" className="max-h-96 overflow-y-auto p-2">
        {found.map((action, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the combobox's, which owns this list
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox
          <div
            key={action.id}
            id={`${list}-${action.id}`}
            role="option"
            aria-selected={index === at}
            onClick={() => void run(action)}
            onPointerMove={() => setChosen(index)}
            className={classNames(
              'flex min-h-9 cursor-pointer items-center gap-2 rounded-control px-3 slim:min-h-11',
              index === at ? 'bg-s3 text-ink forced-colors:border' : 'text-ink2',
            )}
          >
            <span className="min-w-0 flex-1 truncate">{action.label}</span>
            {action.keys?.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </div>
        ))}
        {found.length === 0 && <p className="p-3 text-ink2">Nothing is called that. Try “mind”, “subtitles” or “stop”.</p>}
      </div>
    </Dialog>
  )
}
