// In: a take. Out: its figures, with their units.
import type { RenderedVoice } from '@psiona/shared'
import { durationText } from '../../lib/figure-text'

/** A true minus, one digit. */
const decibel = (value: number | null, unit: string) =>
  value === null ? 'silent' : `${value.toFixed(1).replace('-', '−')} ${unit}`

export function SoundFigures({ rendered }: { rendered: RenderedVoice | null }) {
  const figures = [
    ['Length', rendered && `${rendered.audioSeconds.toFixed(2)} s`],
    ['Loudness', rendered && decibel(rendered.loudnessLufs, 'LUFS')],
    ['True peak', rendered && decibel(rendered.truePeakDbtp, 'dBTP')],
    ['Made in', rendered && durationText(rendered.renderMs)],
  ] as const
  return (
    <dl className="grid grid-cols-2 content-start gap-x-4 gap-y-1 rail:grid-cols-4 slim:gap-y-3">
      {figures.map(([label, text]) => (
        <div key={label}>
          <dt className="text-xs text-ink3">{label}</dt>
          <dd className="font-[650]">{text ?? '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
