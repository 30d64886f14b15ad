// In: the level of the microphone. Out: a wide meter with the band in which a voice should lie, and where it lies now.
import { classNames } from '../../lib/class-names'
import { levelText } from '../../lib/figure-text'
import { litSegments } from '../../lib/meter-reading'
import { useCalm } from '../../lib/use-calm'
import { FIGURE_MS, useMeterReading } from '../../lib/use-meter-reading'
import { useMicrophone } from '../../mic/use-microphone'
import { Meter } from '../../ui/meter'
import { microphone } from '../microphone'
import { micLevel } from '../panel-store'
import { bandPlace, LOUD_DBFS, type MeterBand, meterBand, QUIET_DBFS, WIDE_FLOOR_DBFS } from './meter-band'

const SEGMENTS = 48
const percent = (dbfs: number) => `${bandPlace(dbfs) * 100}%`

const WORDS: readonly { readonly band: MeterBand; readonly word: string; readonly place: string }[] = [
  { band: 'quiet', word: 'too quiet', place: 'left-0' },
  { band: 'right', word: 'just right', place: 'left-[56.7%] -translate-x-1/2' },
  { band: 'loud', word: 'too loud', place: 'right-0' },
]

/** `on`: there is sound to measure. Before she hears this page's microphone its level is known all the same. */
export function LevelBand({ on }: { on: boolean }) {
  const here = useMicrophone(microphone, ({ running }) => running)
  const reading = useMeterReading(here ? microphone.level : micLevel, WIDE_FLOOR_DBFS)
  const dbfs = useCalm(Math.round(reading.dbfs), FIGURE_MS)
  const band = meterBand(dbfs)
  const level = levelText(dbfs, WIDE_FLOOR_DBFS)
  return (
    <div className="grid gap-1.5">
      <p aria-hidden="true" className="flex items-baseline justify-between gap-3">
        <span className="font-semibold">Level</span>
        <b className="font-[650]">{reading.clips ? 'clips' : on ? level : ''}</b>
      </p>
      {/* The element of that name cannot hold segments. */}
      {/* biome-ignore lint/a11y/useSemanticElements: as said above */}
      <div
        role="meter"
        aria-label="Level of the microphone"
        aria-valuemin={WIDE_FLOOR_DBFS}
        aria-valuemax={0}
        aria-valuenow={Math.max(WIDE_FLOOR_DBFS, Math.min(0, dbfs))}
        aria-valuetext={level}
      >
        <Meter
          count={SEGMENTS}
          of="you"
          lit={litSegments(reading.dbfs, SEGMENTS, WIDE_FLOOR_DBFS)}
          peak={litSegments(reading.peakDbfs, SEGMENTS, WIDE_FLOOR_DBFS)}
          clips={reading.clips}
          className="h-9"
        />
      </div>
      <div className="relative h-0.75">
        <span
          className="absolute inset-y-0 rounded-full bg-ink forced-colors:border"
          style={{ left: percent(QUIET_DBFS), right: `calc(100% - ${percent(LOUD_DBFS)})` }}
        />
      </div>
      <p className="relative h-5 text-sm text-ink2">
        {WORDS.map((entry) => (
          <span
            key={entry.band}
            className={classNames('absolute', entry.place, on && entry.band === band && 'font-[650] text-ink')}
          >
            {entry.word}
          </span>
        ))}
      </p>
    </div>
  )
}
