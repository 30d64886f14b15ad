// In: a period. Out: the wall clock in ms since 1970, renewed once a period; for figures that age, such as lines a minute.
import { useEffect, useState } from 'react'

export function usePulse(periodMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), periodMs)
    return () => window.clearInterval(timer)
  }, [periodMs])
  return now
}
