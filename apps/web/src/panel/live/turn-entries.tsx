// In: one exchange. Out: what was said to her, and what she answered with how much of it was heard.
import { type HeardProgress, leadingEmotion, type TurnRecord } from '@psiona/shared'
import { memo } from 'react'
import { durationText, timeOfDay } from '../../lib/figure-text'
import { HerMark, PersonMark } from '../../ui/who'
import { usePanel } from '../panel-store'
import { nameOf } from '../tally-look'
import { Entry } from './entry'
import { strongest } from './feelings'
import { answerWords, type HeardWords } from './heard-words'
import { WordRuns } from './word-runs'

const FROM: Record<TurnRecord['from']['platform'], string> = {
  owner: '',
  room: 'at your microphone',
  twitch: 'on Twitch',
  youtube: 'on YouTube',
  discord: 'on Discord',
  api: 'through the API',
}

/** What is worth a remark: how it ended, else what she felt. */
function remark(turn: TurnRecord, words: HeardWords): { text: string; plain: boolean } {
  switch (turn.status) {
    case 'thinking':
      return { text: words.total > 0 ? 'writing now' : 'thinking now', plain: false }
    case 'speaking':
      return { text: 'speaking now', plain: false }
    case 'cut':
      return {
        text: words.total === 0 ? 'stopped before a word' : `stopped, ${words.heard} of ${words.total} words heard`,
        plain: false,
      }
    case 'failed':
      return { text: 'failed, see Health', plain: false }
    case 'done': {
      if (turn.firstAudioMs === null) return { text: 'in text only', plain: true }
      const [feeling] = leadingEmotion(turn.emotion) === 'neutral' ? [] : strongest(turn.emotion, 1)
      return { text: feeling?.word ?? '', plain: true }
    }
    default:
      return turn.status satisfies never
  }
}

export const TurnEntries = memo(function TurnEntries({ turn, progress }: { turn: TurnRecord; progress: HeardProgress | null }) {
  const name = usePanel((state) => state.character.name)
  const words = answerWords(turn, progress)
  const { text, plain } = remark(turn, words)
  const owner = turn.from.platform === 'owner'
  const inRoom = owner || turn.from.platform === 'room'
  // Of viewers it is a gift read aloud, or thanks: nobody dictated it.
  const dictated = turn.kind === 'say' && (owner || turn.from.platform === 'api')
  const to = dictated ? `word for word, from ${nameOf(turn.from)}` : `to ${nameOf(turn.from)}`
  return (
    <>
      {turn.kind === 'ask' && (
        <Entry
          mark={<PersonMark from={turn.from} picked={!inRoom} spoken={turn.hearing !== undefined} />}
          colour={owner ? 'text-you' : inRoom ? 'text-ink' : 'text-chat'}
          name={owner ? 'You' : turn.from.name}
          remark={FROM[turn.from.platform]}
          figure={<time dateTime={new Date(turn.at).toISOString()}>{timeOfDay(turn.at)}</time>}
        >
          {turn.said}
        </Entry>
      )}
      <Entry
        mark={<HerMark />}
        colour="text-her"
        name={name}
        remark={
          <>
            {to}
            {text !== '' && (
              <>
                {' · '}
                <span className={plain ? '' : 'text-ink2'}>{text}</span>
              </>
            )}
          </>
        }
        figure={turn.firstAudioMs === null ? null : <span className="text-ink2">{durationText(turn.firstAudioMs)}</span>}
      >
        {words.total > 0 ? <WordRuns runs={words.runs} /> : <span className="text-ink3">…</span>}
      </Entry>
    </>
  )
})
