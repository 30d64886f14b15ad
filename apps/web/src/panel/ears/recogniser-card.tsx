// In: the recogniser in use and what else can be had here. Out: the choice between them, with how the one in use is.
import type { FoundRecognisers, RecogniserChoice } from '@psiona/shared'
import { useCallback, useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { classNames } from '../../lib/class-names'
import { sentenceStart } from '../../lib/sentence-start'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon, type IconName } from '../../ui/icon'
import { More } from '../../ui/more'
import { Trouble } from '../../ui/trouble'
import { changeHearing } from '../change-settings'
import { ChoiceRow } from '../choice-row'
import { usePanel } from '../panel-store'
import { saidHere } from '../said-here'
import { LanguageField } from './language-field'
import { OwnProgram } from './own-program'
import { OwnServer } from './own-server'
import { PageEarsRow } from './page-ears-row'
import { sameRecogniser } from './recogniser-choice'

type Found = FoundRecognisers['recognisers']

/** Whisper servers are asked for in the same round as local programs; the slowest answer within this. */
const PATIENCE_MS = 10_000

export function RecogniserCard() {
  const inUse = usePanel((state) => state.settings.hearing.recogniser)
  const name = usePanel((state) => state.character.name)
  const installed = usePanel((state) => state.models.filter((model) => model.state === 'installed').length)
  const [found, setFound] = useState<Found | null>(null)
  const [lookTrouble, setLookTrouble] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  const look = useCallback(async () => {
    setFound(null)
    const answer = await callApi('findRecognisers', { timeoutMs: PATIENCE_MS })
    setLookTrouble(answer.ok ? null : answer.problem.message)
    setFound(answer.ok ? answer.value.recognisers : [])
  }, [])
  // A model that came or went is one choice more or less.
  // biome-ignore lint/correctness/useExhaustiveDependencies: installed is the trigger
  useEffect(() => void look(), [look, installed])

  const use = async (recogniser: RecogniserChoice) => {
    const answer = await changeHearing({ recogniser })
    setTrouble(answer.ok ? null : answer.problem.message)
  }
  const row = (choice: RecogniserChoice, title: string, detail: string) => (
    <ChoiceRow
      key={`${title} ${detail}`}
      title={title}
      detail={detail}
      inUse={sameRecogniser(inUse, choice)}
      onUse={() => void use(choice)}
    />
  )
  return (
    <Card aria-labelledby="ears-title" id="ears" className="scroll-mt-3">
      <CardHead id="ears-title" title="What she understands with">
        <Button size="small" onClick={() => void look()} disabled={found === null}>
          <Icon name="again" />
          Look again
        </Button>
      </CardHead>
      <InUseNow />
      <LanguageField />
      <Trouble className="px-3.5 pb-3">{trouble ?? lookTrouble}</Trouble>
      <ul aria-label="Recognisers">
        {row({ kind: 'auto' }, 'The best that is there', 'A model of the list below, else this browser’s own recognition.')}
        {found?.filter(({ choice }) => choice.kind !== 'page').map(({ choice, title, detail }) => row(choice, title, detail))}
        <PageEarsRow inUse={inUse.kind === 'page'} onUse={() => void use({ kind: 'page' })} />
        {row({ kind: 'none' }, 'None', `${name} notices that you speak, and is quieter meanwhile; she understands no words.`)}
      </ul>
      {found === null && <p className="border-t border-line px-3.5 py-3 text-ink2">Looking for recognisers on this computer.</p>}
      <More title="Another server" remark="OpenAI-compatible" open={inUse.kind === 'openai'}>
        <OwnServer inUse={inUse} onUse={use} />
      </More>
      <More title="Another program" open={inUse.kind === 'command'}>
        <OwnProgram inUse={inUse} onUse={use} />
      </More>
    </Card>
  )
}

const ICON: Record<'ok' | 'off' | 'trouble', IconName> = { ok: 'tick', off: 'off', trouble: 'warn' }
const COLOUR = { ok: 'text-ok', off: 'text-ink3', trouble: 'text-(--warnsign)' }

function InUseNow() {
  const health = usePanel((state) => state.health.find(({ part }) => part === 'ears'))
  if (!health) return null
  return (
    <p className="flex gap-2 px-3.5 pb-3">
      <Icon name={ICON[health.state]} className={classNames('mt-px stroke-2', COLOUR[health.state])} />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <b className="font-[650]">{sentenceStart(saidHere(health.detail))}</b>{' '}
        <span className="text-ink2">{health.remedy && saidHere(health.remedy)}</span>
      </span>
    </p>
  )
}
