// In: what stands of her in OBS. Out: one button that puts the rest there, what is left to click, and the way back.
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { counted } from '../../lib/figure-text'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { More } from '../../ui/more'
import { Trouble } from '../../ui/trouble'
import { usePanel } from '../panel-store'
import { StateLine } from '../state-line'
import { SelectField } from '../voice/select-field'
import { SetupByHand } from './setup-by-hand'
import { SetupSteps } from './setup-steps'
import { useObsOrder } from './use-obs-order'

export function SetupCard() {
  const obs = usePanel((state) => state.obs)
  const sounds = usePanel((state) => state.sounding === 'obs')
  const name = usePanel((state) => state.character.name)
  const [scene, setScene] = useState('')
  const put = useObsOrder()
  const take = useObsOrder()
  const connected = obs.link === 'connected'
  const left = obs.setup.filter(({ state }) => state !== 'done').length
  const stands = obs.setup.some(({ id, state }) => (id === 'browser-source' || id === 'in-scene') && state === 'done')
  const busy = put.busy || take.busy
  // A scene that went meanwhile is none.
  const into = obs.scenes.some((one) => one.name === scene) ? scene : ''
  return (
    <Card aria-labelledby="obs-setup">
      <CardHead id="obs-setup" title={`${name} in OBS`}>
        <span className="flex items-center gap-1.5 text-sm text-ink2">
          <Icon name={sounds ? 'tick' : 'off'} className={sounds ? 'size-4 stroke-2 text-ok' : 'size-4 stroke-2'} />
          {sounds ? 'She sounds in OBS' : 'Not heard in OBS yet'}
        </span>
      </CardHead>
      {connected ? (
        <>
          <div className="grid gap-3 px-3.5 pb-3.5">
            <Standing steps={obs.setup.length} left={left} />
            <div className="grid items-end gap-3 min-[30rem]:grid-cols-[minmax(0,1fr)_auto]">
              <SelectField label="Into the scene" value={into} disabled={busy} onChange={({ target }) => setScene(target.value)}>
                <option value="">The one viewers see{obs.scene !== '' && `: ${obs.scene}`}</option>
                {obs.scenes.map((one) => (
                  <option key={one.name}>{one.name}</option>
                ))}
              </SelectField>
              <Button
                weight="primary"
                className="min-h-10"
                disabled={busy}
                onClick={() => void put.run(() => callApi('setUpObs', { body: into === '' ? {} : { scene: into } }))}
              >
                {put.busy ? 'Setting up' : stands ? 'Set up again' : 'Set up'}
              </Button>
            </div>
            <Trouble>{put.trouble ?? take.trouble}</Trouble>
          </div>
          <SetupSteps steps={obs.setup} />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3.5 py-2.5">
            <Button
              size="small"
              disabled={busy || !stands}
              onClick={() => void take.run(() => callApi('undoObsSetup'))}
              className="flex-none"
            >
              <Icon name="undo" className="size-4" />
              {take.busy ? 'Taking out' : 'Undo the setup'}
            </Button>
            <span className="min-w-0 flex-1 basis-48 text-sm text-ink3">
              Takes out what this button put in, and nothing of yours.
            </span>
          </div>
          <More title="By hand, in five steps">
            <SetupByHand />
          </More>
        </>
      ) : (
        <div className="grid gap-3 px-3.5 pb-4">
          <p className="text-ink2">Connected to OBS, Psiona does this in one press. Without that, it takes five steps:</p>
          <SetupByHand />
        </div>
      )}
    </Card>
  )
}

function Standing({ steps, left }: { steps: number; left: number }) {
  if (steps === 0) return <StateLine look="busy" title="Looking at what stands in OBS" />
  if (left === 0)
    return (
      <StateLine look="ok" title="All is set up">
        She has a source, sound and a track of her own.
      </StateLine>
    )
  return (
    <StateLine look="off" title={`${counted(left, 'step')} left`}>
      One press does what OBS lets a program do; the rest is told click by click.
    </StateLine>
  )
}
