// Which language she really speaks. In: the one her character wants, the chosen voice, what is installed. Out: that language where the voice is known to have it, else English.
import type { VoiceChoice } from '@psiona/shared'

const ENGLISH = 'en'
const tongueOf = (tag: string) => tag.toLowerCase().split('-')[0]

export interface SpokenLanguageParts {
  /** BCP 47. */
  readonly wanted: string
  readonly voice: VoiceChoice
  /** Of the catalogue. */
  readonly installed: readonly { readonly id: string; readonly languages: readonly string[] }[]
  /** How her own voice reads the wanted language; null: nobody has looked yet. */
  readonly ownVoice: { readonly state: string } | null
}

export function spokenLanguage({ wanted, voice, installed, ownVoice }: SpokenLanguageParts): string {
  switch (voice.kind) {
    case 'psi':
      return ownVoice?.state === 'ok' ? wanted : ENGLISH
    case 'sherpa': {
      const { languages = [] } = installed.find(({ id }) => id === voice.model) ?? {}
      return languages.some((tag) => tongueOf(tag) === tongueOf(wanted)) ? wanted : ENGLISH
    }
    // A server does not say what its voices speak.
    case 'openai':
      return ENGLISH
    default:
      return voice satisfies never
  }
}
