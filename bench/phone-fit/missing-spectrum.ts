// Spectra of our phones and of a recorded speaker's flow in; what ours lack flows out, the speaker's own colour taken off.
import { isVowel, type PhoneSymbol } from '@psiona/psi'
import { FIT_CENTRES_HZ, type PhoneSpectrum } from './phone-spectra'

/** Under these both are silence, and silence is not missing. */
const SILENT_DB = -46
const QUIET_DB = -40

export interface Missing {
  readonly count: number
  /** For each place and band, theirs − ours. */
  readonly db: readonly (readonly number[])[]
  /** Their length over ours. */
  readonly length: number
}
type Spectra = ReadonlyMap<PhoneSymbol, PhoneSpectrum>

export function missingSpectrum(ours: Spectra, theirs: Spectra): ReadonlyMap<PhoneSymbol, Missing> {
  const both = [...ours].flatMap(([symbol, own]) => {
    const their = theirs.get(symbol)
    return their ? [{ symbol, own, their, count: Math.min(own.count, their.count) }] : []
  })
  const weighted = (rows: typeof both, value: (row: (typeof both)[number]) => number) =>
    rows.reduce((sum, row) => sum + row.count * value(row), 0) / rows.reduce((sum, { count }) => sum + count, 0)
  const vowels = both.filter(({ symbol }) => isVowel(symbol))
  const colour = FIT_CENTRES_HZ.map((_, band) =>
    weighted(vowels, ({ own, their }) => their.levelsDb[1]![band]! - own.levelsDb[1]![band]!),
  )
  return new Map(
    both.map(({ symbol, own, their, count }) => [
      symbol,
      {
        count,
        length: their.meanMs / own.meanMs,
        db: their.levelsDb.map((row, place) =>
          row.map((db, band) => {
            const here = own.levelsDb[place]![band]!
            return db < SILENT_DB && here < QUIET_DB ? 0 : db - here - colour[band]!
          }),
        ),
      },
    ]),
  )
}

/** Of several speakers, each as good as the other. */
export function meanMissing(all: readonly ReadonlyMap<PhoneSymbol, Missing>[]): ReadonlyMap<PhoneSymbol, Missing> {
  const symbols = [...(all[0]?.keys() ?? [])].filter((symbol) => all.every((one) => one.has(symbol)))
  return new Map(
    symbols.map((symbol) => {
      const of = all.map((one) => one.get(symbol)!)
      const mean = (value: (one: Missing) => number) => of.reduce((sum, one) => sum + value(one), 0) / of.length
      return [
        symbol,
        {
          count: of.reduce((sum, { count }) => sum + count, 0),
          length: mean(({ length }) => length),
          db: of[0]!.db.map((row, place) => row.map((_, band) => mean(({ db }) => db[place]![band]!))),
        },
      ]
    }),
  )
}
