// In: her output level. Out: the meter with its peak, the figure beside it, and where she sounds.
import { levelText } from '../lib/figure-text'
import { litSegments, METER_FLOOR_DBFS, SEGMENTS } from '../lib/meter-reading'
import { useCalm } from '../lib/use-calm'
import { FIGURE_MS, useMeterReading } from '../lib/use-meter-reading'
import { Meter } from '../ui/meter'
import { HerMark } from '../ui/who'
import { outputLevel, usePanel } from './panel-store'
import { SOUNDS_WHERE } from './sounds-where'

export function OutputMeter() {
  const reading = useMeterReading(outputLevel)
  const name = usePanel((state) => state.character.name)
  const sounding = usePanel((state) => state.sounding)
  const figure = useCalm(levelText(reading.dbfs, METER_FLOOR_DBFS), FIGURE_MS)
  // A level is a drawing for the eye; whoever listens hears her. The figure stays readable, and is not announced.
  return (
    <div className="flex items-center gap-2.5">
      <HerMark />
      <div className="grid w-44 gap-0.75">
        <Meter count={SEGMENTS} lit={litSegments(reading.dbfs)} peak={litSegments(reading.peakDbfs)} />
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
