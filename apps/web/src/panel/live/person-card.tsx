// In: whom she talks to, else whom she talked to last. Out: on the widest page, what they said to each other lately.
import { counted, momentText } from '../../lib/figure-text'
import { Card, CardHead } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { PersonMark } from '../../ui/who'
import { currentTurn } from '../panel-state'
import { usePanel } from '../panel-store'
import { answerWords } from './heard-words'
import { WordRuns } from './word-runs'

const SHOWN = 8

export function PersonCard() {
  const person = usePanel((state) => (currentTurn(state) ?? state.turns.at(-1))?.from)
  const turns = usePanel((state) => state.turns)
  const name = usePanel((state) => state.character.name)
  if (!person)
    return (
      <Card aria-label="With whom">
        <Empty title="With nobody yet">Whoever she talks to shows up here, with what was said before.</Empty>
      </Card>
    )
  const theirs = turns.filter(({ from }) => from.platform === person.platform && from.id === person.id)
  const owner = person.platform === 'owner'
  return (
    <Card aria-labelledby="with">
      <div className="flex items-center gap-3 px-3.5 pt-3.5 pb-2">
        <PersonMark from={person} picked={!owner} spoken={theirs.at(-1)?.hearing !== undefined} className="size-11 text-lg" />
        <div className="min-w-0">
          <h2 id="with" className="truncate text-lg font-[650]">
            {owner ? 'You' : person.name}
          </h2>
          <p className="text-sm text-ink3">
            {counted(theirs.length, 'turn')} since {momentText(theirs[0]?.at ?? 0, Date.now())}
          </p>
        </div>
      </div>
      <CardHead title="Before this" className="border-t border-line" />
      <ol className="grid min-h-0 content-start gap-3 overflow-y-auto px-3.5 pb-3.5">
        {theirs
          .slice(-SHOWN - 1, -1)
          .toReversed()
          .map((turn) => (
            <li key={turn.id} className="grid gap-0.5">
              {turn.said !== '' && <p className="text-ink2 [overflow-wrap:anywhere]">{turn.said}</p>}
              <p className="[overflow-wrap:anywhere]">
                <b className="font-[650] text-her">{name}</b> <WordRuns runs={answerWords(turn, null).runs} />
              </p>
            </li>
          ))}
        {theirs.length < 2 && <li className="text-ink2">Nothing; this is the first turn.</li>}
      </ol>
    </Card>
  )
}
