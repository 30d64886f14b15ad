// In: a drawn round. Out: its questions one after the other: sounds to play, an answer to give; every answer is kept at once.
import type { RatingKind, RatingRound } from '@psiona/shared'
import { useEffect, useRef, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Progress } from '../../ui/progress'
import { Trouble } from '../../ui/trouble'
import { RatedSound } from './rated-sound'

interface Choice {
  readonly answer: number
  readonly label: string
  /** Pressed instead of clicked. */
  readonly key: string
}
const CHOICES: Readonly<Record<RatingKind, readonly Choice[]>> = {
  ab: [
    { answer: 0, label: 'The first', key: '1' },
    { answer: 0.5, label: 'No difference', key: '2' },
    { answer: 1, label: 'The second', key: '3' },
  ],
  mos: [
    { answer: 1, label: '1 · bad', key: '1' },
    { answer: 2, label: '2 · poor', key: '2' },
    { answer: 3, label: '3 · fair', key: '3' },
    { answer: 4, label: '4 · good', key: '4' },
    { answer: 5, label: '5 · like a person', key: '5' },
  ],
  style: [
    { answer: 1, label: 'The same mood', key: '1' },
    { answer: 0, label: 'Another mood', key: '2' },
  ],
}
const ASKS: Readonly<Record<RatingKind, string>> = {
  ab: 'Which would you rather listen to?',
  mos: 'How natural does it sound?',
  style: 'Are both said in the same mood?',
}

export interface RoundQuestionsProps {
  readonly round: RatingRound
  readonly listener: string
  readonly onOver: () => void
}

export function RoundQuestions({ round, listener, onOver }: RoundQuestionsProps) {
  const [index, setIndex] = useState(0)
  const [heard, setHeard] = useState<ReadonlySet<string>>(new Set())
  const [trouble, setTrouble] = useState<string | null>(null)
  const [keeping, setKeeping] = useState(false)
  const question = round.questions[index]!
  const ready = question.keys.every((key) => heard.has(key)) && !keeping
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (index > 0) head.current?.focus({ preventScroll: true })
  }, [index])

  const give = async (answer: number) => {
    setKeeping(true)
    setTrouble(null)
    const kept = await callApi('addRating', { body: { roundId: round.id, questionId: question.id, answer, listener } })
    setKeeping(false)
    if (!kept.ok) return setTrouble(kept.problem.message)
    if (index + 1 < round.questions.length) setIndex(index + 1)
    else onOver()
  }
  const choices = CHOICES[round.kind]
  return (
    <Card
      aria-labelledby="question-title"
      onKeyDown={(event) => {
        const choice = choices.find(({ key }) => key === event.key)
        if (!choice || !ready || event.ctrlKey || event.metaKey || event.altKey) return
        // The same figures choose her mode elsewhere.
        event.stopPropagation()
        void give(choice.answer)
      }}
    >
      <CardHead id="question-title" title={`Question ${index + 1} of ${round.questions.length}`}>
        <Button weight="quiet" onClick={onOver}>
          End the round
        </Button>
      </CardHead>
      <div className="grid gap-5 px-3.5 pb-5">
        <Progress label="Answered" share={index / round.questions.length} />
        <h3 ref={head} tabIndex={-1} className="text-xl font-[650] outline-none">
          {ASKS[round.kind]}
        </h3>
        <p className="min-h-6 text-md text-ink2">{question.text && `“${question.text}”`}</p>
        <div className="flex flex-wrap gap-3">
          {question.keys.map((key, at) => (
            <RatedSound
              key={key}
              soundKey={key}
              label={question.keys.length === 1 ? 'Play' : at === 0 ? 'Play the first' : 'Play the second'}
              heard={heard.has(key)}
              onHeard={() => setHeard((before) => new Set(before).add(key))}
              onTrouble={setTrouble}
            />
          ))}
        </div>
        <div className="flex flex-wrap gap-2">
          {choices.map(({ answer, label, key }) => (
            <Button key={key} weight="outline" disabled={!ready} onClick={() => void give(answer)} className="min-h-11 flex-1">
              {label}
            </Button>
          ))}
        </div>
        <p className="min-h-5 text-sm text-ink3">
          {ready ? (
            `Or press ${choices[0]!.key} to ${choices.at(-1)!.key}.`
          ) : (
            <>
              <Icon name="ear" className="mr-1 inline size-4" />
              {question.keys.length === 1 ? 'Listen first.' : 'Listen to both first.'}
            </>
          )}
        </p>
        <Trouble>{trouble}</Trouble>
      </div>
    </Card>
  )
}
