// Lines on the engine's clock that have not been heard to their end, in order. In: where the listener is. Out: what has been heard, to the record.
import { type Line, type Ms, msFromSamples, type Samples, type Turn, withoutSpeechMarks } from '@psiona/shared'
import type { Hearing } from '../organs'
import type { PlacedLine } from './engine-messages'
import { heardText, heardWords } from './spoken'

/** Progress reports a second while she speaks. */
const PROGRESS_EVERY_MS: Ms = 100

/** One of them. Where it stands may change while its sound is still coming (`open`). */
export interface LineOnClock extends PlacedLine {
  readonly line: Line
  startSample: Samples
  endSample: Samples
  words: PlacedLine['words']
  open: boolean
  /** Its turn is over with it. */
  closes: boolean
}

export interface LinesOnClock {
  add(line: Line, placed: PlacedLine, open: boolean): LineOnClock
  /** Which line that sample belongs to. */
  at(sample: Samples): LineOnClock | undefined
  follow(listenerAt: Samples, nowMs: Ms): void
  /** What is left to be heard. */
  remainingMs(listenerAt: Samples): Ms
  /** Takes all off the clock; the record is told how much of each was heard when the result is called. */
  clear(listenerAt: Samples): () => void
  /** No more lines of this turn come: it is over when those on the clock have been heard. */
  end(turn: Turn): void
}

export function createLinesOnClock(hearing: Hearing): LinesOnClock {
  let lines: (LineOnClock & { started: boolean; heard: number })[] = []
  let progressMs = 0
  return {
    add(line, { startSample, endSample, words }, open) {
      const added = { line, startSample, endSample, words, open, closes: false, started: false, heard: 0 }
      lines.push(added)
      return added
    },
    at: (sample) => lines.find((spoken) => sample >= spoken.startSample && (spoken.open || sample < spoken.endSample)),
    follow(listenerAt, nowMs) {
      for (const spoken of lines) {
        if (!spoken.started && listenerAt >= spoken.startSample) {
          spoken.started = true
          hearing.lineStarted(spoken.line.turn, spoken)
          hearing.firstSound(spoken.line.turn)
        }
        const heard = heardWords(spoken.words, listenerAt)
        if (spoken.started && heard !== spoken.heard && nowMs - progressMs >= PROGRESS_EVERY_MS) {
          progressMs = nowMs
          spoken.heard = heard
          hearing.wordsHeard(spoken.line.turn, spoken, heard)
        }
      }
      while (lines[0] && !lines[0].open && listenerAt >= lines[0].endSample) {
        const [done] = lines.splice(0, 1)
        if (!done) return
        hearing.wordsHeard(done.line.turn, done, done.words.length)
        hearing.lineHeard(done.line.turn, withoutSpeechMarks(done.line.text))
        if (done.closes) hearing.turnOver(done.line.turn)
      }
    },
    remainingMs(listenerAt) {
      const last = lines.at(-1)
      return last ? msFromSamples(last.endSample - listenerAt) : 0
    },
    clear(listenerAt) {
      const ended = lines
      lines = []
      return () => {
        for (const spoken of ended) {
          // One that never began is no line the panel should show.
          if (!spoken.started) continue
          hearing.wordsHeard(spoken.line.turn, spoken, heardWords(spoken.words, listenerAt))
          hearing.lineHeard(spoken.line.turn, withoutSpeechMarks(heardText(spoken, listenerAt)))
        }
        for (const turn of new Set(ended.map(({ line }) => line.turn))) hearing.turnOver(turn)
      }
    },
    end(turn) {
      const last = lines.findLast(({ line }) => line.turn === turn)
      if (last) last.closes = true
      else hearing.turnOver(turn)
    },
  }
}
