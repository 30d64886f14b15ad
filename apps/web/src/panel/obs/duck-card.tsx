// In: what gets quieter while she speaks. Out: whether, which sounds, by how much, how fast; and whether it does so now.
import type { ObsSettings } from '@psiona/shared'
import { Card } from '../../ui/card'
import { More } from '../../ui/more'
import { Pill } from '../../ui/pill'
import { Slider } from '../../ui/slider'
import { Switch } from '../../ui/switch'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { usePanel } from '../panel-store'
import { StateLine } from '../state-line'
import { useSection } from '../use-section'
import { obsNames } from './obs-names'

const msText = (ms: number) => `${ms} ms`

export function DuckCard() {
  const desk = useSection('obs')
  const { duck } = desk.value
  const obs = usePanel((state) => state.obs)
  const name = usePanel((state) => state.character.name)
  const { sounding } = obsNames(obs)
  const choices = [...new Set([...sounding, ...duck.inputs])]
  const connected = obs.link === 'connected'
  const change = (changes: Partial<ObsSettings['duck']>) => void desk.change({ duck: { ...duck, ...changes } })
  const turn = (input: string) =>
    change({ inputs: duck.inputs.includes(input) ? duck.inputs.filter((one) => one !== input) : [...duck.inputs, input] })
  return (
    <Card aria-labelledby="duck">
      <DeskHead id="duck" title="Quieter game" desk={desk} />
      <div className="grid gap-4 px-3.5 pb-4">
        <Switch
          label={`Make the game quieter while ${name} speaks`}
          hint="OBS turns these sounds down for her words, and up again after them."
          checked={duck.on}
          onChange={(on) => change({ on })}
        />
        <fieldset className="grid gap-1.5">
          <legend className="font-semibold">Which sounds</legend>
          <div className="mt-1.5 flex flex-wrap gap-1.5">
            {choices.map((input) => (
              <Pill key={input} pressed={duck.inputs.includes(input)} onClick={() => turn(input)}>
                {input}
                {connected && !sounding.includes(input) && ' (not in OBS now)'}
              </Pill>
            ))}
          </div>
          {choices.length === 0 && (
            <p className="text-sm text-ink2">
              {connected ? 'OBS has no sound yet. Add the game or its music there.' : 'Connect OBS to see its sounds.'}
            </p>
          )}
        </fieldset>
        <Slider
          label="Quieter by"
          value={duck.byDb}
          min={1}
          max={40}
          step={1}
          text={(db) => `${db} dB`}
          onCommit={(byDb) => change({ byDb })}
        />
        {duck.on && (
          <StateLine
            look={obs.ducking ? 'ok' : 'off'}
            title={obs.ducking ? `Quieter by ${duck.byDb} dB now.` : 'As loud as ever now.'}
          >
            {duck.inputs.length === 0 ? 'Choose a sound.' : connected ? '' : 'OBS is not connected.'}
          </StateLine>
        )}
        <Trouble>{desk.trouble}</Trouble>
      </div>
      <More title="How fast" remark={`down in ${msText(duck.attackMs)}, up in ${msText(duck.releaseMs)}`}>
        <div className="grid gap-4">
          <Slider
            label="Down within"
            value={duck.attackMs}
            min={0}
            max={1000}
            step={50}
            text={msText}
            onCommit={(attackMs) => change({ attackMs })}
          />
          <Slider
            label="Up again within"
            value={duck.releaseMs}
            min={0}
            max={5000}
            step={100}
            text={msText}
            onCommit={(releaseMs) => change({ releaseMs })}
          />
        </div>
      </More>
    </Card>
  )
}
