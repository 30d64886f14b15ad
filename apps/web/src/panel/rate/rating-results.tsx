// In: all answers so far. Out: what they say about each voice, with how sure that is; a file of them; a way to remove them, and to undo that.
import type { Rating } from '@psiona/shared'
import { useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Icon } from '../../ui/icon'
import { Trouble } from '../../ui/trouble'
import { abScores, mosScores, styleScore } from './rating-summary'
import { ScoreTable } from './score-table'

const percent = (share: number) => `${Math.round(share * 100)} %`

/** A JSON file to keep or to send to whoever asked for the test. */
function save(ratings: readonly Rating[]) {
  const address = URL.createObjectURL(new Blob([JSON.stringify({ ratings }, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'psiona-ratings.json'
  link.click()
  URL.revokeObjectURL(address)
}

export function RatingResults() {
  const [ratings, setRatings] = useState<readonly Rating[] | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    let gone = false
    callApi('listRatings').then((answer) => {
      if (gone) return
      if (answer.ok) setRatings(answer.value.ratings)
      else setTrouble(answer.problem.message)
    })
    return () => {
      gone = true
    }
  }, [])

  const remove = async () => {
    // What is removed here is nowhere else: it is saved to a file first.
    if (ratings) save(ratings)
    const answer = await callApi('wipeRatings')
    setAsked(false)
    if (answer.ok) setRatings([])
    else setTrouble(answer.problem.message)
  }
  if (!ratings) return trouble ? <Trouble>{trouble}</Trouble> : null
  const [mos, ab, style] = [mosScores(ratings), abScores(ratings), styleScore(ratings)]
  return (
    <Card aria-labelledby="results-title">
      <CardHead id="results-title" title="Results" remark={ratings.length > 0 ? `${ratings.length} answers` : undefined}>
        {ratings.length > 0 && (
          <Button weight="quiet" onClick={() => save(ratings)}>
            <Icon name="fetch" />
            Save as JSON
          </Button>
        )}
      </CardHead>
      {ratings.length === 0 ? (
        <Empty title="No answers yet">
          Every answer of a round shows up here, by voice, with how sure it is. Ten listeners and forty answers a voice are a fair
          beginning.
        </Empty>
      ) : (
        <div className="grid gap-5 px-3.5 pb-4">
          {mos.length > 0 && (
            <ScoreTable title="How natural, 1 to 5" scores={mos} from={1} to={5} text={(value) => value.toFixed(1)} />
          )}
          {ab.length > 0 && <ScoreTable title="Comparisons won" scores={ab} from={0} to={1} text={percent} />}
          {style && (
            <p>
              <b className="font-[650]">{percent(style.right)}</b> of {style.answers} pairs of moods told right (by chance 50 %;
              95 % sure between {percent(style.low)} and {percent(style.high)}).
            </p>
          )}
          <div className="flex flex-wrap items-center gap-2">
            {asked ? (
              <>
                <Button weight="outline" onClick={() => void remove()}>
                  <Icon name="bin" />
                  Save the file and remove all
                </Button>
                <Button weight="quiet" onClick={() => setAsked(false)}>
                  Keep them
                </Button>
              </>
            ) : (
              <Button weight="quiet" onClick={() => setAsked(true)}>
                <Icon name="bin" />
                Remove all answers
              </Button>
            )}
          </div>
          <Trouble>{trouble}</Trouble>
        </div>
      )}
    </Card>
  )
}
