// In: an element. Out: whether somebody can see it: it is scrolled into view and the page is in front.
import { type RefObject, useEffect, useState } from 'react'

export function useInView(element: RefObject<Element | null>): boolean {
  const [within, setWithin] = useState(false)
  const [front, setFront] = useState(true)
  useEffect(() => {
    const look = () => setFront(document.visibilityState === 'visible')
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver((entries) => setWithin(entries.at(-1)?.isIntersecting ?? false))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return within && front
}
