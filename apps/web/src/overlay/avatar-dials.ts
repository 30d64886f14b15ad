// What of a model can be set: its parameters, and the opacity of its parts, found by id.

export interface Dial {
  readonly id: string
  readonly min: number
  readonly max: number
  readonly default: number
}

export const dialIndex = (dials: readonly Dial[]): ReadonlyMap<string, number> => new Map(dials.map(({ id }, i) => [id, i]))

/** What is not a number leaves the dial where it rests. */
export const within = ({ min, max, default: rest }: Dial, value: number): number =>
  Number.isNaN(value) ? rest : Math.max(min, Math.min(max, value))
