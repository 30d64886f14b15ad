// How far the jaw and lips open for each phone of the recogniser, 0 shut to 1 wide: phonetic fact, the yardstick of lip sync.

export const REFERENCE_OPENNESS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ AA: 1, AE: 0.85, AO: 0.75, AW: 0.85, AY: 0.85, AH: 0.55, EH: 0.6, ER: 0.35 },
    ...{ EY: 0.5, IH: 0.35, IY: 0.2, OW: 0.5, OY: 0.6, UH: 0.35, UW: 0.2 },
    ...{ HH: 0.35, L: 0.3, R: 0.25, W: 0.15, Y: 0.2, N: 0.2, NG: 0.25, D: 0.2, T: 0.2, K: 0.25, G: 0.25, DH: 0.2, TH: 0.2 },
    ...{ S: 0.12, Z: 0.12, SH: 0.15, ZH: 0.15, CH: 0.15, JH: 0.15, F: 0.08, V: 0.08, P: 0, B: 0, M: 0 },
  }),
)
export const ALIGNED_VOWELS: ReadonlySet<string> = new Set('AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW'.split(' '))
/** Where the lips must meet. */
export const LIP_CLOSURES: ReadonlySet<string> = new Set(['P', 'B', 'M'])
