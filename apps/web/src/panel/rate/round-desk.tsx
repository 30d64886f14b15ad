// In: the voices there are. Out: a round as the owner wants it: which question, whose voices, how many; drawn by the server.
import type { RatingKind, RatingRound, VoicesReply } from '@psiona/shared'
import { useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Field } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Segmented } from '../../ui/segmented'
import { Slider } from '../../ui/slider'
import { Trouble } from '../../ui/trouble'
import { VoicePicks } from './voice-picks'

const KINDS = [
  { value: 'ab', label: 'Which is better' },
  { value: 'mos', label: 'How natural' },
  { value: 'style', label: 'Same mood' },
] as const satisfies readonly { value: RatingKind; label: string }[]
const WHAT: Readonly<Record<RatingKind, string>> = {
  ab: 'You hear one sentence twice, by two voices, and say which you would rather listen to. Nothing tells who speaks.',
  mos: 'You hear a sentence and say how natural it sounds, from 1 to 5. Nothing tells who speaks.',
  style: 'You hear two sentences by one voice and say whether they are said in the same mood.',
}
const QUESTIONS = { min: 4, max: 40, step: 2 }

export interface RoundDeskProps {
  readonly listener: string
  readonly onListener: (name: string) => void
  readonly onRound: (round: RatingRound) => void
}

export function RoundDesk({ listener, onListener, onRound }: RoundDeskProps) {
  const [there, setThere] = useState<VoicesReply | null>(null)
  const [kind, setKind] = useState<RatingKind>('ab')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(['voice:feminine', 'voice:masculine']))
  const [questions, setQuestions] = useState(10)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [drawing, setDrawing] = useState(false)

  useEffect(() => {
    let gone = false
    callApi('listVoices').then((answer) => {
      if (gone) return
      if (answer.ok) setThere(answer.value)
      else setTrouble(answer.problem.message)
    })
    return () => {
      gone = true
    }
  }, [])

  const begin = async () => {
    if (!there) return
    setDrawing(true)
    setTrouble(null)
    const voices = there.voices.filter(({ id }) => picked.has(`voice:${id}`)).map(({ id }) => id)
    const engines = there.engines.filter((_, index) => picked.has(`engine:${index}`)).map(({ choice }) => choice)
    const answer = await callApi('drawRound', { body: { kind, voices, engines, questions } })
    setDrawing(false)
    if (answer.ok) onRound(answer.value)
    else setTrouble(answer.problem.message)
  }
  return (
    <Card aria-labelledby="round-title">
      <CardHead id="round-title" title="A blind round" remark="answers stay on this computer" />
      <div className="grid gap-4 px-3.5 pb-4">
        <div className="grid gap-2">
          <Segmented label="What is asked" value={kind} choices={KINDS} onChoose={setKind} />
          <p className="min-h-10 text-ink2">{WHAT[kind]}</p>
        </div>
        <VoicePicks there={there} picked={picked} onPick={setPicked} />
        <div className="grid gap-4 strip:grid-cols-2">
          <Slider label="Questions" value={questions} {...QUESTIONS} text={(count) => `${count}`} onCommit={setQuestions} />
          <Field
            label="Listener"
            hint="Any name, or none."
            value={listener}
            maxLength={60}
            onChange={(event) => onListener(event.currentTarget.value)}
          />
        </div>
        <Trouble>{trouble}</Trouble>
        <div>
          <Button weight="primary" onClick={() => void begin()} disabled={!there || drawing}>
            <Icon name="play" />
            Begin the round
          </Button>
        </div>
      </div>
    </Card>
  )
}
