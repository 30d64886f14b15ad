// In: how long lines wait for the owner, and which. Out: that, otherwise.
import { Card } from '../../ui/card'
import { Slider } from '../../ui/slider'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { TitledChoice } from '../stream/titled-choice'
import { useSection } from '../use-section'

const WHAT = [
  { value: 'viewers', label: 'To viewers' },
  { value: 'everything', label: 'Everything' },
] as const
const ENDS = [
  { value: 'skipped', label: 'Is skipped' },
  { value: 'said', label: 'Is said' },
] as const
const MOST_S = 30

export function HoldCard() {
  const desk = useSection('safety')
  const { holdSeconds, holdWhat, holdEnds } = desk.value
  return (
    <Card aria-labelledby="hold">
      <DeskHead id="hold" title="Lines that wait" desk={desk} />
      <div className="grid gap-4 px-3.5 pb-4">
        <Slider
          label="Lines wait for your yes or no"
          hint={
            holdSeconds === 0
              ? 'She speaks at once. Set seconds, and each line waits that long on Live.'
              : `Each line stands on Live so long. Y lets her say it, N skips it; when the seconds are over it is ${holdEnds}.`
          }
          value={holdSeconds}
          min={0}
          max={MOST_S}
          step={1}
          text={(seconds) => (seconds === 0 ? 'not at all' : `${seconds} s`)}
          onCommit={(next) => void desk.change({ holdSeconds: next })}
        />
        <TitledChoice
          title="Which lines"
          label="Which lines wait"
          value={holdWhat}
          choices={WHAT}
          disabled={holdSeconds === 0}
          onChoose={(next) => void desk.change({ holdWhat: next })}
        />
        <TitledChoice
          title="Without a word from you"
          label="What becomes of a line without a word from you"
          value={holdEnds}
          choices={ENDS}
          disabled={holdSeconds === 0}
          onChoose={(next) => void desk.change({ holdEnds: next })}
        />
        <p className="text-sm text-ink2">A question of yours never waits behind a viewer’s answer.</p>
        <Trouble>{desk.trouble}</Trouble>
      </div>
    </Card>
  )
}
