// What the health strip says of parts that no adapter speaks for. In: what others report. Out: a part's health.
import type { PartHealth } from '@psiona/shared'

export const NOT_SHOWN: PartHealth = {
  part: 'voice',
  state: 'trouble',
  detail: 'She cannot be shown any more.',
  remedy: 'Restart Psiona.',
}

/** A voice that is well cannot speak a language that nobody turns into phones. */
export const worseVoice = (voice: PartHealth, language: Omit<PartHealth, 'part'> | null | undefined): PartHealth =>
  voice.state === 'ok' && language?.state === 'trouble' ? { part: 'voice', ...language } : voice
