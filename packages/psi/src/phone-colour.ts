// The field's colour oscillators flow in, a factor for every harmonic flows out: what a phone's spectrum has over what its formants explain.
import type { Hertz } from '@psiona/shared'
import { fromDecibels } from './decibel'
import type { Field } from './field'
import type { Spectrum } from './formants'
import { OSCILLATOR, type OscillatorName } from './oscillator'
import { CONSONANT_SYMBOLS, type PhoneSymbol, VOWEL_SYMBOLS } from './phone'
import { fittedColourDb } from './phone-fit'

/** Where each colour oscillator's gain holds at tract 1; straight lines between, level beyond. Closest where formants are. */
export const COLOUR_HZ: readonly Hertz[] = [215, 400, 625, 925, 1300, 1750, 2300, 2950, 3750, 4850]
export const COLOURS = COLOUR_HZ.map((_, i) => `colour${i + 1}`) as readonly Extract<OscillatorName, `colour${string}`>[]
const AT = COLOURS.map((name) => OSCILLATOR[name])

const PHONE_SYMBOLS: readonly PhoneSymbol[] = [...VOWEL_SYMBOLS, ...CONSONANT_SYMBOLS]
const PLAIN = COLOUR_HZ.map(() => 1)
const GAINS = new Map(PHONE_SYMBOLS.map((symbol) => [symbol, fittedColourDb(symbol)?.map(fromDecibels) ?? PLAIN] as const))

/** A gain for each colour oscillator. */
export const colourOf = (symbol: PhoneSymbol): readonly number[] => GAINS.get(symbol) ?? PLAIN

export class PhoneColour {
  /** Multiplies the first `count` harmonics, which stand in order of frequency. `scale` is the tract's. */
  apply({ hertz, re, im }: Spectrum, count: number, { amplitude }: Field, scale: number): void {
    let node = 0
    for (let k = 0; k < count; k++) {
      const f = hertz[k]! / scale
      while (node < COLOUR_HZ.length && COLOUR_HZ[node]! <= f) node++
      const gain = gainBetween(amplitude, node, f)
      re[k] = re[k]! * gain
      im[k] = im[k]! * gain
    }
  }
}

function gainBetween(amplitude: Float64Array, node: number, f: Hertz): number {
  if (node === 0) return amplitude[AT[0]!]!
  const below = amplitude[AT[node - 1]!]!
  if (node === COLOUR_HZ.length) return below
  const from = COLOUR_HZ[node - 1]!
  return below + ((f - from) / (COLOUR_HZ[node]! - from)) * (amplitude[AT[node]!]! - below)
}
