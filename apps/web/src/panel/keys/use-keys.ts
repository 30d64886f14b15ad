// In: key presses anywhere on the page. Out: the actions of the key map, done.
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { remembered, useRemembered } from '../../lib/browser-memory'
import { judgeFirst } from '../held/judge-held'
import { panelState } from '../panel-store'
import { stopHer } from '../stop-her'
import { switchMicrophone, talk } from '../switch-microphone'
import { switchPanic } from '../switch-panic'
import { isPanicKey, type KeyAction, readKey } from './key-map'
import { composeAskedMs, requestSave } from './key-requests'

const LETTERS_KEY = 'letter-keys'
export const useLetterKeys = () => useRemembered(LETTERS_KEY, ['on', 'off'])

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

export function useKeys(open: (layer: 'keys' | 'palette') => void): void {
  const router = useRouter()
  useEffect(() => {
    let leaderMs: number | null = null
    /** The key that talks, by its place: with another key beside it, it may come up under another letter. */
    let talking: string | null = null
    const act = (action: KeyAction) => {
      switch (action.type) {
        case 'stop':
          return void stopHer()
        case 'judge':
          return void judgeFirst(action.verdict)
        case 'compose':
          composeAskedMs.set(performance.now())
          return router.push('/')
        case 'go':
          return router.push(action.href)
        case 'save':
          return requestSave()
        case 'mute':
          return void switchMicrophone({ muted: !panelState().microphone.muted })
        case 'mode':
          return void switchMicrophone({ mode: action.mode })
        case 'talk':
          return talk(true)
        case 'palette':
        case 'keys':
          return open(action.type)
        default:
          action satisfies never
      }
    }
    const pressed = (event: KeyboardEvent) => {
      // Composing keys belong to the input method; handled ones to whoever handled them.
      if (event.isComposing || event.defaultPrevented) return
      const reading = readKey(
        {
          key: event.key,
          command: event.ctrlKey || event.metaKey,
          alt: event.altKey,
          repeat: event.repeat,
          typing: isField(event.target),
          layer: document.querySelector('dialog[open]') !== null,
        },
        leaderMs,
        performance.now(),
        remembered(LETTERS_KEY) !== 'off',
      )
      leaderMs = reading.leaderMs
      if (!reading.action) return
      event.preventDefault()
      if (reading.action.type === 'talk') talking = event.code
      act(reading.action)
    }
    const panicked = (event: KeyboardEvent) => {
      if (!isPanicKey(event)) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) void switchPanic(true)
    }
    const left = () => {
      talking = null
      talk(false)
    }
    const released = ({ key, code }: KeyboardEvent) => {
      // A Mac tells of no key that comes up while Cmd is down.
      if (talking !== null && (code === talking || key === 'Meta')) left()
    }
    // Before any field or layer that has a use for Esc.
    window.addEventListener('keydown', panicked, { capture: true })
    window.addEventListener('keydown', pressed)
    window.addEventListener('keyup', released)
    // Whoever leaves the page lets go of the key somewhere else.
    window.addEventListener('blur', left)
    return () => {
      window.removeEventListener('keydown', panicked, { capture: true })
      window.removeEventListener('keydown', pressed)
      window.removeEventListener('keyup', released)
      window.removeEventListener('blur', left)
      left()
    }
  }, [router, open])
}
