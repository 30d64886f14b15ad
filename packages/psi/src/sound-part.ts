// One part of a vocal sound: what the mouth does, how loud voice, breath and lips are, how high.
import type { Ms } from '@psiona/shared'
import type { PhoneSymbol } from './phone'

type FromTo = readonly [from: number, to: number]

export interface SoundPart {
  /** What the mouth does meanwhile. */
  readonly symbol: PhoneSymbol
  readonly lengthMs: Ms
  /** Against a vowel under full stress; silent where not given. */
  readonly voiceDb?: FromTo
  readonly breathDb?: FromTo
  readonly hiss?: { readonly oscillator: 'hissSH' | 'hissF'; readonly db: FromTo }
  readonly click?: { readonly oscillator: 'burstLabial' | 'burstCoronal'; readonly db: number }
  /** Log f0 above the voice's own. */
  readonly pitch?: FromTo
  /** Lips or tongue interrupt the voice so many times a second. */
  readonly trillHz?: number
}
