// In: every answer listeners gave. Out: a figure for each voice with how sure it is, for a table and its picture.
import type { Rating } from '@psiona/shared'

export interface VoiceScore {
  readonly engine: string
  readonly answers: number
  /** mos: mean, 1 to 5. ab: share of comparisons won, ties half. */
  readonly value: number
  /** 95 % of what it may be. */
  readonly low: number
  readonly high: number
}
export interface StyleScore {
  readonly answers: number
  /** Share of pairs told right. */
  readonly right: number
  readonly low: number
  readonly high: number
}

/** Two-sided 95 % of a normal distribution. */
const Z = 1.96

/** Wilson's interval: honest for few answers. */
function wilson(share: number, count: number): readonly [number, number] {
  const middle = share + Z ** 2 / (2 * count)
  const width = Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2))
  const whole = 1 + Z ** 2 / count
  return [Math.max(0, (middle - width) / whole), Math.min(1, (middle + width) / whole)]
}

function grouped(pairs: readonly (readonly [engine: string, value: number])[]): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [engine, value] of pairs) groups.set(engine, [...(groups.get(engine) ?? []), value])
  return groups
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const bestFirst = (scores: VoiceScore[]) => scores.sort((one, other) => other.value - one.value)

export function mosScores(ratings: readonly Rating[]): VoiceScore[] {
  const answers = ratings.filter(({ kind }) => kind === 'mos').map(({ sounds, answer }) => [sounds[0]!.engine, answer] as const)
  return bestFirst(
    [...grouped(answers)].map(([engine, values]) => {
      const value = mean(values)
      const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - value) ** 2, 0) / Math.max(1, values.length - 1))
      // One answer says nothing about how answers differ: it may be anything.
      const reach = values.length > 1 ? (Z * spread) / Math.sqrt(values.length) : 4
      return { engine, answers: values.length, value, low: Math.max(1, value - reach), high: Math.min(5, value + reach) }
    }),
  )
}

export function abScores(ratings: readonly Rating[]): VoiceScore[] {
  const wins = ratings
    .filter(({ kind, sounds }) => kind === 'ab' && sounds.length === 2)
    .flatMap(({ sounds, answer }) => [[sounds[0]!.engine, 1 - answer] as const, [sounds[1]!.engine, answer] as const])
  return bestFirst(
    [...grouped(wins)].map(([engine, values]) => {
      const value = mean(values)
      const [low, high] = wilson(value, values.length)
      return { engine, answers: values.length, value, low, high }
    }),
  )
}

const moodOf = ({ emotion }: Rating['sounds'][number]) => JSON.stringify(Object.entries(emotion).sort())

/** Null when no pair has been judged. */
export function styleScore(ratings: readonly Rating[]): StyleScore | null {
  const told = ratings
    .filter(({ kind, sounds }) => kind === 'style' && sounds.length === 2)
    .map(({ sounds, answer }): number => ((moodOf(sounds[0]!) === moodOf(sounds[1]!)) === (answer === 1) ? 1 : 0))
  if (told.length === 0) return null
  const right = mean(told)
  const [low, high] = wilson(right, told.length)
  return { answers: told.length, right, low, high }
}
