// Sounds and the phones heard in them flow in; the mean spectrum of each phone at three places and its mean length flow out.
import { isVowel, type PhoneSymbol } from '@psiona/psi'
import type { Hertz, Ms, Seconds } from '@psiona/shared'
import { bandPower, JUDGE_RATE } from '../judge/band-power'
import type { HeardPhone } from './heard-phones'

const BANDS = 22
const mel = (hertz: Hertz) => 2595 * Math.log10(1 + hertz / 700)
const hertzOf = (mels: number): Hertz => 700 * (10 ** (mels / 2595) - 1)
const EDGES_HZ: readonly Hertz[] = Array.from({ length: BANDS + 1 }, (_, i) =>
  hertzOf(mel(130) + ((mel(6600) - mel(130)) * i) / BANDS),
)
/** Bands as wide as the recogniser's, for a tract of length 1. */
export const FIT_BANDS_HZ: readonly (readonly [Hertz, Hertz])[] = EDGES_HZ.slice(1).map((to, i) => [EDGES_HZ[i]!, to])
export const FIT_CENTRES_HZ: readonly Hertz[] = FIT_BANDS_HZ.map(([from, to]) => (from + to) / 2)

/** Shares of a phone's length. */
const PLACES = [0.25, 0.5, 0.75] as const
const HALF_WINDOW_SECONDS: Seconds = 0.0128
const SHORTEST_SECONDS: Seconds = 0.03
/** Nobody hears what lies this far under the vowels. */
const FLOOR_DB = -50
const LEAST_POWER = 1e-10

export interface PhoneSpectrum {
  readonly count: number
  readonly meanMs: Ms
  /** For each place one level per band, over the utterance's mean vowel. */
  readonly levelsDb: readonly (readonly number[])[]
}

/** `scale` is the speaker's formant scale: bands move with it, so that speakers can be compared. */
export function phoneSpectra(
  recordings: readonly { readonly sound: Float32Array; readonly phones: readonly HeardPhone[] }[],
  scale: number,
): ReadonlyMap<PhoneSymbol, PhoneSpectrum> {
  const sums = new Map<PhoneSymbol, { count: number; ms: Ms; db: number[][] }>()
  const bands = FIT_BANDS_HZ.map(([from, to]) => [from * scale, to * scale] as const)
  for (const { sound, phones } of recordings) {
    const rows = phones.flatMap(({ symbol, heard: { start, end } }) => {
      if (end - start < SHORTEST_SECONDS) return []
      const places = PLACES.map((place) => levels(sound, start + place * (end - start), bands))
      return places.some((place) => place === null) ? [] : [{ symbol, ms: 1000 * (end - start), places: places.map((db) => db!) }]
    })
    const vowels = rows.filter(({ symbol }) => isVowel(symbol))
    if (vowels.length === 0) continue
    const vowelDb = mean(vowels.map(({ places }) => 10 * Math.log10(mean(places[1]!.map((db) => 10 ** (db / 10))))))
    for (const { symbol, ms, places } of rows) {
      const sum = sums.get(symbol) ?? { count: 0, ms: 0, db: PLACES.map(() => bands.map(() => 0)) }
      sums.set(symbol, sum)
      sum.count++
      sum.ms += ms
      places.forEach((row, place) => {
        row.forEach((db, band) => {
          sum.db[place]![band]! += Math.max(FLOOR_DB, db - vowelDb)
        })
      })
    }
  }
  return new Map(
    [...sums].map(([symbol, { count, ms, db }]) => [
      symbol,
      { count, meanMs: ms / count, levelsDb: db.map((row) => row.map((sum) => sum / count)) },
    ]),
  )
}

function levels(sound: Float32Array, centre: Seconds, bands: readonly (readonly [Hertz, Hertz])[]): readonly number[] | null {
  const from = Math.round((centre - HALF_WINDOW_SECONDS) * JUDGE_RATE)
  const to = Math.round((centre + HALF_WINDOW_SECONDS) * JUDGE_RATE)
  if (from < 0 || to > sound.length) return null
  return bandPower(sound.subarray(from, to), bands).bands.map((power) => 10 * Math.log10(power + LEAST_POWER))
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
