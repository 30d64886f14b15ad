// Turns and people for tests. In: what matters to the test. Out: a whole Turn, a whole TurnRecord.
import { OWNER, type Person, type Turn, type TurnRecord } from '@psiona/shared'

export const viewer = (name: string): Person => ({ platform: 'twitch', id: name.toLowerCase(), name })

let count = 0
export const turnOf = (text: string, more: Partial<Turn> = {}): Turn => ({
  id: `turn-${++count}`,
  kind: 'ask',
  from: OWNER,
  text,
  aloud: true,
  urgency: 'in-turn',
  at: Date.UTC(2026, 2, 2, 12),
  arrivedMs: 0,
  signal: new AbortController().signal,
  ...more,
})

export const recordOf = (said: string, answered: string, more: Partial<TurnRecord> = {}): TurnRecord => ({
  id: `record-${++count}`,
  at: Date.UTC(2026, 2, 2, 11) + count * 1000,
  kind: 'ask',
  from: OWNER,
  said,
  answered,
  heard: answered,
  emotion: {},
  status: 'done',
  firstAudioMs: 100,
  ...more,
})

export async function* each<T>(...values: readonly T[]): AsyncIterable<T> {
  yield* values
}
export async function collected<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of source) all.push(value)
  return all
}
