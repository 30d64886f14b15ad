// In: what viewers see beside her. Out: subtitles in one of their styles, how large and where, and the badge that says what she is.
import { OverlaySettings, SubtitleStyle } from '@psiona/shared'
import { Card } from '../../ui/card'
import { Segmented } from '../../ui/segmented'
import { Slider } from '../../ui/slider'
import { Switch } from '../../ui/switch'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { usePanel } from '../panel-store'
import { SubtitleSample } from './subtitle-sample'
import { TitledChoice } from './titled-choice'
import { useOverlaySettings } from './use-overlay-settings'

const WORD: Record<SubtitleStyle, string> = {
  off: 'Off',
  plain: 'Plain',
  boxed: 'In a box',
  outlined: 'Outlined',
  karaoke: 'Fills up',
  'one-word': 'One word',
}
const Place = OverlaySettings.shape.subtitlePlace.unwrap()
const PLACE: Record<(typeof Place.options)[number], string> = { bottom: 'Below', top: 'Above', beside: 'Beside her' }

export function OnScreenCard() {
  const desk = useOverlaySettings()
  const { overlay, change, trouble } = desk
  const name = usePanel((state) => state.character.name)
  return (
    <Card aria-labelledby="screen">
      <DeskHead id="screen" title="What viewers see" desk={desk} />
      <div className="grid gap-4 px-3.5 pb-4">
        <div className="grid gap-2">
          <h3 className="font-semibold">Subtitles</h3>
          <SubtitleSample overlay={overlay} />
          <Segmented
            label="Subtitles"
            value={overlay.subtitles}
            choices={SubtitleStyle.options.map((value) => ({ value, label: WORD[value] }))}
            onChoose={(subtitles) => void change({ subtitles })}
            className="grid grid-cols-3"
          />
        </div>
        <TitledChoice
          title="Where they stand"
          label="Where subtitles stand"
          value={overlay.subtitlePlace}
          choices={Place.options.map((value) => ({ value, label: PLACE[value] }))}
          onChoose={(subtitlePlace) => void change({ subtitlePlace })}
          disabled={overlay.subtitles === 'off'}
        />
        <div className="grid gap-x-6 gap-y-4 min-[36rem]:grid-cols-2">
          <Slider
            label="Size"
            value={overlay.subtitleScale}
            min={0.5}
            max={3}
            step={0.1}
            text={(scale) => `${scale.toFixed(1)} ×`}
            onCommit={(subtitleScale) => void change({ subtitleScale })}
          />
          <Slider
            label="Free at every edge"
            value={overlay.safeAreaPercent}
            min={0}
            max={20}
            step={1}
            text={(percent) => `${percent} %`}
            onCommit={(safeAreaPercent) => void change({ safeAreaPercent })}
          />
        </div>
        <Switch
          label="AI badge"
          hint={`Says on screen that ${name} is a program. Viewers deserve to know, and some places require it.`}
          checked={overlay.badge}
          onChange={(badge) => void change({ badge })}
        />
        <Trouble>{trouble}</Trouble>
      </div>
    </Card>
  )
}
