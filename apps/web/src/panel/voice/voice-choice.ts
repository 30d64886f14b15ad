// In: choices of a voice engine. Out: whether two are the same, and what one is called.
import type { FoundVoice, VoiceChoice } from '@psiona/shared'
import { hostOf } from '../address-host'

export function sameVoice(a: VoiceChoice, b: VoiceChoice): boolean {
  switch (a.kind) {
    case 'psi':
      return b.kind === 'psi'
    case 'sherpa':
      return b.kind === 'sherpa' && a.model === b.model && a.speaker === b.speaker && a.speed === b.speed
    case 'openai':
      return (
        b.kind === 'openai' &&
        a.baseUrl === b.baseUrl &&
        a.model === b.model &&
        a.voice === b.voice &&
        a.speed === b.speed &&
        a.reference === b.reference
      )
    default:
      return a satisfies never
  }
}

const nameOf = (choice: VoiceChoice): string => {
  switch (choice.kind) {
    case 'psi':
      return 'Her own voice'
    case 'sherpa':
      return choice.speaker === 0 ? choice.model : `${choice.model}, speaker ${choice.speaker}`
    case 'openai':
      return `${choice.voice} of ${hostOf(choice.baseUrl) ?? 'a server'}`
    default:
      return choice satisfies never
  }
}

export const voiceTitle = (choice: VoiceChoice, found: readonly FoundVoice[]): string =>
  found.find((one) => sameVoice(one.choice, choice))?.title ?? nameOf(choice)

const PSI: VoiceChoice = { kind: 'psi' }

/** All that can be tried: her own first, then what was found, then what is in use and was not found (a server that is off). */
export function triable(found: readonly FoundVoice[], inUse: VoiceChoice): VoiceChoice[] {
  const choices = found.map(({ choice }) => choice)
  return [PSI, ...choices.filter(({ kind }) => kind !== 'psi'), inUse].filter(
    (choice, index, all) => all.findIndex((other) => sameVoice(other, choice)) === index,
  )
}
