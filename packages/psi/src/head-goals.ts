// Placed segments flow in, what the head and brows do along with the words flows out: a dip on every accent, a turn for every phrase.
import { type Ms, samplesFromMs } from '@psiona/shared'
import { GoalTrack } from './goal-track'
import { createRandom } from './random'
import type { Goal } from './score'
import type { TimedSegment } from './timed-segment'

const NOD_TAU_MS: Ms = 70
const BROW_TAU_MS: Ms = 60
const TURN_TAU_MS: Ms = 260

/** The head begins before the vowel it falls on. */
const NOD_EARLY_MS: Ms = 40
const NOD_LEAST = 0.45
const NOD_MOST = 1
const BROW_EMPHASIS = 0.9
const BROW_ACCENT = 0.15
const BROW_QUESTION = 0.8
const QUESTION_BROW_MS: Ms = 450
const TURN_LEAST = 0.2
const LAUGHS: ReadonlySet<TimedSegment['sound']> = new Set(['laugh', 'chuckle', 'giggle', 'burst'])
const LAUGH_NOD = 0.7
const LAUGH_EARLY_MS: Ms = 30

export function headGoals(segments: readonly TimedSegment[], seed: number): Goal[] {
  const random = createRandom(seed + 1)
  const nod = new GoalTrack('accentNod', NOD_TAU_MS, 0)
  const brow = new GoalTrack('browRaise', BROW_TAU_MS)
  const left = new GoalTrack('turnLeft', TURN_TAU_MS, 0)
  const right = new GoalTrack('turnRight', TURN_TAU_MS, 0)
  let phraseStart = 0
  let side = random.uniform() < 0.5 ? left : right
  for (const segment of segments) {
    const { startSample, endSample, emphasis, ending } = segment
    if (segment.phraseStart) phraseStart = startSample
    if (segment.part) {
      // Laughter shakes the head with each pulse.
      if (segment.vowel && LAUGHS.has(segment.sound)) nod.paint(startSample, endSample - samplesFromMs(LAUGH_EARLY_MS), LAUGH_NOD)
      continue
    }
    if (segment.vowel && segment.stress === 2 && (!segment.weak || emphasis > 0)) {
      const strength = random.between(NOD_LEAST, NOD_MOST) * Math.min(1, segment.accent) * (1 + 0.5 * emphasis)
      nod.paint(startSample - samplesFromMs(NOD_EARLY_MS), endSample - samplesFromMs(NOD_TAU_MS), strength)
      brow.paint(startSample, endSample, emphasis > 0 ? BROW_EMPHASIS * emphasis : BROW_ACCENT * strength)
    }
    if (segment.phraseEnd) {
      if (
        segment.tune === 'rise' ||
        segment.tune === 'tag' ||
        (!segment.tune && (ending === 'question' || ending === 'wh-question'))
      )
        brow.paint(Math.max(phraseStart, endSample - samplesFromMs(QUESTION_BROW_MS)), endSample, BROW_QUESTION)
      side.paint(phraseStart, endSample, random.between(TURN_LEAST, 1))
      side = side === left ? right : left
    }
  }
  return [nod, brow, left, right].flatMap((track) => track.goals())
}
