// Moments in, a motion of the model playing out: idle ones one after another, others over them by rank, each fading into the next.
import type { AvatarMap, MotionCue } from '@psiona/shared/avatar-map'
import type { Seconds, Unit } from '@psiona/shared/units'

export interface ModelMotion {
  readonly durationSeconds: Seconds
  readonly loop: boolean
  readonly fadeIn: Seconds
  readonly fadeOut: Seconds
  /** Dials it moves, in the order of `valueAt`. */
  readonly dials: readonly number[]
  /** A loop begins anew by itself. */
  valueAt(index: number, seconds: Seconds): number
}

/** The motions of a model by group; a group is read when it is wanted for the first time. */
export interface MotionShelf {
  readonly groups: readonly string[]
  load(group: string): Promise<readonly ModelMotion[]>
}
export const EMPTY_SHELF: MotionShelf = { groups: [], load: async () => [] }

export const RANK = { idle: 0, mood: 1, act: 2 } as const
type Rank = (typeof RANK)[keyof typeof RANK]
const rankOf = (cue: MotionCue): Rank =>
  cue === 'idle' ? RANK.idle : cue.startsWith('emotion-') || cue === 'thinking-long' ? RANK.mood : RANK.act

interface Playing {
  readonly motion: ModelMotion
  readonly rank: Rank
  /** Goes on until another one comes. */
  readonly endless: boolean
  seconds: Seconds
  /** Since when it makes way; null = it does not. */
  leaving: Seconds | null
}

const ramp = (seconds: Seconds, over: Seconds): Unit => (over <= 0 ? 1 : Math.max(0, Math.min(1, seconds / over)))
const eased = (share: Unit): Unit => 0.5 - 0.5 * Math.cos(Math.PI * share)

/** What makes way for another never jumps, whatever its file says. */
const SHORTEST_FADE: Seconds = 0.2
const makingWay = ({ fadeOut }: ModelMotion): Seconds => Math.max(fadeOut, SHORTEST_FADE)

/** In which the next idle motion may begin already: what is shorter than its fade is still played half. */
const lastPart = ({ durationSeconds, fadeOut }: ModelMotion): Seconds => Math.min(fadeOut, durationSeconds / 2)

const isOver = ({ motion, endless, seconds, leaving }: Playing): boolean =>
  (!endless && seconds >= motion.durationSeconds) || (leaving !== null && leaving >= makingWay(motion))

const weightOf = ({ motion, endless, seconds, leaving }: Playing): Unit => {
  const inward = eased(ramp(seconds, motion.fadeIn))
  const outward = endless ? 1 : eased(ramp(motion.durationSeconds - seconds, motion.fadeOut))
  const staying = leaving === null ? 1 : eased(1 - ramp(leaving, makingWay(motion)))
  return Math.min(inward, outward, staying)
}

export class MotionPlayer {
  readonly #shelf: MotionShelf
  readonly #map: AvatarMap['motions']
  readonly #chance: () => Unit
  /** The oldest first; each lies over the ones before. */
  #playing: Playing[] = []
  #loadingIdle = false
  #begun = false
  /** The newest wish; an older one that is still being read is not played any more. */
  #wish = 0

  constructor(shelf: MotionShelf, map: AvatarMap['motions'], chance: () => Unit = Math.random) {
    this.#shelf = shelf
    this.#map = map
    this.#chance = chance
    this.#idle()
  }

  cue(cue: MotionCue): boolean {
    const group = this.#map[cue]
    return group !== undefined && this.start(group, rankOf(cue))
  }

  /** False: there is no such group, or something of a higher rank plays. */
  start(group: string, rank: Rank = RANK.act): boolean {
    if (!this.#shelf.groups.includes(group)) return false
    if (this.#playing.some((p) => p.leaving === null && p.rank > rank)) return false
    const wish = ++this.#wish
    void this.#shelf.load(group).then((motions) => {
      if (wish === this.#wish) this.#begin(motions, rank)
    })
    return true
  }

  #begin(motions: readonly ModelMotion[], rank: Rank): void {
    const motion = motions[Math.min(motions.length - 1, Math.floor(this.#chance() * motions.length))]
    if (!motion) return
    // Who has not been seen yet need not come from anywhere.
    const seconds = this.#begun ? 0 : motion.fadeIn
    this.#begun = true
    for (const playing of this.#playing) playing.leaving ??= 0
    // Exporters mark most motions as loops; only the sole idle one is meant to be. A pose without length is held.
    const endless = rank === RANK.idle && ((motion.loop && motions.length === 1) || motion.durationSeconds <= 0)
    this.#playing.push({ motion, rank, endless, seconds, leaving: null })
  }

  step(elapsed: Seconds): void {
    this.#begun = true
    const passed = Math.max(0, elapsed)
    for (let i = 0; i < this.#playing.length; i++) {
      const playing = this.#playing[i]!
      playing.seconds += passed
      if (playing.leaving !== null) playing.leaving += passed
    }
    if (this.#playing.some(isOver)) this.#playing = this.#playing.filter((playing) => !isOver(playing))
    this.#idle()
  }

  /** Begins the next idle motion so early that one fades into the other. */
  #idle(): void {
    const group = this.#map.idle
    const busy = this.#playing.some(
      (p) => p.leaving === null && (p.endless || p.seconds < p.motion.durationSeconds - lastPart(p.motion)),
    )
    if (group === undefined || busy || this.#loadingIdle || !this.#shelf.groups.includes(group)) return
    this.#loadingIdle = true
    const wish = this.#wish
    void this.#shelf.load(group).then((motions) => {
      // A group that cannot be read stays as it is: asking again in every frame would not mend it.
      this.#loadingIdle = motions.length === 0
      if (wish === this.#wish) this.#begin(motions, RANK.idle)
    })
  }

  /** Lays what plays over the values, of this rank and above. */
  write(out: Float32Array, least: Rank = RANK.idle): void {
    for (let i = 0; i < this.#playing.length; i++) {
      const playing = this.#playing[i]!
      const { motion, rank } = playing
      if (rank < least) continue
      const weight = weightOf(playing)
      for (let j = 0; j < motion.dials.length; j++) {
        const dial = motion.dials[j]!
        out[dial] = out[dial]! + (motion.valueAt(j, playing.seconds) - out[dial]!) * weight
      }
    }
  }
}
