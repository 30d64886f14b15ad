// In: whether chat lines float beside her. Out: that, on which side, which ones and for how long.
import { Card } from '../../ui/card'
import { Slider } from '../../ui/slider'
import { Switch } from '../../ui/switch'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { usePanel } from '../panel-store'
import { TitledChoice } from './titled-choice'
import { useOverlaySettings } from './use-overlay-settings'

const SIDES = [
  { value: 'left', label: 'Left' },
  { value: 'right', label: 'Right' },
] as const
const WHICH = [
  { value: 'picked', label: 'Those she answers' },
  { value: 'all', label: 'All' },
] as const

export function BubblesCard() {
  const desk = useOverlaySettings()
  const { bubbles } = desk.overlay
  const name = usePanel((state) => state.character.name)
  const change = (changes: Partial<typeof bubbles>) => void desk.change({ bubbles: { ...bubbles, ...changes } })
  return (
    <Card aria-labelledby="bubbles">
      <DeskHead id="bubbles" title="Chat bubbles" desk={desk} />
      <div className="grid gap-4 px-3.5 pb-4">
        <Switch
          label={`Chat lines beside ${name}`}
          hint="A line that is taken back in chat vanishes here at once."
          checked={bubbles.on}
          onChange={(on) => change({ on })}
        />
        <div className="grid gap-4 min-[36rem]:grid-cols-2">
          <TitledChoice
            title="Which"
            label="Which lines"
            value={bubbles.which}
            choices={WHICH}
            disabled={!bubbles.on}
            onChoose={(which) => change({ which })}
          />
          <TitledChoice
            title="Side"
            label="Side of the bubbles"
            value={bubbles.side}
            choices={SIDES}
            disabled={!bubbles.on}
            onChoose={(side) => change({ side })}
          />
        </div>
        <Slider
          label="Each stays"
          value={bubbles.staysSeconds}
          min={2}
          max={60}
          step={1}
          text={(seconds) => `${seconds} s`}
          onCommit={(staysSeconds) => change({ staysSeconds })}
        />
        <Trouble>{desk.trouble}</Trouble>
      </div>
    </Card>
  )
}
