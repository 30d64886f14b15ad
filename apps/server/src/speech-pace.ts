// How long what she says will take, at the pace of her voice. In: the voice that is chosen and the dials of her own. Out: the estimates of the usual pace, stretched when she is slower.
import { boundedSpeech, speechSeconds } from '@psiona/safety'
import type { Seconds, VoiceChoice } from '@psiona/shared'

/** As a share of the usual pace, never above it: estimates stay on the long side. When another voice fails she says the line herself, so her own dial counts as well. */
export const speechPace = (voice: VoiceChoice, ownRate: number): number =>
  Math.min(1, ownRate, voice.kind === 'psi' ? 1 : voice.speed)

export interface PacedSpeech {
  readonly speechSeconds: (text: string) => Seconds
  readonly boundedSpeech: (text: string, options?: { readonly seconds?: Seconds }) => string
}

/** What one line of a viewer may take. */
const MOST_SECONDS: Seconds = 15

export const pacedSpeech = (pace: () => number): PacedSpeech => ({
  speechSeconds: (text) => speechSeconds(text) / pace(),
  boundedSpeech: (text, { seconds = MOST_SECONDS } = {}) => boundedSpeech(text, { seconds: seconds * pace() }),
})
