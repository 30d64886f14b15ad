// In: what may fly over the picture. Out: for each moment what flies, to choose and to try on stream.
import { EFFECT_TRIGGERS, EFFECTS, EffectKind, type EffectTrigger } from '@psiona/shared'
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Switch } from '../../ui/switch'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { ChoiceLine } from '../looks/choice-line'
import { usePanel } from '../panel-store'
import { useOverlaySettings } from './use-overlay-settings'

const WHEN: Readonly<Record<EffectTrigger, string>> = {
  joy: 'Joy is strong',
  affection: 'Affection is strong',
  surprise: 'Surprise is strong',
  sadness: 'Sadness is strong',
  anger: 'Anger is strong',
  'first-message': 'First message',
  follow: 'Follow',
  subscription: 'Subscription',
  gift: 'Gift',
  bits: 'Bits',
  raid: 'Raid',
  redeem: 'Redeemed points',
}
const WHAT: Readonly<Record<EffectKind, string>> = {
  hearts: 'Hearts',
  confetti: 'Confetti',
  sparkles: 'Sparkles',
  stars: 'Stars',
  petals: 'Petals',
  snow: 'Snow',
  rain: 'Rain',
  fireworks: 'Fireworks',
  exclaim: 'Exclamation marks',
  waves: 'Waves',
}
const CHOICES = EFFECTS.map((value) => ({ value, label: WHAT[value] }))

/** The settings without this trigger, or with another effect for it. */
function flying(by: Partial<Record<EffectTrigger, EffectKind>>, trigger: EffectTrigger, kind: EffectKind | null) {
  const rest = Object.fromEntries(Object.entries(by).filter(([other]) => other !== trigger))
  return kind === null ? rest : { ...rest, [trigger]: kind }
}

export function EffectsCard() {
  const desk = useOverlaySettings()
  const { effects } = desk.overlay
  const shown = usePanel((state) => state.tally !== 'away')
  const [trouble, setTrouble] = useState<string | null>(null)
  const show = async (kind: EffectKind) => {
    const answer = await callApi('showEffect', { body: { kind } })
    setTrouble(answer.ok ? null : answer.problem.message)
  }
  return (
    <Card aria-labelledby="effects">
      <DeskHead id="effects" title="Effects" desk={desk} />
      <div className="grid gap-3 px-3.5 pb-3.5">
        <Switch
          label="Something flies over the picture"
          hint={shown ? 'Try shows it on stream, once.' : 'No overlay is open: what you try is seen nowhere yet.'}
          checked={effects.on}
          onChange={(on) => void desk.change({ effects: { ...effects, on } })}
        />
        <Trouble>{trouble ?? desk.trouble}</Trouble>
      </div>
      <ul aria-label="What flies when">
        {EFFECT_TRIGGERS.map((trigger) => {
          const kind = effects.by[trigger]
          return (
            <ChoiceLine
              key={trigger}
              label={WHEN[trigger]}
              says={`What flies: ${WHEN[trigger]}`}
              value={kind ?? ''}
              none="nothing"
              choices={CHOICES}
              disabled={!effects.on}
              onChoose={(value) =>
                void desk.change({
                  effects: { ...effects, by: flying(effects.by, trigger, value === null ? null : EffectKind.parse(value)) },
                })
              }
            >
              <Button
                size="small"
                className="min-w-16"
                disabled={!effects.on || kind === undefined}
                onClick={() => kind && void show(kind)}
              >
                <Icon name="play" className="size-3.5 fill-current" />
                Try<span className="sr-only"> {WHEN[trigger]}</span>
              </Button>
            </ChoiceLine>
          )
        })}
      </ul>
    </Card>
  )
}
