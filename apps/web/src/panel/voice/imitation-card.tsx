// In: the recordings that may be imitated. Out: each with its consent, a way to add one, and to remove one from the disk.
import type { VoiceReference } from '@psiona/shared'
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { dayText } from '../../lib/figure-text'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Count } from '../../ui/count'
import { Icon } from '../../ui/icon'
import { More } from '../../ui/more'
import { Trouble } from '../../ui/trouble'
import { ReferenceUpload } from './reference-upload'

export interface ImitationCardProps {
  readonly references: readonly VoiceReference[]
  readonly trouble: string | null
  readonly onChanged: (references: readonly VoiceReference[]) => void
}

export function ImitationCard({ references, trouble, onChanged }: ImitationCardProps) {
  return (
    <Card aria-labelledby="imitation-title">
      <CardHead id="imitation-title" title="Voices to imitate">
        {references.length > 0 && <Count>{references.length}</Count>}
      </CardHead>
      <p className="max-w-[70ch] px-3.5 pb-3 text-ink2">
        Some servers speak like a recording. A recording stays on this disk and goes only to the server you choose for it. Without
        the consent of whose voice it is, none is kept.
      </p>
      <Trouble className="px-3.5 pb-3">{trouble}</Trouble>
      <ul aria-label="Recordings">
        {references.map((reference) => (
          <ReferenceRow
            key={reference.id}
            reference={reference}
            onRemoved={() => onChanged(references.filter(({ id }) => id !== reference.id))}
          />
        ))}
      </ul>
      <More title="Add a recording" remark="wav, 3 to 60 s">
        <ReferenceUpload onKept={(kept) => onChanged([...references, kept])} />
      </More>
    </Card>
  )
}

function ReferenceRow({ reference, onRemoved }: { reference: VoiceReference; onRemoved: () => void }) {
  const { id, name, speaker, seconds, consent } = reference
  // What is removed here is nowhere else: it is asked once, in place.
  const [asked, setAsked] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const remove = async () => {
    const answer = await callApi('removeReference', { params: { id } })
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) onRemoved()
  }
  return (
    <li className="grid gap-1.5 border-t border-line px-3.5 py-2.5">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <h3 className="font-[650] [overflow-wrap:anywhere]">{name}</h3>
          <p className="text-sm [overflow-wrap:anywhere] text-ink2">
            {speaker} · {seconds.toFixed(0)} s · {consent.kind === 'mine' ? 'own voice' : 'agreed'}, {dayText(consent.at)}
          </p>
        </div>
        {asked ? (
          <>
            <Button size="small" onClick={() => void remove()}>
              <Icon name="bin" className="size-4" />
              Remove for good
            </Button>
            <Button size="small" weight="quiet" onClick={() => setAsked(false)}>
              Keep
            </Button>
          </>
        ) : (
          <Button size="small" aria-label={`Remove ${name}`} onClick={() => setAsked(true)}>
            <Icon name="bin" className="size-4" />
            Remove
          </Button>
        )}
      </div>
      <p className="text-sm [overflow-wrap:anywhere] text-ink3">“{consent.statement}”</p>
      <Trouble>{trouble}</Trouble>
    </li>
  )
}
