// Out: the listening test: a round is set up, heard and answered blind, and the results of all rounds stand below.
'use client'
import type { RatingRound } from '@psiona/shared'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { usePanel } from '../panel-store'
import { RatingResults } from './rating-results'
import { RoundDesk } from './round-desk'
import { RoundQuestions } from './round-questions'

export function RatePage() {
  const known = usePanel((state) => state.known)
  const [round, setRound] = useState<RatingRound | null>(null)
  const [listener, setListener] = useState('')
  /** Goes up with every finished round: the results are asked for again. */
  const [finished, setFinished] = useState(0)
  if (!known) return null
  return (
    <div className="grid max-w-180 gap-3">
      {round ? (
        <RoundQuestions
          key={round.id}
          round={round}
          listener={listener}
          onOver={() => {
            setRound(null)
            setFinished((count) => count + 1)
          }}
        />
      ) : (
        <>
          <div>
            <Button asChild weight="quiet" size="small" className="pl-0">
              <Link href="/voice">
                <Icon name="down" className="size-4 rotate-90" />
                Voice
              </Link>
            </Button>
          </div>
          <RoundDesk listener={listener} onListener={setListener} onRound={setRound} />
          <RatingResults key={finished} />
        </>
      )}
    </div>
  )
}
