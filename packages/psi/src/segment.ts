// Phrases flow in, one flat row of phones with what each must know about its place flows out.

import type { Ms } from '@psiona/shared'
import { CONSONANT_TARGETS, type ConsonantTarget, type Manner } from './consonant-targets'
import { isVowel, type PhoneSymbol, type Phrase, type PhraseEnding, type PhraseRole, type SoundCall, type Tune } from './phone'
import type { SoundPart } from './sound-part'
import { soundParts } from './vocal-sounds'
import { VOWEL_TARGETS, type VowelTarget } from './vowel-targets'

export interface Segment {
  readonly symbol: PhoneSymbol
  readonly stress: 0 | 1 | 2
  readonly vowel: VowelTarget | null
  readonly consonant: ConsonantTarget | null
  /** Counts words that are spoken, over the whole utterance. */
  readonly word: number
  readonly phrase: number
  readonly ending: PhraseEnding
  readonly wordStart: boolean
  readonly wordEnd: boolean
  readonly phraseStart: boolean
  readonly phraseEnd: boolean
  readonly weak: boolean
  readonly emphasis: number
  /** Times the length by the rules. */
  readonly length: number
  readonly nasal: boolean
  readonly unaspirated: boolean
  /** Of the word's accent, against an ordinary one. */
  readonly accent: number
  readonly whisper: number
  readonly effort: number
  /** Of a vocal sound: what to do instead of what the symbol says. */
  readonly part: SoundPart | null
  readonly sound: SoundCall['kind'] | null
  readonly tune: Tune | null
  readonly role: PhraseRole | null
  /** The phrase goes on with a sentence. */
  readonly inside: boolean
  /** Of the phrase: silence after it, and whether breath is drawn in it. */
  readonly pauseMs: Ms | null
  readonly breath: boolean
}

/** What stands beside a segment, as far as the rules care; 'silence' at either end of a phrase. */
export type NeighbourKind = 'vowel' | 'silence' | Manner

export function segmentsOf(phrases: readonly Phrase[]): readonly Segment[] {
  const segments: Segment[] = []
  let word = 0
  let spokenPhrases = 0
  for (const phrase of phrases) {
    const words = phrase.words.filter(({ phones }) => phones.length > 0)
    words.forEach(({ phones, weak, emphasis, accent = 1, stretch = 1, whisper = 0, effort = 0, sound }, wordAt) => {
      const parts = sound ? soundParts(sound) : []
      phones.forEach(({ symbol, stress, length = 1, nasal = false, unaspirated = false }, phoneAt) => {
        const wordStart = phoneAt === 0
        const wordEnd = phoneAt === phones.length - 1
        segments.push({
          symbol,
          stress,
          vowel: isVowel(symbol) ? VOWEL_TARGETS[symbol] : null,
          consonant: isVowel(symbol) ? null : CONSONANT_TARGETS[symbol],
          word,
          phrase: spokenPhrases,
          ending: phrase.ending,
          wordStart,
          wordEnd,
          phraseStart: wordStart && wordAt === 0,
          phraseEnd: wordEnd && wordAt === words.length - 1,
          weak,
          emphasis,
          length: length * stretch,
          nasal,
          unaspirated,
          accent,
          whisper,
          effort,
          part: parts[phoneAt] ?? null,
          sound: sound?.kind ?? null,
          tune: phrase.tune ?? null,
          role: phrase.role ?? null,
          inside: phrase.inside ?? false,
          pauseMs: phrase.pauseMs ?? null,
          breath: phrase.breath ?? false,
        })
      })
      word++
    })
    if (words.length > 0) spokenPhrases++
  }
  return segments
}

const kindOf = ({ consonant }: Segment): NeighbourKind => consonant?.manner ?? 'vowel'

/** The segment before or after in the same phrase. */
export const before = (segments: readonly Segment[], i: number): Segment | null =>
  segments[i]!.phraseStart ? null : (segments[i - 1] ?? null)
export const after = (segments: readonly Segment[], i: number): Segment | null =>
  segments[i]!.phraseEnd ? null : (segments[i + 1] ?? null)

export function kindBefore(segments: readonly Segment[], i: number): NeighbourKind {
  const neighbour = before(segments, i)
  return neighbour ? kindOf(neighbour) : 'silence'
}
export function kindAfter(segments: readonly Segment[], i: number): NeighbourKind {
  const neighbour = after(segments, i)
  return neighbour ? kindOf(neighbour) : 'silence'
}

/** The next vowel from `i` on (i included) that `within` still allows. */
export function vowelFrom(segments: readonly Segment[], i: number, within: (segment: Segment) => boolean): Segment | null {
  for (let k = i; k < segments.length && within(segments[k]!); k++) if (segments[k]!.vowel) return segments[k]!
  return null
}
