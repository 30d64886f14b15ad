// A score and the time since it began flow in; what is due is handed to the field: goals, breath-group impulses, the syllable clock,
// formant frequencies and the lips that follow them. No allocation while it plays.
import { CONTROL_STEP_SAMPLES, type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import type { Field } from './field'
import { FORMANT4_HZ } from './formants'
import { Glide } from './glide'
import { MOUTH_KEYS, mouthKeyWeights } from './mouth-shape'
import { OSCILLATOR } from './oscillator'
import { PHRASE_TAU_MS } from './pitch-goals'
import type { FormantKnot, Score } from './score'

const FORMANT_TAU_MS: Ms = 3.6
const LIPS_TAU_MS: Ms = 14
/** The jaw's lag at an ordinary pace, made good beforehand. */
const JAW_LEAD_MS: Ms = 6
const TAU = 2 * Math.PI
const FORMANTS = [OSCILLATOR.formant1, OSCILLATOR.formant2, OSCILLATOR.formant3] as const
const KEYS = MOUTH_KEYS.map((key) => OSCILLATOR[`vowel${key}`])
const NEUTRAL_HZ = [500, 1500, 2500] as const

export class ScoreTimeline {
  private readonly field: Field
  private score: Score | null = null
  private nextGoal = 0
  private nextCommand = 0
  private nextSyllable = 0
  private readonly voicePath = new KnotPath()
  private readonly lipPath = new KnotPath()
  private readonly formants = new Glide(FORMANTS.length, FORMANT_TAU_MS)
  private readonly lipFormants = new Float64Array(FORMANTS.length)
  private readonly keyWeights = new Float64Array(MOUTH_KEYS.length)

  constructor(field: Field) {
    this.field = field
  }

  begin(score: Score): void {
    this.score = score
    this.nextGoal = this.nextCommand = this.nextSyllable = 0
    this.voicePath.start(score.formants)
    this.lipPath.start(score.lips)
    this.voicePath.at(0, this.formants.goal)
    this.formants.arrive()
    for (const key of KEYS) this.field.goal(key, 0, LIPS_TAU_MS)
    this.field.settle(OSCILLATOR.formant4, 1)
    this.field.omega[OSCILLATOR.formant4] = TAU * FORMANT4_HZ
    this.field.settle(OSCILLATOR.syllable, 1)
    this.field.phase[OSCILLATOR.syllable] = this.field.phase[OSCILLATOR.jaw] = 0
  }

  /** Nothing more is due. */
  end(): void {
    this.score = null
    this.field.settle(OSCILLATOR.syllable, 0)
  }

  /** Before the control step that leads from `atSample` (since the score's start) to the next. */
  advance(atSample: Samples): void {
    const { score, field } = this
    if (!score) return
    for (; this.nextGoal < score.goals.length; this.nextGoal++) {
      const goal = score.goals[this.nextGoal]!
      if (goal.atSample > atSample) break
      field.goal(OSCILLATOR[goal.oscillator], goal.target, goal.tauMs)
    }
    for (; this.nextCommand < score.phraseCommands.length; this.nextCommand++) {
      const command = score.phraseCommands[this.nextCommand]!
      if (command.atSample > atSample) break
      field.impulse(OSCILLATOR.phrase, command.magnitude, PHRASE_TAU_MS, command.ageMs)
    }
    const arrival = atSample + CONTROL_STEP_SAMPLES
    this.turnSyllable(arrival + samplesFromMs(JAW_LEAD_MS))
    this.voicePath.at(arrival + samplesFromMs(2 * FORMANT_TAU_MS), this.formants.goal)
    this.formants.step()
    for (let q = 0; q < FORMANTS.length; q++) field.omega[FORMANTS[q]!] = TAU * this.formants.value[q]!
    this.shapeLips(arrival + samplesFromMs(2 * LIPS_TAU_MS))
  }

  /** Half a turn from the syllable's start to its nucleus, half a turn to its end; between syllables the jaw is up. */
  private turnSyllable(sample: Samples): void {
    const { syllables } = this.score!
    while (this.nextSyllable < syllables.length && syllables[this.nextSyllable]!.endSample <= sample) this.nextSyllable++
    const syllable = syllables[this.nextSyllable]
    if (!syllable || sample < syllable.startSample) {
      this.field.phase[OSCILLATOR.syllable] = 0
      return
    }
    const { startSample, nucleusSample, endSample } = syllable
    const opening = sample < nucleusSample
    const part = opening
      ? (sample - startSample) / (nucleusSample - startSample)
      : 1 + (sample - nucleusSample) / (endSample - nucleusSample)
    this.field.phase[OSCILLATOR.syllable] = part * Math.PI
  }

  private shapeLips(sample: Samples): void {
    this.lipPath.at(sample, this.lipFormants)
    mouthKeyWeights(this.lipFormants[0]!, this.lipFormants[1]!, this.keyWeights)
    for (let i = 0; i < KEYS.length; i++) this.field.aim(KEYS[i]!, this.keyWeights[i]!)
  }
}

/** A walk along the knots: positions asked for may only grow. */
class KnotPath {
  private knots: readonly FormantKnot[] = []
  private next = 0

  start(knots: readonly FormantKnot[]): void {
    this.knots = knots
    this.next = 0
  }

  at(sample: Samples, hertz: Float64Array): void {
    const { knots } = this
    while (this.next < knots.length && knots[this.next]!.atSample <= sample) this.next++
    const left = knots[this.next - 1]
    const right = knots[this.next]
    for (let q = 0; q < hertz.length; q++) {
      const from = (left ?? right)?.hertz[q] ?? NEUTRAL_HZ[q]!
      const to = (right ?? left)?.hertz[q] ?? NEUTRAL_HZ[q]!
      const part = left && right ? (sample - left.atSample) / (right.atSample - left.atSample) : 0
      hertz[q] = from + part * (to - from)
    }
  }
}
