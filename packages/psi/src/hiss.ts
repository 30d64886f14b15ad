// A phone flows in; which noise of the mouth it hisses with, and how loud, flows out.
import type { OscillatorName } from './oscillator'
import type { PhoneSymbol } from './phone'

type Noise = OscillatorName & ('hissS' | 'hissSH' | 'hissF' | 'hissTH' | 'burstVelar')

export const HISS: Readonly<Partial<Record<PhoneSymbol, Noise>>> = {
  S: 'hissS',
  Z: 'hissS',
  TS: 'hissS',
  DZ: 'hissS',
  SH: 'hissSH',
  ZH: 'hissSH',
  CH: 'hissSH',
  JH: 'hissSH',
  SJ: 'hissSH',
  ZJ: 'hissSH',
  CJ: 'hissSH',
  JJ: 'hissSH',
  CX: 'hissSH',
  F: 'hissF',
  V: 'hissF',
  TH: 'hissTH',
  DH: 'hissTH',
  // Made where a velar burst is, it rings where that rings.
  X: 'burstVelar',
  GH: 'burstVelar',
}
/** Softer than the noise they borrow. */
export const HISS_DB: Readonly<Partial<Record<PhoneSymbol, number>>> = { CX: -7, X: -2, GH: -5 }
/** What they have of S beside their own: the tongue is nearer to the teeth than for SH. */
export const BRIGHTENED_DB: Readonly<Partial<Record<PhoneSymbol, number>>> = { SJ: -5, ZJ: -5, CJ: -5, JJ: -5, CX: -13 }
export const STRIDENT: ReadonlySet<PhoneSymbol> = new Set<PhoneSymbol>([
  'S',
  'Z',
  'SH',
  'ZH',
  'CH',
  'JH',
  'TS',
  'DZ',
  'SJ',
  'ZJ',
  'CJ',
  'JJ',
])
