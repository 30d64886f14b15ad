// Text in any language, with marks for the voice, flows in; what stands between white space flows out: what of it is read, how, and the signs around it.
import { readSpeechMarks } from '@psiona/shared/speech-marks'
import { readEmoticon } from './emoticon'
import { type LanguageRules, laughSyllables } from './language-rules'
import { MOST_PULSES } from './laughter'
import { address, email, isLink } from './link'
import type { SoundCall } from './phone'
import { withoutPictures } from './plain-text'
import { ordinaryCall } from './vocal-sounds'
import { spelledSound } from './vocal-words'

export interface WrittenWord {
  /** As it stands in the text, with what nobody says behind it. */
  readonly written: string
  /** What of it is read: no emoji, no brackets, no marks. */
  readonly said: string
  readonly emphasis: 0 | 1
  /** 0..1: breath instead of voice, and a raised voice. */
  readonly whisper?: number
  readonly effort?: number
}
export interface Stretch extends WrittenWord {
  /** The signs before and after it, and a line's end. */
  readonly before: string
  readonly after: string
  /** It is no word but a sound of the voice. */
  readonly sound?: SoundCall
}

/** Longer stretches are junk; only so much of them is read. */
const LONGEST_STRETCH = 200

const MARKS = '\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}"\'*_~`¿¡'
const SIGNS = '.,;:!?…‥–—。、，．！？；：｡､؟،؛।॥۔՞՜։፣፤፥።፧⁇⁈⁉‽‼·\\u037e'
const opening = new RegExp(`^[${MARKS}${SIGNS}]+`, 'u')
const closing = new RegExp(`[${MARKS}${SIGNS}]+$`, 'u')
/** Scripts without spaces are cut behind the signs that stand in their place; so is "你好,世界". */
const inner =
  /(?<=[。、，．！？；：…।॥」』）】][」』）】"']*)(?=[^\s。、，．！？；：…।॥」』）】"'])|(?<=[\p{Lo}\p{M}][,.!?;:]+)(?=\p{Lo})/u
/** What a phonemiser must not read, or would read as an order: its own "[[…]]", marks of markdown. */
const unread = /[[\]{}<>|\\^`~*_#]+/g
const lineMarker = /^(?:#{1,6}|>+|[-*+•])$/
export function writtenStretches(marked: string, rules: LanguageRules): readonly Stretch[] {
  const { text, marks } = readSpeechMarks(marked)
  const words = withEmphasis(wordsOf(text, rules))
  const stretches: Stretch[] = []
  let whisper = false
  let effort = false
  let stressed = false
  let mark = 0
  const readMarks = (before: number) => {
    for (let next = marks[mark]; next && next.beforeWord <= before; next = marks[++mark]) {
      if (next.type === 'sound') stretches.push({ ...silentStretch('', ''), sound: ordinaryCall(next.sound) })
      else if (next.delivery === 'whisper') whisper = next.type === 'opens'
      else if (next.delivery === 'shout') effort = next.type === 'opens'
      else stressed = next.type === 'opens'
    }
  }
  for (const { word, ...stretch } of words) {
    readMarks(word)
    const emphasis = stressed && stretch.said ? 1 : stretch.emphasis
    stretches.push({ ...stretch, emphasis, ...(whisper ? { whisper: 1 } : {}), ...(effort ? { effort: 1 } : {}) })
  }
  readMarks(Number.POSITIVE_INFINITY)
  return stretches
}

/** `word`: which of the words that white space parts it belongs to. */
function wordsOf(text: string, rules: LanguageRules): (Stretch & { readonly word: number })[] {
  let word = -1
  return text.split(/\r\n|[\n\r\u{2028}\u{2029}]/u).flatMap((line, lineAt, lines) => {
    const wrapped = /^\s*\p{Ll}/u.test(lines[lineAt + 1] ?? '')
    const parts = line.trim().split(/\s+/).filter(Boolean)
    return parts.flatMap((part, i) => {
      word++
      if (i === 0 && lineMarker.test(part)) return [{ ...silentStretch(part, ''), word }]
      const last = i === parts.length - 1 && !wrapped ? '\n' : ''
      const pieces = isLink(part) ? [part] : part.split(inner)
      return pieces.map((piece, at) => ({ ...stretchOf(piece, at === pieces.length - 1 ? last : '', rules), word }))
    })
  })
}

const silentStretch = (written: string, after: string): Stretch => ({ written, said: '', emphasis: 0, before: '', after })

function stretchOf(written: string, lineEnd: string, rules: LanguageRules): Stretch {
  const face = readEmoticon(written)
  // A face stands where a clause ends, often instead of its punctuation.
  if (face !== null) return silentStretch(written, (face || ',') + lineEnd)
  const visible = withoutPictures(written.slice(0, LONGEST_STRETCH))
    .replace(/\]\([^)\s]*\)/g, '')
    .trim()
  const before = opening.exec(visible)?.[0] ?? ''
  const rest = visible.slice(before.length)
  const after = closing.exec(rest)?.[0] ?? ''
  const core = rest.slice(0, rest.length - after.length)
  // A dash on its own parts as if it stood behind the word before it.
  if (!/[\p{L}\p{N}\p{Sc}%&+=@°]/u.test(core)) return silentStretch(written, (core ? '' : before) + after + lineEnd)
  const sound = laughed(core, rules)
  if (sound) return { ...silentStretch(written, after + lineEnd), sound }
  return { written, said: readable(core), emphasis: 0, before, after: after + lineEnd }
}

function readable(core: string): string {
  const [, host = ''] = email.test(core) ? [] : (address.exec(core) ?? [])
  return (isLink(core) && host ? host : core.replace(/^[@#]+/, '')).replace(unread, ' ').trim()
}

/** Between stars or lines. */
function withEmphasis<T extends Stretch>(stretches: readonly T[]): T[] {
  let marked = false
  return stretches.map((stretch) => {
    if (/[*_]/.test(stretch.before)) marked = true
    const emphasis = marked && stretch.said ? 1 : 0
    if (/[*_\n]/.test(stretch.after)) marked = false
    return { ...stretch, emphasis }
  })
}

/** "jajaja", "ㅋㅋㅋ", "lol" are laughed in the languages that laugh so; "hmm" and "pff" are the same in all. */
function laughed(core: string, rules: LanguageRules): SoundCall | null {
  const word = core.toLowerCase()
  const syllables = laughSyllables(rules).join('|')
  if (new RegExp(`^(?:${syllables}){2,}[hjaxх]?$`, 'u').test(word) && (word.length > 2 || !/^[a-z\d]/.test(word))) {
    const pulses = word.match(new RegExp(syllables, 'gu'))?.length ?? 0
    return { kind: 'laugh', size: Math.min(MOST_PULSES, pulses) }
  }
  return /^(?:[hmpftskbr]{2,}|lo+l|rofl|lmao+)$/.test(word) ? spelledSound(word) : null
}
