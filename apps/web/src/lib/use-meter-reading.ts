// In: a level that comes some times a second. Out: what its meter shows; the clock rests while there is nothing to show.
import { useEffect, useState } from 'react'
import { isAtRest, type Level, METER_FLOOR_DBFS, type MeterReading, readMeter, SILENCE } from './meter-reading'
import type { Observable } from './observable'
import { useMedia } from './use-media'

/** Levels come 15 times a second; a still eye asked for less movement gets 4. */
const REDRAW_MS = 66
const CALM_REDRAW_MS = 250
/** Figures that change faster than 4 times a second are noise. */
export const FIGURE_MS = 250

export function useMeterReading(level: Observable<Level>, floorDbfs = METER_FLOOR_DBFS): MeterReading {
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const [reading, setReading] = useState(SILENCE)
  useEffect(() => {
    const redrawMs = calm ? CALM_REDRAW_MS : REDRAW_MS
    let timer = 0
    let last = SILENCE
    const draw = () => {
      last = readMeter(last, level.get(), performance.now())
      setReading(last)
      if (!isAtRest(last, floorDbfs)) return
      window.clearInterval(timer)
      timer = 0
    }
    const wake = () => {
      if (timer === 0) timer = window.setInterval(draw, redrawMs)
    }
    const leave = level.subscribe(wake)
    wake()
    return () => {
      leave()
      window.clearInterval(timer)
    }
  }, [calm, level, floorDbfs])
  return reading
}
