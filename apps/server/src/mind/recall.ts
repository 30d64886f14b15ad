// What she may draw on in a turn. In: the turn and the store. Out: earlier exchanges, oldest first, as they were heard, and only what this person may hear.
import type { Turn, TurnRecord } from '@psiona/shared'
import type { TurnStore } from '../organs'

/** Of the conversation in the room. */
const LATEST_OF_ALL = 24
/** Of this person: enough for months of "what is my cat called". */
const LATEST_OF_PERSON = 200
/** Older ones whose words match. */
const FOUND = 6

const isOwn = ({ from }: TurnRecord, turn: Turn) => from.platform === turn.from.platform && from.id === turn.from.id

/** On a cut, what was written but never sounded was not said. */
const asHeard = (record: TurnRecord): TurnRecord => {
  const whole = record.status === 'done' && record.heard === ''
  return whole ? record : { ...record, answered: record.heard }
}

/** Viewers hear of the owner's turns only what she said aloud; what the owner typed stays between the two. */
const asToldTo =
  (turn: Turn) =>
  (record: TurnRecord): TurnRecord[] => {
    if (isOwn(record, turn) || turn.from.platform === 'owner') return [asHeard(record)]
    if (record.from.platform === 'owner') return record.heard === '' ? [] : [{ ...asHeard(record), said: '', emotion: {} }]
    return record.heard === '' ? [] : [asHeard(record)]
  }

export async function recall(store: Pick<TurnStore, 'latest' | 'search'>, turn: Turn): Promise<TurnRecord[]> {
  const person = `${turn.from.platform}:${turn.from.id}`
  const [all, own, found] = await Promise.all([
    store.latest(LATEST_OF_ALL),
    store.latest(LATEST_OF_PERSON, person),
    store.search(turn.text, FOUND, person),
  ])
  const unique = new Map([...found, ...own, ...all].map((record) => [record.id, record]))
  unique.delete(turn.id)
  return [...unique.values()]
    .filter(({ status }) => status === 'done' || status === 'cut' || status === 'speaking')
    .sort((a, b) => a.at - b.at)
    .flatMap(asToldTo(turn))
}
