// In: whether OBS is asked at all, where it is, how the connection is. Out: all of that to change, and the way to a password.
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { More } from '../../ui/more'
import { Switch } from '../../ui/switch'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { usePanel } from '../panel-store'
import { StateLine } from '../state-line'
import { useSection } from '../use-section'
import { obsLinkWords } from './obs-link-words'
import { ObsPassword } from './obs-password'
import { ObsPlace } from './obs-place'
import { useObsOrder } from './use-obs-order'

export function ObsLinkCard() {
  const desk = useSection('obs')
  const { on, host, port } = desk.value
  const obs = usePanel((state) => state.obs)
  const name = usePanel((state) => state.character.name)
  const again = useObsOrder()
  const words = obsLinkWords(obs, `${host}:${port}`)
  return (
    <Card aria-labelledby="obs-link">
      <DeskHead id="obs-link" title="OBS" remark="scenes, sources, what is on air" desk={desk} />
      <div className="grid gap-3 px-3.5 pb-3.5">
        <Switch
          label={`${name} works with OBS`}
          hint="She knows the scene, acts on your rules and makes the game quieter while she speaks. OBS shows her without it, too."
          checked={on}
          onChange={(next) => void desk.change({ on: next })}
        />
        {on && (
          <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
            <StateLine look={words.look} title={words.title} className="min-w-0 flex-1 basis-60">
              {words.detail}
            </StateLine>
            {words.mayRetry && (
              <Button size="small" disabled={again.busy} onClick={() => void again.run(() => callApi('connectObs'))}>
                <Icon name="again" className="size-4" />
                {again.busy ? 'Connecting' : 'Connect'}
              </Button>
            )}
          </div>
        )}
        <Trouble>{desk.trouble ?? again.trouble}</Trouble>
        {on && <ObsPassword key={String(words.wantsPassword)} wanted={words.wantsPassword} kept={obs.hasPassword} />}
      </div>
      {on && (
        <More title="Where OBS runs" remark={`${host}, port ${port}`}>
          <ObsPlace desk={desk} />
        </More>
      )}
    </Card>
  )
}
