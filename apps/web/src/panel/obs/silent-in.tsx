// In: in which kinds of scene she is silent. Out: others.
import { Moment, type ObsSettings } from '@psiona/shared'
import { Pill } from '../../ui/pill'
import { usePanel } from '../panel-store'
import type { SectionDesk } from '../use-section'
import { MOMENT_WORD } from './moment-words'

export function SilentIn({ desk }: { desk: SectionDesk<ObsSettings> }) {
  const name = usePanel((state) => state.character.name)
  const { silentIn } = desk.value
  const turn = (moment: Moment) =>
    void desk.change({ silentIn: Moment.options.filter((one) => silentIn.includes(one) !== (one === moment)) })
  return (
    <fieldset className="grid gap-1.5">
      <legend className="font-semibold">{name} is silent in</legend>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {Moment.options.map((moment) => (
          <Pill key={moment} pressed={silentIn.includes(moment)} onClick={() => turn(moment)}>
            {MOMENT_WORD[moment]}
          </Pill>
        ))}
      </div>
      <p className="text-sm text-ink2">There she says nothing aloud while you are on air or recording.</p>
    </fieldset>
  )
}
