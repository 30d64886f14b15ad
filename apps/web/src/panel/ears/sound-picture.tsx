// In: a recording and where somebody spoke in it. Out: its wave as a picture, your colour where you spoke.
import type { HearingTest } from '@psiona/shared'
import { useMemo } from 'react'
import { bytesOfBase64, readWav, soundColumns } from '../../lib/wav-sound'

const COLUMNS = 240
const HALF = 30
/** Silence is a line, not nothing. */
const THINNEST = 0.5

export function SoundPicture({ result: { wav, speech, seconds } }: { result: HearingTest }) {
  const columns = useMemo(() => {
    const sound = readWav(bytesOfBase64(wav))
    return sound ? soundColumns(sound.samples, COLUMNS) : null
  }, [wav])
  if (!columns) return null
  const spoken = (column: number) => {
    const at = ((column + 0.5) / COLUMNS) * seconds
    return speech.some(({ start, end }) => at >= start && at < end)
  }
  const bars = (wanted: boolean) =>
    columns
      .map(({ low, high }, index) =>
        spoken(index) === wanted
          ? `M${index + 0.5} ${HALF - Math.max(THINNEST, high * HALF)}V${HALF + Math.max(THINNEST, -low * HALF)}`
          : '',
      )
      .join('')
  const summary =
    speech.length === 0
      ? `${seconds.toFixed(1)} s of sound, no speech found.`
      : `${seconds.toFixed(1)} s of sound. Speech ${speech.map(({ start, end }) => `from ${start.toFixed(1)} to ${end.toFixed(1)} s`).join(', ')}.`
  return (
    <div className="rounded-control bg-s2 p-2.5 forced-colors:border">
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${COLUMNS} ${HALF * 2}`}
        preserveAspectRatio="none"
        className="h-15 w-full"
      >
        <path d={bars(false)} className="stroke-edge" strokeWidth="0.7" />
        <path d={bars(true)} className="stroke-you" strokeWidth="0.7" />
      </svg>
      {/* The stretch is marked as well as coloured. */}
      <div aria-hidden="true" className="relative mt-1 h-1">
        {speech.map(({ start, end }) => (
          <span
            key={start}
            className="absolute inset-y-0 rounded-full bg-you forced-colors:bg-[CanvasText]"
            style={{ left: `${(start / seconds) * 100}%`, width: `${((end - start) / seconds) * 100}%` }}
          />
        ))}
      </div>
      <p aria-hidden="true" className="mt-1 flex justify-between text-xs text-ink3">
        <span>0 s</span>
        <span>{speech.length === 0 ? 'no speech found' : 'marked: you spoke'}</span>
        <span>{seconds.toFixed(0)} s</span>
      </p>
    </div>
  )
}
