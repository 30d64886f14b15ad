// In: an element, as its `ref`. Out: its width in CSS px and how many pixels of the screen make one; 0 until it stands in the page.
import { useCallback, useState } from 'react'

export interface Room {
  readonly widthPx: number
  readonly density: number
}

export function useRoom(): [Room, (element: HTMLElement | null) => (() => void) | undefined] {
  const [room, setRoom] = useState<Room>({ widthPx: 0, density: 1 })
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const sizes = new ResizeObserver(() => setRoom({ widthPx: element.clientWidth, density: window.devicePixelRatio }))
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [])
  return [room, ref]
}
