// Words with their times flow in, subtitle files flow out: WebVTT with the moment of every word, SRT for everything older.
import type { Seconds } from '@psiona/shared'
import { type AiMark, markSentence, sourceTypeAddress } from './ai-mark'

export interface TimedWord {
  readonly text: string
  readonly start: Seconds
  readonly end: Seconds
}

/** Two lines of 42 letters are what viewers can read at a glance; longer than that and the eye leaves the game. */
const LONGEST_LINE = 42
const LONGEST_CUE = 2 * LONGEST_LINE
const LONGEST_CUE_SECONDS: Seconds = 6
/** A pause that long ends a cue. */
const PAUSE_SECONDS: Seconds = 0.6
/** A cue stays at least so long, if the next leaves it the time. */
const SHORTEST_CUE_SECONDS: Seconds = 1

interface Cue {
  readonly words: readonly TimedWord[]
  readonly start: Seconds
  readonly end: Seconds
}

function cuesOf(words: readonly TimedWord[]): Cue[] {
  const cues: TimedWord[][] = []
  let length = 0
  for (const word of words) {
    const open = cues.at(-1)
    const last = open?.at(-1)
    const fits =
      open !== undefined &&
      last !== undefined &&
      length + 1 + word.text.length <= LONGEST_CUE &&
      word.end - open[0]!.start <= LONGEST_CUE_SECONDS &&
      word.start - last.end < PAUSE_SECONDS &&
      !/[.!?…。！？]["'”’)]*$/.test(last.text)
    if (fits) {
      open.push(word)
      length += 1 + word.text.length
    } else {
      cues.push([word])
      length = word.text.length
    }
  }
  return cues.map((cue, i) => {
    const [start, end] = [cue[0]!.start, cue.at(-1)!.end]
    const until = Math.max(end, start + SHORTEST_CUE_SECONDS)
    return { words: cue, start, end: Math.min(until, cues[i + 1]?.[0]?.start ?? until) }
  })
}

/** Where a second line begins: the break that leaves the two most alike; 0 = one line is enough. */
function secondLine(words: readonly TimedWord[]): number {
  const lengths = words.map(({ text }) => text.length + 1)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (total - 1 <= LONGEST_LINE) return 0
  let before = 0
  let best = 0
  let least = total
  lengths.forEach((length, i) => {
    const uneven = Math.abs(total - 2 * before)
    if (i > 0 && uneven < least) {
      best = i
      least = uneven
    }
    before += length
  })
  return best
}

/** 3723.004 → "01:02:03.004"; SRT has a comma. */
function clockTime(seconds: Seconds, point: '.' | ','): string {
  const ms = Math.round(seconds * 1000)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${point}${String(ms % 1000).padStart(3, '0')}`
}

/** A blank line would end the cue. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ')
const forVtt = (text: string) => oneLine(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
/** Nothing in a line may look like the arrow between two times. */
const forSrt = (text: string) => oneLine(text).replace(/-->/g, '→')

export function webVtt(words: readonly TimedWord[], mark: AiMark): string {
  const cues = cuesOf(words).map(({ words: said, start, end }, i) => {
    const breakAt = secondLine(said)
    const text = said
      .map((word, at) => {
        const gap = at === 0 ? '' : at === breakAt ? '\n' : ' '
        return `${gap}${at === 0 ? '' : `<${clockTime(word.start, '.')}>`}${forVtt(word.text)}`
      })
      .join('')
    return `${i + 1}\n${clockTime(start, '.')} --> ${clockTime(end, '.')}\n${text}\n`
  })
  return ['WEBVTT\n', `NOTE\n${markSentence(mark)}\ndigitalSourceType: ${sourceTypeAddress(mark)}\n`, ...cues].join('\n')
}

export function subRip(words: readonly TimedWord[]): string {
  return cuesOf(words)
    .map(({ words: said, start, end }, i) => {
      const breakAt = secondLine(said)
      const text = said.map((word, at) => `${at === 0 ? '' : at === breakAt ? '\n' : ' '}${forSrt(word.text)}`).join('')
      return `${i + 1}\n${clockTime(start, ',')} --> ${clockTime(end, ',')}\n${text}\n`
    })
    .join('\n')
}
