// Text as it is written for the voice flows in; its words and vocal sounds in a row, each with how it is spoken, flow out.
import { type PlacedMark, readSpeechMarks } from '@psiona/shared/speech-marks'
import { deliveries } from './delivery-reach'
import { normaliseText, type Token } from './normalise-text'
import type { SoundCall } from './phone'
import type { English } from './pronounce'
import { raisedVoice } from './raised-voice'
import { isMentioned } from './sound-mention'
import type { SpeechToken } from './speech-token'
import { ordinaryCall } from './vocal-sounds'
import { spelledSound } from './vocal-words'

/** The words that one written form is said in. */
interface Group {
  tokens: SpeechToken[]
  /** Which word of the text it begins with; words are what white space parts. */
  readonly at: number
  readonly effort: number
}

const signsBefore = /^[^\p{L}\p{N}]+/u
const signsAfter = /[^\p{L}\p{N}]+$/u

function grouped(tokens: readonly Token[]): Group[] {
  const groups: Group[] = []
  let at = 0
  for (const token of tokens) {
    const speech: SpeechToken = { ...token, lead: '', tail: '' }
    const last = groups.at(-1)
    if (token.written === '' && last) last.tokens.push(speech)
    else {
      groups.push({ tokens: [speech], at, effort: 0 })
      at += token.written.split(/\s+/).filter(Boolean).length
    }
  }
  for (const group of groups) {
    const { written } = group.tokens[0]!
    group.tokens[0] = { ...group.tokens[0]!, lead: signsBefore.exec(written)?.[0] ?? '' }
    group.tokens[group.tokens.length - 1] = { ...group.tokens.at(-1)!, tail: signsAfter.exec(written)?.[0] ?? '' }
  }
  return groups
}

/** "haha" is one sound, however many words it was taken for; a word of the character's own stays a word, and so does one that is only mentioned. */
function laughed(groups: readonly Group[], at: number, english: English): readonly SpeechToken[] {
  const { tokens } = groups[at]!
  const first = tokens[0]!
  const last = tokens.at(-1)!
  const { written } = first
  const before = (steps: number) => {
    const token = groups[at - steps]?.tokens.at(-1)
    return token?.ending === null ? token : undefined
  }
  const previous = before(1)
  const next = last.ending === null ? groups[at + 1]?.tokens[0] : undefined
  if (isMentioned({ token: { ...first, ending: last.ending, tail: last.tail }, before: [previous, previous && before(2)], next }))
    return tokens
  const whole = /\s/.test(written.trim()) ? null : spelledSound(written.replace(/(?<=[a-z])-(?=[a-z])/gi, ''))
  if (whole && !english.own(written.replace(signsBefore, '').replace(signsAfter, '')))
    return [{ ...first, word: '', sound: whole, ending: last.ending, tail: last.tail }]
  return tokens.map((token) => {
    const sound = english.own(token.word) ? null : spelledSound(token.word)
    return sound ? { ...token, word: '', sound } : token
  })
}

/** "ha ha ha" is one laugh. */
function joinedLaughs(tokens: readonly SpeechToken[]): SpeechToken[] {
  const joined: SpeechToken[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (
      token.sound &&
      last?.sound?.kind === token.sound.kind &&
      !last.ending &&
      token.word === '' &&
      last.written &&
      token.written
    )
      joined[joined.length - 1] = {
        ...last,
        written: `${last.written} ${token.written}`,
        sound: { kind: token.sound.kind, size: last.sound.size + token.sound.size },
        ending: token.ending,
        tail: token.tail,
      }
    else joined.push(token)
  }
  return joined
}

const soundToken = (sound: SoundCall): SpeechToken => ({
  word: '',
  written: '',
  emphasis: 0,
  ending: null,
  sound,
  lead: '',
  tail: '',
})

const endsSentence = ({ tokens }: Group): boolean => {
  const ending = tokens.at(-1)?.ending
  return ending !== null && ending !== 'continues'
}

export function speechTokens(marked: string, english: English): readonly SpeechToken[] {
  const { text, marks } = readSpeechMarks(marked)
  const groups = raisedVoice(grouped(normaliseText(text, english)))
  const places = groups.map((group) => ({ at: group.at, endsSentence: endsSentence(group) }))
  const isStress = (mark: PlacedMark) => mark.type !== 'sound' && mark.delivery === 'stress'
  const stressed = deliveries(places, marks.filter(isStress))
  const asked = deliveries(
    places,
    marks.filter((mark) => !isStress(mark)),
  )
  const sounds = marks.filter((mark) => mark.type === 'sound')
  const tokens: SpeechToken[] = []
  let next = 0
  const soundsBefore = (word: number) => {
    for (; next < sounds.length && sounds[next]!.beforeWord <= word; next++)
      tokens.push(soundToken(ordinaryCall(sounds[next]!.sound)))
  }
  groups.forEach(({ at, effort: raised }, i) => {
    soundsBefore(at)
    const whisper = asked[i] === 'whisper' ? 1 : 0
    const effort = asked[i] === 'shout' ? 1 : whisper ? 0 : raised
    for (const token of laughed(groups, i, english))
      tokens.push({
        ...token,
        ...(stressed[i] ? { emphasis: 1 } : {}),
        ...(whisper ? { whisper } : {}),
        ...(effort ? { effort } : {}),
      })
  })
  soundsBefore(Number.POSITIVE_INFINITY)
  return joinedLaughs(tokens)
}
