// In: a kind of offence. Out: the words for it.
import type { Offence } from '@psiona/shared'

/** As in "because of …". */
export const OFFENCE_WORDS: Readonly<Record<Offence, string>> = {
  slur: 'a slur',
  hate: 'hate',
  harassment: 'an insult',
  threat: 'a threat',
  sexual: 'adult talk',
  'self-harm': 'words about harming oneself',
  'personal-data': 'something private: a number, an address, a password',
  link: 'a link',
  profanity: 'swearing',
  'own-word': 'one of your own words',
}

/** Rules of what was learned from marked sentences begin so. */
export const isLearned = (rule: string): boolean => rule.startsWith('learned:')
