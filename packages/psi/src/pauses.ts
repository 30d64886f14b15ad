// Two phrases in a row flow in, the pause between them and whether breath is drawn in it flow out: by the strength of the break and what follows.
import type { Ms } from '@psiona/shared'
import type { PhraseEnding, PhraseRole } from './phone'
import type { SpeechToken } from './speech-token'

export const PAUSE_MS: Readonly<Record<PhraseEnding, Ms>> = {
  continues: 110,
  statement: 350,
  question: 380,
  'wh-question': 380,
  exclamation: 330,
  trailing: 480,
}
const STRONG_MS: Ms = 210
const DASH_MS: Ms = 150
/** No sign at all: the voice only sets in anew. */
const UNWRITTEN_MS: Ms = 70
/** "tea | or coffee", "pears | and plums". */
const JOINED_MS: Ms = 15
const BEFORE: Readonly<Partial<Record<PhraseRole, Ms>>> = { vocative: 25, tag: 60, sound: 90, aside: 120 }
const AFTER: Readonly<Partial<Record<PhraseRole, Ms>>> = { hesitation: 170, sound: 130, aside: 120, vocative: 90 }
/** What is long is taken a run at. */
const LONG_WORDS = 8
const BEFORE_LONG_MS: Ms = 50
/** Breath is drawn where so many words have been said since the last, and a long phrase follows. */
const BREATHLESS_WORDS = 12
const BREATH_MS: Ms = 330

interface Said {
  readonly tokens: readonly SpeechToken[]
  readonly ending: PhraseEnding
  readonly role?: PhraseRole | undefined
  /** Parted from what follows by the melody alone. */
  readonly joined?: boolean | undefined
}

function signMs(tail: string): Ms {
  if (/[;:]/.test(tail)) return STRONG_MS
  if (/[—–]|--|\s-/.test(tail)) return DASH_MS
  return tail.trim() === '' ? UNWRITTEN_MS : PAUSE_MS.continues
}

export interface Pause {
  readonly pauseMs: Ms
  readonly breath: boolean
}

/** Words from each phrase to the next sign: what must be said in one breath. */
function runs(phrases: readonly Said[]): readonly number[] {
  const lengths: number[] = []
  for (let i = phrases.length - 1; i >= 0; i--) {
    const { tokens, ending } = phrases[i]!
    const goesOn = ending === 'continues' && (tokens.at(-1)?.tail ?? '').trim() === ''
    lengths[i] = tokens.length + (goesOn ? (lengths[i + 1] ?? 0) : 0)
  }
  return lengths
}

export function pauses(phrases: readonly Said[]): readonly Pause[] {
  const ahead = runs(phrases)
  let words = 0
  return phrases.map((phrase, i) => {
    const next = phrases[i + 1]
    words += phrase.tokens.length
    const inside = phrase.ending === 'continues'
    const sign = inside ? signMs(phrase.tokens.at(-1)?.tail ?? '') : PAUSE_MS[phrase.ending]
    if (!next) return { pauseMs: sign, breath: false }
    const long = (ahead[i + 1] ?? 0) >= LONG_WORDS && sign !== UNWRITTEN_MS
    const breath = long && words >= BREATHLESS_WORDS && next.role !== 'sound' && phrase.role !== 'sound' && !phrase.joined
    if (breath) words = 0
    if (inside && phrase.joined) return { pauseMs: JOINED_MS, breath: false }
    const before = next.role && inside ? BEFORE[next.role] : undefined
    const after = phrase.role && inside ? AFTER[phrase.role] : undefined
    const pauseMs = (before ?? after ?? sign) + (long && before === undefined ? BEFORE_LONG_MS : 0)
    return { pauseMs: breath ? Math.max(BREATH_MS, pauseMs) : pauseMs, breath }
  })
}
