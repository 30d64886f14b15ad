// How well she knows whom she talks to. In: turns as they begin, and what the store remembers of that person. Out: 0 (never met) to 1 (hundreds of exchanges).
import type { Person, Unit } from '@psiona/shared'
import type { HouseNews } from './house'
import type { TurnStore } from './organs'
import type { Topic } from './streams'

/** More exchanges than these make nobody closer. */
const CLOSE_AFTER = 300

export interface Closeness {
  current(): Unit
  close(): void
}

export interface ClosenessOptions {
  readonly news: Topic<HouseNews>
  readonly store: Pick<TurnStore, 'latest'>
  /** Whom she talks to before anybody has said anything. */
  readonly first: Person
  readonly onTrouble: (cause: unknown) => void
}

/** The first exchanges count most: after ten she is no stranger (0.42), after a hundred an old friend (0.81). */
export const closenessOf = (exchanges: number): Unit =>
  Math.min(1, Math.log1p(Math.min(exchanges, CLOSE_AFTER)) / Math.log1p(CLOSE_AFTER))

export function createCloseness({ news, store, first, onTrouble }: ClosenessOptions): Closeness {
  let now: Unit = 0
  let key = ''
  let known = ''
  const meet = ({ platform, id }: Person, turn: string) => {
    if (turn === known) return
    known = turn
    key = `${platform}:${id}`
    const asked = key
    store.latest(CLOSE_AFTER, asked).then((turns) => {
      // Somebody else may have begun to talk meanwhile.
      if (asked === key) now = closenessOf(turns.filter(({ heard }) => heard !== '').length)
    }, onTrouble)
  }
  meet(first, 'first')
  const unsubscribe = news.subscribe((one) => {
    if (one.type === 'turn-changed') meet(one.turn.from, one.turn.id)
  })
  return { current: () => now, close: unsubscribe }
}
