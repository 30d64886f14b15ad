// In: her output level. Out: the meter with its peak, the figure beside it, and where she sounds.
import { useEffect, useState } from 'react'
import { classNames } from '../lib/class-names'
import { levelText } from '../lib/figure-text'
import { useCalm } from '../lib/use-calm'
import { useMedia } from '../lib/use-media'
import { Meter } from '../ui/meter'
import { HerMark } from '../ui/who'
import { outputLevel, usePanel } from './panel-store'
import { litSegments, METER_FLOOR_DBFS, type MeterReading, readMeter, SEGMENTS, SILENCE } from './peak-hold'
import { SOUNDS_WHERE } from './sounds-where'

/** Levels come 15 times a second; a still eye asked for less movement gets 4. */
const REDRAW_MS = 66
const CALM_REDRAW_MS = 250
/** Figures that change faster than 4 times a second are noise. */
const FIGURE_MS = 250

function useReading(): MeterReading {
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const [reading, setReading] = useState(SILENCE)
  useEffect(() => {
    const redrawMs = calm ? CALM_REDRAW_MS : REDRAW_MS
    let timer = 0
    const draw = () => {
      setReading((last) => {
        const next = readMeter(last, outputLevel.get(), performance.now())
        // Nothing is lit any more: the clock rests until the next level comes.
        if (next.peakDbfs <= METER_FLOOR_DBFS) {
          window.clearInterval(timer)
          timer = 0
        }
        return next
      })
    }
    const wake = () => {
      if (timer === 0) timer = window.setInterval(draw, redrawMs)
    }
    const leave = outputLevel.subscribe(wake)
    return () => {
      leave()
      window.clearInterval(timer)
    }
  }, [calm])
  return reading
}

export function OutputMeter({ narrow = false }: { narrow?: boolean }) {
  const reading = useReading()
  const name = usePanel((state) => state.character.name)
  const sounding = usePanel((state) => state.sounding)
  const known = usePanel((state) => state.known)
  const figure = useCalm(levelText(reading.dbfs, METER_FLOOR_DBFS), FIGURE_MS)
  const count = narrow ? SEGMENTS / 2 : SEGMENTS
  const meter = <Meter count={count} lit={litSegments(reading.dbfs, count)} peak={litSegments(reading.peakDbfs, count)} />
  // A level is a drawing for the eye; whoever listens hears her. The figure stays readable, and is not announced.
  if (narrow)
    return (
      <div className="grid content-center gap-1.5 text-center text-xs text-ink2">
        <span className="truncate text-ink3">{name}</span>
        {meter}
        <span className={classNames(!known && 'invisible')}>{figure}</span>
      </div>
    )
  return (
    <div className="flex items-center gap-2.5">
      <HerMark />
      <div className="grid w-44 gap-0.75">
        {meter}
        <p className="flex justify-between gap-2 text-xs/3.5 text-ink3">
          <span className="truncate">
            {name} {sounding === 'none' && 'sounds '}
            {SOUNDS_WHERE[sounding]}
          </span>
          <span className="flex-none text-ink2">{figure}</span>
        </p>
      </div>
    </div>
  )
}
