// Takes everything out of a model's text that is not speech. In: text as it streams, cut anywhere. Out: words to say, with marks for the voice, and feelings, in their order.
import { type SpeechMark, writtenMark } from '@psiona/shared/speech-marks'
import type { Feeling } from './feeling-words'
import { BEGINS_EMOJI, emojiMark, type Found, type Here, LINE_MARKS, MARKS, type Speakers } from './reply-marks'

/** `text` may hold marks for the voice (a laugh, a whisper), always whole: whoever shows or stores it takes them out. */
export type ReplyPiece = { readonly text: string } | { readonly feeling: Feeling }

export interface ReplyParser {
  push(delta: string): ReplyPiece[]
  /** No more text comes. */
  end(): ReplyPiece[]
  /** The model has begun to speak for somebody else: what follows is not hers. */
  readonly over: boolean
}

/** Enough of what is hidden to recognise its end when that is cut in two. */
const LONGEST_END = 16
/** More laughs and sighs than this in one reply are somebody's joke, not hers. */
const MOST_SOUNDS = 6
const SENTENCE_END = /[.!?…]["'”’»)\]]*$/

export function replyParser(speakers: Speakers): ReplyParser {
  let rest = ''
  let before = ''
  let lineStart = true
  let hiddenUntil: RegExp | null = null
  let over = false
  let said = false
  let gap: '' | ' ' | '\n' = ''
  /** Something was taken out since the last word: "Well [joy]!" must not become "Well !", nor "a[joy]b" "ab". */
  let taken = false
  let out: ReplyPiece[] = []
  /** Words or marks have gone out; only then can blanks follow. */
  let begun = false
  let sounds = 0
  /** A stage direction such as *whispers* holds to the end of the sentence: this closes it there. */
  let closing = ''
  /** Characters until the end of what is stressed, the sign that closes it included. */
  let stressed = 0
  let tail = ''

  const emit = (text: string) => {
    tail = (tail + text).slice(-4)
    add(text)
  }
  const add = (text: string) => {
    begun = true
    const last = out.at(-1)
    if (last && 'text' in last) out[out.length - 1] = { text: last.text + text }
    else out.push({ text })
  }
  const say = (text: string) => {
    for (const piece of text.match(/\s+|\S+/g) ?? []) {
      if (/\s/.test(piece)) {
        if (closing && SENTENCE_END.test(tail)) {
          emit(closing)
          closing = ''
        }
        gap = gap === '\n' || piece.includes('\n') ? '\n' : ' '
        continue
      }
      const joins = taken && /^[.,!?;:…)\]}]/.test(piece)
      const glued = taken && gap === '' && /[\p{L}\p{N}.,!?;:]/u.test(before) && /^[\p{L}\p{N}]/u.test(piece)
      const space = !begun || joins ? '' : glued ? ' ' : gap
      emit(space + piece)
      before = piece.at(-1)!
      said = true
      taken = false
      gap = ''
    }
  }
  const drop = (count: number) => {
    rest = rest.slice(count)
    if (stressed === 0) return
    stressed = Math.max(0, stressed - count)
    if (stressed === 0) add(writtenMark({ type: 'closes', delivery: 'stress' }))
  }
  const ordinary = (text: string) => {
    say(text)
    before = text.at(-1)!
    if (text.includes('\n')) lineStart = /\n\s*$/.test(text)
    else if (/\S/.test(text)) lineStart = false
    drop(text.length)
  }
  const sound = (mark: SpeechMark, bracketed: boolean) => {
    if (mark.type === 'sound' && ++sounds > MOST_SOUNDS) return
    const text = writtenMark(mark)
    emit(begun ? gap + text : text)
    gap = ''
    if (mark.type === 'opens' && !bracketed) closing = writtenMark({ ...mark, type: 'closes' })
  }
  const take = (found: Found) => {
    const bracketed = rest[0] === '['
    drop(found.take)
    if (found.feeling && Object.keys(found.feeling).length > 0) out.push({ feeling: found.feeling })
    if (found.speech) sound(found.speech, bracketed)
    if (found.stressed) {
      add((begun ? gap : '') + writtenMark({ type: 'opens', delivery: 'stress' }))
      gap = ''
      stressed = found.stressed + 1
    }
    if (!found.seamless) taken = true
    if (found.hideUntil) hiddenUntil = found.hideUntil
    if (found.over) over = true
  }
  const tried = (final: boolean): Found | 'wait' | null => {
    const first = rest[0]!
    const here: Here = { rest, before, lineStart, unsaid: !said, final, speakers }
    const marks = [
      ...(lineStart && !/\s/.test(first) ? LINE_MARKS : []),
      ...(MARKS[first] ?? []),
      ...(BEGINS_EMOJI.test(first) ? [emojiMark] : []),
    ]
    for (const mark of marks) {
      const found = mark(here)
      if (found) return found
    }
    return null
  }
  /** Up to the next character with which a mark may begin. */
  const plainRun = (): string => {
    const first = rest[0]!
    if (first === '\n' || (lineStart && /\s/.test(first))) return first
    let end = 1
    while (end < rest.length && rest[end] !== '\n' && !Object.hasOwn(MARKS, rest[end]!) && !BEGINS_EMOJI.test(rest[end]!)) end++
    return rest.slice(0, end)
  }

  const scan = (final: boolean): ReplyPiece[] => {
    out = []
    while (rest && !over) {
      if (hiddenUntil) {
        const end = hiddenUntil.exec(rest)
        if (end) {
          rest = rest.slice(end.index + end[0].length)
          hiddenUntil = null
          continue
        }
        rest = final ? '' : rest.slice(-LONGEST_END)
        break
      }
      const found = tried(final)
      if (found === 'wait') break
      if (found) take(found)
      else ordinary(plainRun())
    }
    return out
  }
  return {
    push(delta) {
      if (over) return []
      rest += delta
      return scan(false)
    },
    end: () => scan(true),
    get over() {
      return over
    },
  }
}
