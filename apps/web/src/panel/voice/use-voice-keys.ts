// In: key presses anywhere while the Voice page shows. Out: Ctrl Enter speaks, X changes the take, Esc ends what is heard of it.
import { useEffect, useEffectEvent } from 'react'
import { useLetterKeys } from '../keys/use-keys'

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

export interface VoiceKeys {
  readonly speak: () => void
  readonly other: () => void
  readonly stop: () => void
}

export function useVoiceKeys({ speak, other, stop }: VoiceKeys): void {
  const [letters] = useLetterKeys()
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || document.querySelector('dialog[open]')) return
    // The shell has taken it already, to stop her; what is tried out here ends with her.
    if (event.key === 'Escape') return stop()
    if (event.defaultPrevented) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat) {
      event.preventDefault()
      return speak()
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isField(event.target)) return
    if (letters === 'on' && event.key.toLowerCase() === 'x') other()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
