// In: a value that may change often. Out: the same value, changing at most once a period, so that figures can be read.
import { useEffect, useRef, useState } from 'react'

export function useCalm<T>(value: T, periodMs: number): T {
  const [shown, setShown] = useState(value)
  const changedAt = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, changedAt.current + periodMs - performance.now())
    const timer = window.setTimeout(() => {
      changedAt.current = performance.now()
      setShown(value)
    }, wait)
    return () => window.clearTimeout(timer)
  }, [value, periodMs])
  return shown
}
