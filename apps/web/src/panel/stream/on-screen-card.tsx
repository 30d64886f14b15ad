// In: what viewers see beside her. Out: subtitles in one of three styles, and the badge that says what she is.
import { SubtitleStyle } from '@psiona/shared'
import { useState } from 'react'
import { Card, CardHead } from '../../ui/card'
import { Segmented } from '../../ui/segmented'
import { Switch } from '../../ui/switch'
import { Trouble } from '../../ui/trouble'
import { changeSettings } from '../change-settings'
import { usePanel } from '../panel-store'
import { SubtitleSample } from './subtitle-sample'

const WORD: Record<SubtitleStyle, string> = { off: 'Off', plain: 'Plain', boxed: 'In a box' }

export function OnScreenCard() {
  const overlay = usePanel((state) => state.settings.overlay)
  const name = usePanel((state) => state.character.name)
  const [trouble, setTrouble] = useState<string | null>(null)
  const change = async (changes: Partial<typeof overlay>) => {
    const answer = await changeSettings({ overlay: { ...overlay, ...changes } })
    setTrouble(answer.ok ? null : answer.problem.message)
  }
  return (
    <Card aria-labelledby="screen">
      <CardHead id="screen" title="What viewers see" remark="changes at once" />
      <div className="grid gap-4 px-3.5 pb-4">
        <div className="grid gap-2">
          <h3 className="font-semibold">Subtitles</h3>
          <SubtitleSample style={overlay.subtitles} badge={overlay.badge} />
          <Segmented
            label="Subtitles"
            value={overlay.subtitles}
            choices={SubtitleStyle.options.map((value) => ({ value, label: WORD[value] }))}
            onChoose={(subtitles) => void change({ subtitles })}
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
