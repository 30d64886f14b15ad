// In: a finger, a mouse or a key on a button. Out: down when it comes, up when it leaves in whatever way.
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'

const PRESSES = new Set([' ', 'Enter'])

/** For the button. `onHold` is told each change once. */
export function useHold(onHold: (held: boolean) => void) {
  const held = useRef(false)
  const tell = useRef(onHold)
  tell.current = onHold
  const set = (down: boolean) => {
    if (down === held.current) return
    held.current = down
    tell.current(down)
  }
  const letGo = () => set(false)
  useEffect(() => {
    // Another program came before this one; the finger is gone.
    const hidden = () => {
      if (!document.hidden || !held.current) return
      held.current = false
      tell.current(false)
    }
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      if (held.current) tell.current(false)
      held.current = false
    }
  }, [])
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      // A finger that slides off still talks.
      event.currentTarget.setPointerCapture(event.pointerId)
      set(true)
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onLostPointerCapture: letGo,
    onBlur: letGo,
    onKeyDown(event: KeyboardEvent) {
      if (!PRESSES.has(event.key)) return
      event.preventDefault()
      set(true)
    },
    onKeyUp(event: KeyboardEvent) {
      if (PRESSES.has(event.key)) letGo()
    },
    // A long press is no wish for a menu.
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
  }
}
