// A TurnStore in memory. In: turns saved. Out: the same, by the port's rules; words match by plain overlap.
import type { TurnRecord } from '@psiona/shared'
import type { TurnStore } from '../../apps/server/src/organs'

const keyOf = ({ from }: TurnRecord) => `${from.platform}:${from.id}`
const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])

export function memoryTurnStore(turns: TurnRecord[] = []): TurnStore & { readonly turns: TurnRecord[] } {
  const of = (personKey?: string) => turns.filter((turn) => !personKey || keyOf(turn) === personKey)
  return {
    turns,
    async save(turn) {
      const known = turns.findIndex(({ id }) => id === turn.id)
      if (known < 0) turns.push(turn)
      else turns[known] = turn
    },
    latest: async (limit, personKey) => of(personKey).slice(-limit),
    async search(text, limit, personKey) {
      const wanted = wordsOf(text)
      const score = (turn: TurnRecord) => [...wordsOf(`${turn.said} ${turn.answered}`)].filter((word) => wanted.has(word)).length
      return of(personKey)
        .map((turn) => ({ turn, hits: score(turn) }))
        .filter(({ hits }) => hits > 0)
        .sort((a, b) => b.hits - a.hits)
        .slice(0, limit)
        .map(({ turn }) => turn)
    },
    async remove({ personId }) {
      const gone = turns.filter(({ from }) => from.id === personId)
      for (const turn of gone) turns.splice(turns.indexOf(turn), 1)
      return gone.map(({ id }) => id)
    },
    health: () => ({ part: 'memory', state: 'ok', detail: 'in memory' }),
    close: async () => {},
  }
}
