// Words and emoji that stand for a feeling. In: the inside of a tag, a stage direction, an emoji. Out: an emotion, a gesture, or null.
import { EMOTIONS, type Emotion, type EmotionName, GESTURES, type Gesture } from '@psiona/shared'

export interface Feeling {
  readonly emotion?: Emotion
  readonly gesture?: Gesture
}

/** Strength of a tag without a number. */
const PLAIN_STRENGTH = 0.6

/** Other names that models use for our nine emotions. */
// biome-ignore format: a table reads better in rows
const EMOTION_NAMES: Readonly<Record<string, EmotionName>> = {
  happy: 'joy', happiness: 'joy', excited: 'joy', excitement: 'joy', cheerful: 'joy', delighted: 'joy', amused: 'joy', proud: 'joy',
  sad: 'sadness', sorry: 'sadness', sorrow: 'sadness', disappointed: 'sadness', crying: 'sadness', tears: 'sadness',
  angry: 'anger', annoyed: 'anger', mad: 'anger', frustrated: 'anger',
  afraid: 'fear', scared: 'fear', nervous: 'fear', worried: 'fear', anxious: 'fear',
  surprised: 'surprise', shocked: 'surprise', amazed: 'surprise', wow: 'surprise',
  disgusted: 'disgust', gross: 'disgust',
  love: 'affection', loving: 'affection', affectionate: 'affection', shy: 'affection', blush: 'affection', tender: 'affection', warm: 'affection',
  relaxed: 'calm', peaceful: 'calm', serious: 'calm', gentle: 'calm',
  curious: 'curiosity', interested: 'curiosity', confused: 'curiosity', puzzled: 'curiosity',
}

/** What a body does, by the stem of its verb; an empty feeling is a stage direction all the same. */
// biome-ignore format: a table reads better in rows
const ACTIONS: Readonly<Record<string, Feeling>> = {
  smile: { emotion: { joy: 0.5 } }, grin: { emotion: { joy: 0.6 } }, beam: { emotion: { joy: 0.8 } }, cheer: { emotion: { joy: 0.8 } },
  laugh: { emotion: { joy: 0.8 }, gesture: 'laughing' }, giggle: { emotion: { joy: 0.7 }, gesture: 'laughing' },
  chuckle: { emotion: { joy: 0.6 }, gesture: 'laughing' }, snicker: { emotion: { joy: 0.5 }, gesture: 'smug' },
  snort: { emotion: { joy: 0.5 }, gesture: 'laughing' }, wink: { gesture: 'wink' }, nod: { gesture: 'nod' }, shake: { gesture: 'shake' },
  tilt: { emotion: { curiosity: 0.5 }, gesture: 'tilt' }, smirk: { gesture: 'smug' }, think: { gesture: 'thinking' },
  ponder: { gesture: 'thinking' }, muse: { gesture: 'thinking' }, sigh: { emotion: { sadness: 0.3 } }, frown: { emotion: { sadness: 0.4 } },
  cry: { emotion: { sadness: 0.8 } }, sob: { emotion: { sadness: 0.9 } }, pout: { emotion: { sadness: 0.4 } }, sniff: { emotion: { sadness: 0.5 } },
  gasp: { emotion: { surprise: 0.7 } }, blink: { emotion: { surprise: 0.3 } }, stare: { emotion: { surprise: 0.4 } },
  blush: { emotion: { affection: 0.6 } }, hug: { emotion: { affection: 0.7 } }, wave: { emotion: { joy: 0.4 } }, glare: { emotion: { anger: 0.6 } },
  growl: { emotion: { anger: 0.6 } }, scowl: { emotion: { anger: 0.5 } }, shiver: { emotion: { fear: 0.5 } }, tremble: { emotion: { fear: 0.6 } },
  gulp: { emotion: { fear: 0.4 } }, clap: { emotion: { joy: 0.7 } }, jump: { emotion: { joy: 0.7 } }, bounce: { emotion: { joy: 0.7 } },
  dance: { emotion: { joy: 0.7 } }, hum: { emotion: { calm: 0.5 } }, yawn: { emotion: { calm: 0.6 } }, stretch: { emotion: { calm: 0.4 } },
  shrug: {}, pause: {}, whisper: {}, bow: {}, clear: {}, cough: {}, fidget: {}, twirl: {}, breathe: {}, exhale: {}, inhale: {}, hesitate: {},
}
/** Verbs that are a stage direction between asterisks but ordinary words in brackets: "(looks good to me)". */
const BETWEEN_ASTERISKS =
  'look lean adjust glance turn point type sip roll raise cross scratch sit stand walk pat rub bite hold fold poke sing face'

const GESTURE_NAMES: Readonly<Record<string, Gesture>> = {
  laugh: 'laughing',
  laughs: 'laughing',
  think: 'thinking',
  thoughtful: 'thinking',
}

// biome-ignore format: a table reads better in rows
const EMOJI: readonly (readonly [string, Feeling])[] = [
  ['😀😃😄😁😊🙂😺🥳🎉✨🤩🥰☺😎', { emotion: { joy: 0.7 } }],
  ['😂🤣😆😹', { emotion: { joy: 0.8 }, gesture: 'laughing' }],
  ['😍😘❤💖💕💙💜💚🧡💛💗🤗♥', { emotion: { affection: 0.7 } }],
  ['😢😭🥺😞😔☹🙁💔', { emotion: { sadness: 0.6 } }],
  ['😡😠🤬👿', { emotion: { anger: 0.6 } }],
  ['😱😨😰😧', { emotion: { fear: 0.6 } }],
  ['😮😲🤯😯', { emotion: { surprise: 0.7 } }],
  ['🤢🤮', { emotion: { disgust: 0.6 } }],
  ['🤔🧐', { emotion: { curiosity: 0.6 }, gesture: 'thinking' }],
  ['😉😜', { gesture: 'wink' }],
  ['😏', { gesture: 'smug' }],
  ['😌😴', { emotion: { calm: 0.5 } }],
]

export const emojiFeeling = (emoji: string): Feeling | null => {
  const first = String.fromCodePoint(emoji.codePointAt(0) ?? 0)
  return EMOJI.find(([all]) => all.includes(first))?.[1] ?? null
}

const BARE_VERBS = new Set(BETWEEN_ASTERISKS.split(' '))

/** "smiles", "smiling", "smiled" → smile. Null when it is nothing a body does, or is not said of somebody ("think", "look"). */
function actionOf(verb: string, alone: boolean, asterisks: boolean): Feeling | null {
  const word = verb.toLowerCase()
  const bare = word.replace(/(?:ing|ed|es|s)$/, '')
  const forms = [word, word.replace(/s$/, ''), bare, `${bare}e`, bare.replace(/(.)\1$/, '$1'), bare.replace(/i$/, 'y')]
  const stem = forms.find((form) => Object.hasOwn(ACTIONS, form) || (asterisks && BARE_VERBS.has(form)))
  if (!stem) return null
  const feeling = ACTIONS[stem] ?? {}
  const imperative = word === stem
  return imperative && (!alone || Object.keys(feeling).length === 0) ? null : feeling
}

const strengthOf = (written: string | undefined): number => {
  if (!written) return PLAIN_STRENGTH
  const value = Number.parseFloat(written) / (written.endsWith('%') ? 100 : 1)
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : PLAIN_STRENGTH
}

const nameOf = (word: string): EmotionName | Gesture | 'neutral' | null => {
  const known = [...EMOTIONS, ...GESTURES, 'neutral' as const].find((name) => name === word)
  if (known) return known
  return (
    (Object.hasOwn(EMOTION_NAMES, word) && EMOTION_NAMES[word]) ||
    (Object.hasOwn(GESTURE_NAMES, word) && GESTURE_NAMES[word]) ||
    null
  )
}

const isGesture = (name: string): name is Gesture => GESTURES.some((gesture) => gesture === name)

/** The inside of a tag: "joy", "joy:0.7", "surprise=40%, wink", "emotion: happy". Null when nothing in it is a feeling. */
export function tagFeeling(inside: string): Feeling | null {
  const text = inside.toLowerCase().replace(/^\s*(?:emotions?|feelings?|mood|expression|gesture)\s*[:=]\s*/, '')
  const emotion: Emotion = {}
  let gesture: Gesture | undefined
  let found = false
  for (const piece of text.split(/[,;+|&/]|\sand\s/)) {
    const match = /^\s*(?:[a-z]+\s+)?([a-z]+)(?:\s*[:=]?\s*(\d*\.?\d+%?))?\s*$/.exec(piece)
    const name = match?.[1] ? nameOf(match[1]) : null
    if (!name) continue
    found = true
    if (isGesture(name)) gesture = name
    else if (name !== 'neutral') emotion[name] = strengthOf(match?.[2])
  }
  if (!found) return null
  const bare = gesture !== undefined && Object.keys(emotion).length === 0
  return { ...(bare ? {} : { emotion }), ...(gesture ? { gesture } : {}) }
}

/** "smiles softly", "she laughs", "softly laughing" are stage directions; null when it is plain text. */
export function directionFeeling(inside: string, asterisks: boolean): Feeling | null {
  const words = inside.trim().split(/\s+/)
  if (words.length > (asterisks ? 12 : 6)) return null
  for (const word of words.slice(0, 3)) {
    const verb = /^([a-z]+)[,.!]?$/i.exec(word)?.[1]
    const found = verb ? actionOf(verb, words.length === 1, asterisks) : null
    if (found) return found
    if (!/ly,?$|^(?:she|he|they|a|the|soft|slight|small|big|little|then|quick)$/i.test(word)) return null
  }
  return null
}
