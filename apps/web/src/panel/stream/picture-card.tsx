// In: what the picture costs and who draws it. Out: rate, quality, renderer and where she looks, to choose.
import { GazeTarget, type OverlaySettings, Quality } from '@psiona/shared'
import { Card } from '../../ui/card'
import { Segmented } from '../../ui/segmented'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { useOverlaySettings } from './use-overlay-settings'

/** A radio group speaks in texts. */
const RATES = [
  { value: 'screen', label: 'As the screen' },
  { value: '24', label: '24' },
  { value: '30', label: '30' },
  { value: '60', label: '60' },
] as const
const rateOf = (value: (typeof RATES)[number]['value']): OverlaySettings['fps'] =>
  value === '24' ? 24 : value === '30' ? 30 : value === '60' ? 60 : 'screen'

const QUALITY: Record<Quality, string> = { auto: 'By itself', low: 'Low', medium: 'Medium', high: 'High' }
const GAZE: Record<GazeTarget, string> = { nobody: 'Nobody', pointer: 'Pointer', chat: 'Chat', camera: 'Camera' }
const RENDERERS = [
  { value: 'auto', label: 'Live2D if it can' },
  { value: 'puppet', label: 'Built-in puppet' },
] as const

export function PictureCard() {
  const desk = useOverlaySettings()
  const { overlay, change, trouble } = desk
  return (
    <Card aria-labelledby="picture">
      <DeskHead id="picture" title="Her picture" desk={desk} />
      <div className="grid gap-4 px-3.5 pb-4">
        <div className="grid gap-2">
          <h3 className="font-semibold">Frames a second</h3>
          <Segmented
            label="Frames a second"
            value={RATES.find(({ value }) => value === String(overlay.fps))?.value ?? 'screen'}
            choices={RATES}
            onChoose={(rate) => void change({ fps: rateOf(rate) })}
          />
          <p className="text-sm text-ink2">Choose what OBS records; fewer leave more of the computer to the game.</p>
        </div>
        <div className="grid gap-2">
          <h3 className="font-semibold">Quality</h3>
          <Segmented
            label="Quality"
            value={overlay.quality}
            choices={Quality.options.map((value) => ({ value, label: QUALITY[value] }))}
            onChoose={(quality) => void change({ quality })}
          />
          <p className="text-sm text-ink2">By itself goes down when frames come late, and up again.</p>
        </div>
        <div className="grid gap-2">
          <h3 className="font-semibold">Drawn by</h3>
          <Segmented
            label="Drawn by"
            value={overlay.renderer}
            choices={RENDERERS}
            onChoose={(renderer) => void change({ renderer })}
          />
        </div>
        <div className="grid gap-2">
          <h3 className="font-semibold">She looks at</h3>
          <Segmented
            label="She looks at"
            value={overlay.gaze}
            choices={GazeTarget.options.map((value) => ({ value, label: GAZE[value] }))}
            onChoose={(gaze) => void change({ gaze })}
          />
          <p className="text-sm text-ink2">When she has nothing of her own to look at. Camera is straight ahead.</p>
        </div>
        <Trouble>{trouble}</Trouble>
      </div>
    </Card>
  )
}
