// What was fitted to recorded speakers (phone-fit.json) flows in, lookups by phone flow out; phones that were not fitted stay as they are.
import type { Hertz } from '@psiona/shared'
import fit from './phone-fit.json'

const formantRatio: Readonly<Record<string, readonly (readonly number[])[]>> = fit.formantRatio
const colourDb: Readonly<Record<string, readonly number[]>> = fit.colourDb
const lengthRatio: Readonly<Record<string, number>> = fit.lengthRatio

type Formants = readonly [Hertz, Hertz, Hertz]

/** Each set of formants times its own three ratios. */
export function fittedFormants<Sets extends readonly Formants[]>(
  symbol: string,
  sets: Sets,
): { readonly [K in keyof Sets]: Formants }
export function fittedFormants(symbol: string, sets: readonly Formants[]): readonly Formants[] {
  const ratios = formantRatio[symbol]
  return sets.map(([f1, f2, f3], i) => {
    const [r1 = 1, r2 = 1, r3 = 1] = ratios?.[i] ?? []
    return [f1 * r1, f2 * r2, f3 * r3]
  })
}

/** Decibels at the frequencies of phone-colour, or null. */
export const fittedColourDb = (symbol: string): readonly number[] | null => colourDb[symbol] ?? null

/** Times the length by the rules. */
export const fittedLength = (symbol: string): number => lengthRatio[symbol] ?? 1
