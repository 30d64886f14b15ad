// In: the load of the machine. Out: hers and everybody's share of the processor, the pressure, and what OBS lost.
import type { LoadState } from '@psiona/shared'
import { durationText } from '../../lib/figure-text'
import { GaugeBar } from './gauge-bar'
import { percentText, pressureWord, shareText } from './load-words'

/** A pressure of 2 fills the bar: the limit is in its middle. */
const MOST_PRESSURE = 2

export function LoadFigures({ load, cpuPercent }: { load: LoadState; cpuPercent: number }) {
  const { cpu, pressure, loopLagMs, lateBlocks, obs } = load
  const small = [
    { word: 'delay of the server', figure: durationText(loopLagMs) },
    { word: 'of her voice late', figure: shareText(lateBlocks) },
    ...(obs
      ? [
          { word: 'of OBS’s frames late', figure: shareText(obs.lateFrames) },
          { word: 'of OBS’s frames skipped', figure: shareText(obs.skippedFrames) },
        ]
      : []),
  ]
  return (
    <>
      <div className="grid gap-x-6 gap-y-3 rail:grid-cols-3">
        <GaugeBar label="She takes of the processor" value={cpu.own} max={100} limit={cpuPercent} text={percentText(cpu.own)} />
        <GaugeBar label="All programs take" value={cpu.all} max={100} text={percentText(cpu.all)} />
        <GaugeBar
          label="Pressure"
          value={pressure}
          max={MOST_PRESSURE}
          limit={1}
          text={`${pressure.toFixed(1)}, ${pressureWord(pressure)}`}
        />
      </div>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {small.map(({ word, figure }) => (
          <div key={word} className="flex flex-row-reverse gap-1.5">
            <dt className="text-ink3">{word}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
