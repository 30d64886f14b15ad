// What benches share: quantiles of a sample, and how a result is printed.

/** The q-quantile (0..1) by linear interpolation. @throws RangeError on an empty sample. */
export function quantile(sample: readonly number[], q: number): number {
  if (sample.length === 0) throw new RangeError('nothing was measured')
  const sorted = [...sample].sort((a, b) => a - b)
  const at = (sorted.length - 1) * q
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low + (high - low) * (at - Math.floor(at))
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits))
export const quantiles = <const P extends string>(sample: readonly number[], names: readonly P[]): Record<P, number> =>
  Object.fromEntries(names.map((name) => [name, rounded(quantile(sample, Number(name.slice(1)) / 100))])) as Record<P, number>

/** A line for people on stderr; with --json one object as the last line of stdout. */
export function report(name: string, figures: unknown): void {
  process.stderr.write(`${name}: ${JSON.stringify(figures, null, 2)}\n`)
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`)
}
export const progress = (line: string): void => void process.stderr.write(`${line}\n`)
