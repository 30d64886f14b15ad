// In: the engine in use and what else can be had here. Out: the choice of whose voice she has on stream.
import type { VoiceChoice, VoiceReference } from '@psiona/shared'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { More } from '../../ui/more'
import { Trouble } from '../../ui/trouble'
import { changeSettings } from '../change-settings'
import { ChoiceRow } from '../choice-row'
import { usePanel } from '../panel-store'
import { OwnVoiceServer } from './own-voice-server'
import type { Voices } from './use-voices'
import { sameVoice } from './voice-choice'

export interface EnginesCardProps {
  readonly voices: Voices
  readonly references: readonly VoiceReference[]
  readonly name: string
}

const PSI: VoiceChoice = { kind: 'psi' }

export function EnginesCard({ voices: { there, trouble: lookTrouble, look }, references, name }: EnginesCardProps) {
  const inUse = usePanel((state) => state.settings.voice)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [looking, setLooking] = useState(false)
  const use = async (voice: VoiceChoice) => {
    const answer = await changeSettings({ voice })
    setTrouble(answer.ok ? null : answer.problem.message)
  }
  const psi = there?.engines.find(({ choice }) => choice.kind === 'psi')
  const others = (there?.engines ?? []).filter(({ choice }) => choice.kind !== 'psi')
  return (
    <Card aria-labelledby="engines-title" id="engines" className="scroll-mt-3">
      <CardHead id="engines-title" title="Whose voice she has" remark="on stream">
        <Button
          size="small"
          disabled={looking || there === null}
          onClick={async () => {
            setLooking(true)
            await look()
            setLooking(false)
          }}
        >
          <Icon name="again" />
          Look again
        </Button>
      </CardHead>
      <p className="max-w-[70ch] px-3.5 pb-3 text-ink2">
        Her face follows whichever it is. With a server, what she says goes to that address as text and comes back as sound; it
        goes nowhere else.
      </p>
      <Trouble className="px-3.5 pb-3">{trouble ?? lookTrouble}</Trouble>
      <ul aria-label="Engines">
        <ChoiceRow
          title={psi?.title ?? 'Her own voice'}
          detail={psi?.detail ?? `Rules and oscillators on this computer, with the dials of ${name}.`}
          inUse={inUse.kind === 'psi'}
          onUse={() => void use(PSI)}
        />
        {others.map(({ choice, title, detail }) => (
          <ChoiceRow
            key={JSON.stringify(choice)}
            title={title}
            detail={detail}
            inUse={sameVoice(inUse, choice)}
            onUse={() => void use(choice)}
          />
        ))}
      </ul>
      {there === null && <p className="border-t border-line px-3.5 py-3 text-ink2">Looking for engines on this computer.</p>}
      <More title="Another server" remark="OpenAI-compatible" open={inUse.kind === 'openai'}>
        <OwnVoiceServer inUse={inUse} references={references} name={name} onUse={use} />
      </More>
    </Card>
  )
}
