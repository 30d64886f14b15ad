// The phrases of a text flow in; how much of an accent each word gets, and which words the context stresses, flows out.
// New things carry accents, what was just said does not; a contrast stresses its two sides, and after a stress the rest stays low.
import { accentByClass, isContent, LIGHT_VERB } from './accent-weight'
import { isCompound } from './compounds'
import { contrasts, LIGHTER_CONTRAST } from './contrasts'
import { isHeteronym } from './heteronyms'
import { bearer, endsInParticle, invertedVerb, withSetting } from './nucleus'
import type { PhraseRole } from './phone'
import type { SpeechToken } from './speech-token'

interface Said {
  readonly tokens: readonly SpeechToken[]
  readonly role?: PhraseRole | undefined
}

const GIVEN = 0.2
const COMPOUND_HEAD = 0.2
/** The last new word of a phrase is what it is about; in a long one those between it and the first stand back. */
const NUCLEAR = 1.15
const BETWEEN = 0.72
const AFTER_FOCUS = 0.25
/** What was said so many content words ago is no longer given. */
const MEMORY = 30
/** Words that are new each time they are said. */
const ALWAYS_NEW =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|hundred|thousand|million|[a-z]\.|no|yes|yeah|very|so|really|never|not|hey|hi|bye|wow|oh|please|thanks|wait|stop|go|come|ok|okay)$/

/** "cats", "cat's", "catted" and "cat" are the same thing. */
function lemma(word: string): string {
  const stem = word.replace(/'s$/, '').replace(/(?:ies|ied)$/, 'y')
  const bare = stem.length > 4 ? stem.replace(/(?:ing|ed|es|s)$/, '') : stem.length > 3 ? stem.replace(/s$/, '') : stem
  return bare.replace(/(.)\1$/, '$1').replace(/e$/, '')
}

export interface Prominence {
  readonly accent: number
  readonly emphasis: number
  /** A word of a weak class that has the accent all the same: it is said in full. */
  readonly full: boolean
}

/** One row for each phrase, one entry for each of its words. */
export function prominences(phrases: readonly Said[]): readonly (readonly Prominence[])[] {
  const tokens = phrases.flatMap((phrase) => phrase.tokens)
  const stressed = contrasts(tokens)
  const memory: string[] = []
  let at = 0
  return phrases.map(({ tokens: own, role }) => {
    const start = at
    at += own.length
    const given = own.map((token, i) => {
      if (!isContent(own, i)) return false
      const name = lemma(token.word)
      const known =
        memory.includes(name) &&
        !ALWAYS_NEW.test(token.word) &&
        !isHeteronym(token.word) &&
        lemma(tokens[start + i - 1]?.word ?? '') !== name
      memory.push(name)
      if (memory.length > MEMORY) memory.shift()
      return known
    })
    const emphasis = own.map((token, i) => Math.max(token.emphasis, stressed.get(start + i) ?? 0))
    const accents = own.map((token, i) => {
      const previous = own[i - 1]
      const compound = previous !== undefined && previous.ending === null && isCompound(previous.word, token.word)
      return accentByClass(own, i) * (given[i] ? GIVEN : 1) * (compound ? COMPOUND_HEAD : 1)
    })
    if (endsInParticle(own)) accents[own.length - 1] = 1
    balance(own, accents, emphasis)
    // A short answer or a name by itself is said in full, however often.
    if (role !== 'vocative' && own.length > 0 && Math.max(...accents) < LIGHT_VERB) accents[bearer(own)] = 1
    const verb = invertedVerb(own)
    if (verb > 0) accents[verb] = 1
    return accents.map((accent, i) => ({ accent, emphasis: emphasis[i]!, full: accent >= 1 && !isContent(own, i) }))
  })
}

function balance(tokens: readonly SpeechToken[], accents: number[], emphasis: readonly number[]): void {
  withSetting(tokens, accents)
  const full = accents.flatMap((accent, i) => (accent >= LIGHT_VERB ? [i] : []))
  const nuclear = full.at(-1)
  full.forEach((i, n) => {
    if (i === nuclear) accents[i] = accents[i]! * NUCLEAR
    else if (n > 0) accents[i] = accents[i]! * BETWEEN
  })
  const most = Math.max(...emphasis, 0)
  const focus = emphasis.lastIndexOf(most)
  // Where several are stressed the row of them is the message.
  if (most < LIGHTER_CONTRAST || focus < 0) return
  for (let i = focus + 1; i < accents.length; i++) accents[i] = accents[i]! * AFTER_FOCUS
  accents[focus] = 1
}
