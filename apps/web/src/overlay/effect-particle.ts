// In: one thing that flies, the time since its effect began, the size of the picture. Out: where it is then. No step depends on the one
// before it, so that the rate of frames changes nothing.
import type { Hertz, Seconds, Unit } from '@psiona/shared/units'
import type { SpriteName } from './effect-sprites'
import type { StandBox } from './overlay-space'

/** Lengths are shares of the picture's smaller side, unless said otherwise; angles in turns; down is positive. */
export interface Particle {
  readonly sprite: SpriteName
  readonly bornSeconds: Seconds
  readonly livesSeconds: Seconds
  /** It begins again so often, elsewhere along the upper edge: rain needs no more drops than are seen at once. */
  readonly everySeconds?: Seconds
  /** Where it starts: shares of the width and height of the picture; or of what she fills; or, in x, of what she leaves free at both sides. */
  readonly where?: 'picture' | 'her' | 'beside'
  readonly x: Unit
  readonly y: Unit
  readonly size: Unit
  /** Height to width of what is drawn, before it flips. */
  readonly stretch?: number
  /** Speed at the start, a second. */
  readonly speedX?: number
  readonly speedY?: number
  /** How fast that speed is lost, 1/s; 0 = never. */
  readonly drag?: number
  /** Pulls it down, 1/s². */
  readonly gravity?: number
  /** Steady, in heights of the picture a second. */
  readonly descent?: number
  /** To and fro. */
  readonly sway?: { readonly width: number; readonly hz: Hertz; readonly phase: Unit }
  readonly turn?: Unit
  /** Turns a second. */
  readonly spin?: number
  /** Like paper that tumbles: its height comes and goes so often. */
  readonly flipHz?: Hertz
  /** Grows to its size at the start, fades at the end. */
  readonly growsSeconds?: Seconds
  readonly fadesSeconds?: Seconds
  /** Grows beyond its size and comes back. */
  readonly bounces?: boolean
  readonly alpha?: Unit
}

/** Px. */
export interface EffectField {
  readonly width: number
  readonly height: number
  readonly her: StandBox
}

export interface ParticlePlace {
  /** Px. */
  x: number
  y: number
  width: number
  height: number
  /** Radians. */
  angle: number
  alpha: Unit
}

/** Steps of the golden ratio never come back to where they were. */
const ELSEWHERE: Unit = 0.618
/** What may be drawn of a paper on edge. */
const THINNEST = 0.12

/** Writes to `place`; false when it is not there at that time. */
export function placeParticle(particle: Particle, seconds: Seconds, field: EffectField, place: ParticlePlace): boolean {
  const lived = seconds - particle.bornSeconds
  if (lived < 0 || lived >= particle.livesSeconds) return false
  const { everySeconds } = particle
  const round = everySeconds === undefined ? 0 : Math.floor(lived / everySeconds)
  const age = lived - round * (everySeconds ?? 0)
  const { speedX = 0, speedY = 0, drag = 0, gravity = 0, descent = 0, sway, growsSeconds = 0, fadesSeconds = 0 } = particle
  const unit = Math.min(field.width, field.height)
  // The way made by a speed that dies away.
  const coasted = drag === 0 ? age : (1 - Math.exp(-drag * age)) / drag
  // Under drag a fall reaches its own steady speed, gravity / drag.
  const fallen = drag === 0 ? (gravity * age * age) / 2 : (gravity * (age - coasted)) / drag
  const swayed = sway ? sway.width * (wave(sway.phase + sway.hz * age) - wave(sway.phase)) : 0
  place.x =
    startX(particle, round === 0 ? particle.x : (particle.x + round * ELSEWHERE) % 1, field) + (speedX * coasted + swayed) * unit
  place.y = startY(particle, field) + (speedY * coasted + fallen) * unit + descent * age * field.height
  const grown = growsSeconds > 0 ? growth(Math.min(1, age / growsSeconds), particle.bounces ?? false) : 1
  const left = particle.livesSeconds - lived
  place.width = particle.size * unit * grown
  const flip = particle.flipHz === undefined ? 1 : wave(particle.flipHz * age + (particle.turn ?? 0))
  place.height = place.width * (particle.stretch ?? 1) * (Math.abs(flip) < THINNEST ? THINNEST : flip)
  place.angle = 2 * Math.PI * ((particle.turn ?? 0) + (particle.spin ?? 0) * age)
  place.alpha = (particle.alpha ?? 1) * (fadesSeconds > 0 ? Math.min(1, left / fadesSeconds) : 1)
  return true
}

/** Where she leaves less than this free, what flies beside her keeps to the outer thirds. */
const LEAST_FREE: Unit = 0.25
/** What stands by her stays so far inside the picture. */
const INSIDE: Unit = 0.12

function startX({ where }: Particle, x: Unit, { width, height, her }: EffectField): number {
  if (where === 'her') {
    const inside = INSIDE * Math.min(width, height)
    return Math.max(inside, Math.min(width - inside, her.left + x * her.width))
  }
  if (where !== 'beside') return x * width
  const free = width - her.width
  if (free < LEAST_FREE * width) return (x < 0.5 ? 0.6 * x : 0.4 + 0.6 * x) * width
  return x * free < her.left ? x * free : x * free + her.width
}

const startY = ({ where, y }: Particle, { height, her }: EffectField): number =>
  where === 'her' ? her.top + y * her.height : y * height

const wave = (turns: number) => Math.sin(2 * Math.PI * turns)

/** 0..1; bouncing, it goes a tenth beyond and comes back. */
const growth = (share: Unit, bounces: boolean): number =>
  bounces ? 1 + 2.7 * (share - 1) ** 3 + 1.7 * (share - 1) ** 2 : 1 - (1 - share) ** 2
