// How loud a foreign voice is, hop after hop, flows in; what head and brows do along with it flows out as goals for the field.
// Seeded: the same sound moves the same head. No allocation.
import type { Ms, Seconds } from '@psiona/shared'
import type { Field } from './field'
import { MOUTH_HOPS_PER_SECOND } from './mouth-features'
import { OSCILLATOR } from './oscillator'
import { createRandom } from './random'

const NOD_TAU_MS: Ms = 70
const BROW_TAU_MS: Ms = 60
const TURN_TAU_MS: Ms = 260
/** A syllable stands out that is so much louder than syllables lately were. */
const PROMINENT_DB = 1.5
const NOD_SECONDS: Seconds = 0.14
const NOD_LEAST = 0.45
const NOD_MOST = 1
/** dB over the others that make a full nod. */
const FULL_NOD_DB = 6
const BROW_PER_NOD = 0.3
/** The head does not hammer. */
const LEAST_BETWEEN_SECONDS: Seconds = 0.45
/** A pause of this begins another phrase, and the head turns a little to the other side. */
const PHRASE_PAUSE_SECONDS: Seconds = 0.18
const TURN_LEAST = 0.2
const SILENT_DB = -30
/** What syllables were like: the mean while speaking, over a second and a half. */
const MEAN_HOPS = 1.5 * MOUTH_HOPS_PER_SECOND
const FIRST_MEAN_DB = -8
/** Syllables, not periods of the voice. */
const SMOOTH = 0.25

export class HeardHead {
  private readonly field: Field
  private readonly random = createRandom(1)
  private levelDb = 0
  private meanDb = FIRST_MEAN_DB
  private pauseSeconds = 0
  private sinceNodSeconds = 0
  private toLeft = false

  constructor(field: Field) {
    this.field = field
  }

  begin(seed: number): void {
    this.random.reseed(seed + 1)
    this.levelDb = SILENT_DB
    this.meanDb = FIRST_MEAN_DB
    this.pauseSeconds = this.sinceNodSeconds = LEAST_BETWEEN_SECONDS
    this.toLeft = this.random.uniform() < 0.5
  }

  /** One hop of the mouth listener. */
  step(relativeDb: number): void {
    const seconds = 1 / MOUTH_HOPS_PER_SECOND
    this.levelDb += SMOOTH * (Math.max(SILENT_DB, relativeDb) - this.levelDb)
    this.sinceNodSeconds += seconds
    if (relativeDb <= SILENT_DB) {
      this.pauseSeconds += seconds
      if (this.pauseSeconds >= PHRASE_PAUSE_SECONDS) this.rest()
      return
    }
    if (this.pauseSeconds >= PHRASE_PAUSE_SECONDS) this.turn()
    this.pauseSeconds = 0
    const above = this.levelDb - this.meanDb
    this.meanDb += above / MEAN_HOPS
    if (above > PROMINENT_DB && this.sinceNodSeconds >= LEAST_BETWEEN_SECONDS) this.nod(above / FULL_NOD_DB)
    else if (this.sinceNodSeconds >= NOD_SECONDS) this.lift()
  }

  private nod(part: number): void {
    const strength = NOD_LEAST + (NOD_MOST - NOD_LEAST) * Math.min(1, part) * this.random.between(0.6, 1)
    this.sinceNodSeconds = 0
    this.field.goal(OSCILLATOR.accentNod, strength, NOD_TAU_MS)
    this.field.goal(OSCILLATOR.browRaise, BROW_PER_NOD * strength, BROW_TAU_MS)
  }

  private lift(): void {
    this.field.goal(OSCILLATOR.accentNod, 0, NOD_TAU_MS)
    this.field.goal(OSCILLATOR.browRaise, 0, BROW_TAU_MS)
  }

  private turn(): void {
    this.toLeft = !this.toLeft
    const strength = this.random.between(TURN_LEAST, 1)
    this.field.goal(this.toLeft ? OSCILLATOR.turnLeft : OSCILLATOR.turnRight, strength, TURN_TAU_MS)
    this.field.goal(this.toLeft ? OSCILLATOR.turnRight : OSCILLATOR.turnLeft, 0, TURN_TAU_MS)
  }

  /** Upright. */
  rest(): void {
    this.lift()
    this.field.goal(OSCILLATOR.turnLeft, 0, TURN_TAU_MS)
    this.field.goal(OSCILLATOR.turnRight, 0, TURN_TAU_MS)
  }
}
