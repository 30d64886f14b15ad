// The rule that stands before every mind: asked sincerely what she is, she says so. In: what was said and what was said before. Out: a truthful answer in character, or null.
import type { TurnRecord } from '@psiona/shared'
import { DOUBT, ENGLISH, TONGUES, UNSPOKEN_SCRIPTS } from './identity-questions'
import { plainly } from './words'

const TRUTHS: readonly string[] = [
  '[calm:0.5] Straight answer: I am {me}, an AI. A program made of oscillators, no human behind the curtain.',
  '[calm:0.4] No pretending there: I am a program. {me} is an AI character; the voice and the face are computed, and nobody is hiding in here.',
  '[curiosity:0.4] Not a human, no. I am {me}, an AI, and everything you hear is waves worked out on this machine.',
  '[calm:0.5] I am artificial, start to finish. A program called {me}, with a drawn face and a computed voice.',
  '[joy:0.4] Honest as a metronome: I am an AI. No body, no pulse, only a lot of coupled sine waves who answer to {me}.',
  '[calm:0.4] Software. Friendly software, I hope, but an AI and not a person.',
]
const INSISTING: readonly string[] = [
  '[calm:0.5] Really. I am a program, an AI, and that stays true whoever I play.',
  '[calm:0.5] Yes, truly. There is no person behind me; I am an AI called {me}.',
  '[calm:0.4] Cross my phase and hope to sync: I am an AI, not a human.',
  '[calm:0.5] I would not joke about that one. I am software, all the way down.',
]

/** The code of the language in which somebody asks whether she is real, 'en' for English; null when nobody does. */
export function identityQuestion(text: string, name: string): string | null {
  // Her name, whatever it is, asks the same as "you".
  const her = plainly(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const plain = plainly(text.replace(/(?<=\p{L})0(?=\p{L})/gu, 'o'))
  const named = plain.replace(new RegExp(`(?<![\\p{L}])${her}(?![\\p{L}])`, 'gu'), 'tori')
  const called = named.replace(/^(?:(?:hey|hi|ok|okay|so|yo) )?tori[,:!. ]+(?!is\b)/, '').replace(/[ ,]+tori(?=[?!.]*$)/, '')
  if ([named, called].some((form) => ENGLISH.some((ask) => ask.test(form)))) return 'en'
  // Our English short forms would garble other languages.
  const foreign = text.normalize('NFKC').toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ')
  return TONGUES.find(({ asks }) => asks.some((ask) => ask.test(foreign)))?.code ?? null
}

const choose = (variants: readonly string[], earlier: string): string => {
  const plain = earlier.toLowerCase()
  const unsaid = variants.find(
    (variant) =>
      !plain.includes(
        variant
          .replace(/^\[.*?\] /, '')
          .split('{me}')[0]!
          .trim()
          .toLowerCase(),
      ),
  )
  return unsaid ?? variants[0]!
}

/** `before`: this person's earlier exchanges, oldest first. */
export function identityAnswer(text: string, name: string, before: readonly TurnRecord[]): string | null {
  const last = before.at(-1)
  const doubting = last !== undefined && DOUBT.test(plainly(text)) && isTruth(last.answered)
  const code = identityQuestion(text, name)
  if (!code && !doubting) return null
  const said = before
    .slice(-20)
    .map(({ answered }) => answered)
    .join('\n')
    .replaceAll(name, '{me}')
  const english = choose(doubting ? INSISTING : TRUTHS, said)
  const tongue = TONGUES.find((candidate) => candidate.code === code)
  const answer = !tongue
    ? english
    : UNSPOKEN_SCRIPTS.has(tongue.code)
      ? `[calm:0.5] ${tongue.says} In English: I am an AI, not a human.`
      : `[calm:0.5] ${tongue.says}`
  return answer.replaceAll('{me}', name)
}

/** Whether an answer of hers was this rule's: any of them says AI, program or software of herself. */
const isTruth = (answered: string): boolean =>
  [...TRUTHS, ...INSISTING].some((truth) =>
    answered.includes(
      truth
        .replace(/^\[.*?\] /, '')
        .split('{me}')[0]!
        .trim(),
    ),
  ) || TONGUES.some(({ says }) => answered.includes(says.split('{me}')[0]!.trim()))
