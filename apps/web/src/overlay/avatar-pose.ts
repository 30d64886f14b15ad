// Everything that wants something of her in, one value for each dial of the model out. Both avatars stand on it.
// From weak to strong: defaults, motions, what she wears, expressions; the frame for what it is linked to; what the panel tries on.
// A linked parameter is the frame's. An expression, and a motion that is played for a moment, may pull at it (see pulledTogether), but not at
// the lips: they say what is heard. Idle motions may not: the frame breathes and sways by itself.
import type { AvatarMap, ChannelLink, MotionCue } from '@psiona/shared/avatar-map'
import { type FaceFrame, restFace } from '@psiona/shared/face-frame'
import type { ParameterValues } from '@psiona/shared/model-sheet'
import type { Emotion } from '@psiona/shared/mood'
import type { Ms, Seconds } from '@psiona/shared/units'
import type { Glance, Trial } from './avatar'
import { type Dial, dialIndex, within } from './avatar-dials'
import { ExpressionBlend, type ModelExpression, pulledTogether } from './avatar-expressions'
import { GlanceOffset } from './avatar-glance'
import { FaceLinks } from './avatar-links'
import { MotionPlayer, type MotionShelf, RANK } from './avatar-motions'
import { WornValues } from './avatar-worn'

export interface PoseParts {
  /** Parameters of the model, then its parts. */
  readonly parameters: readonly Dial[]
  readonly parts: readonly Dial[]
  /** What motions alone move, after these. */
  readonly switches?: readonly Dial[]
  readonly links: readonly ChannelLink[]
  readonly map: Pick<AvatarMap, 'expressions' | 'motions' | 'taps'>
  readonly expressions: readonly ModelExpression[]
  readonly shelf: MotionShelf
  readonly eyeLevel: number
}

/** After a pause (hidden tab) nothing is made up for: hair would swing as if she had been shaken. */
export const LONGEST_STEP: Seconds = 0.1

export class AvatarPose {
  /** One value for each dial: parameters, then parts, then switches. */
  readonly values: Float32Array
  readonly dials: readonly Dial[]
  readonly #links: FaceLinks
  readonly #worn: WornValues
  readonly #glance: GlanceOffset
  readonly #blend: ExpressionBlend
  readonly #motions: MotionPlayer
  readonly #taps: AvatarMap['taps']
  readonly #at: ReadonlyMap<string, number>
  readonly #face = restFace()
  readonly #framed: Float32Array
  /** What motions of a moment make of a face at rest. */
  readonly #acted: Float32Array
  /** NaN = not held. */
  readonly #held: Float32Array

  constructor({ parameters, parts, switches = [], links, map, expressions, shelf, eyeLevel }: PoseParts) {
    const named = [...parameters, ...parts]
    this.dials = [...named, ...switches]
    this.values = Float32Array.from(this.dials, (d) => d.default)
    // A switch bears the name of its part.
    this.#at = dialIndex(named)
    this.#links = new FaceLinks(links, parameters)
    this.#worn = new WornValues(named, this.#links.linked)
    this.#glance = new GlanceOffset(eyeLevel)
    this.#blend = new ExpressionBlend(expressions, map.expressions, this.dials.length)
    this.#motions = new MotionPlayer(shelf, map.motions)
    this.#taps = map.taps
    this.#framed = this.values.slice()
    this.#acted = this.values.slice()
    this.#held = new Float32Array(this.dials.length).fill(Number.NaN)
  }

  step(face: FaceFrame, elapsed: Seconds): void {
    const passed = Math.max(0, Math.min(LONGEST_STEP, elapsed))
    this.#face.set(face)
    this.#glance.step(this.#face, passed)
    this.#links.write(this.#face, this.#framed)
    // What eases by a given time is done on time, pauses or not.
    this.#worn.step(elapsed)
    this.#motions.step(passed)
    this.#blend.step(passed)
    for (let i = 0; i < this.values.length; i++) {
      this.values[i] = this.dials[i]!.default
      this.#acted[i] = this.dials[i]!.default
    }
    this.#motions.write(this.values)
    this.#motions.write(this.#acted, RANK.act)
    for (let i = 0; i < this.values.length; i++) this.values[i] = within(this.dials[i]!, this.#valueOf(i))
  }

  #valueOf(i: number): number {
    if (!Number.isNaN(this.#held[i]!)) return this.#held[i]!
    if (!this.#links.linked.has(i)) {
      const value = this.#worn.has(i) ? this.#worn.value(i) : this.values[i]!
      return this.#blend.touched.has(i) ? this.#blend.apply(i, value) : value
    }
    const framed = this.#framed[i]!
    if (this.#links.lips.has(i)) return framed
    const acted = this.#pulled(i, framed, this.#acted[i]!)
    return this.#blend.touched.has(i) ? this.#pulled(i, acted, this.#blend.apply(i, this.dials[i]!.default)) : acted
  }

  #pulled(i: number, value: number, by: number): number {
    const { min, max, default: rest } = this.dials[i]!
    return rest + pulledTogether(value - rest, by - rest, value < rest ? rest - min : max - rest)
  }

  /** Whether this value counts whatever physics makes of it. */
  isFirm(dial: number): boolean {
    return this.#links.linked.has(dial) || this.#worn.has(dial) || !Number.isNaN(this.#held[dial]!)
  }

  wear(values: ParameterValues, overMs: Ms): void {
    this.#worn.put(values, overMs)
  }

  feel(emotion: Emotion): void {
    this.#blend.feel(emotion)
  }

  gaze(at: Glance | null): void {
    this.#glance.look(at)
  }

  cue(cue: MotionCue): boolean {
    return this.#motions.cue(cue)
  }

  play(group: string): boolean {
    return this.#motions.start(group)
  }

  /** The hit areas under a touch of her. */
  touch(areas: readonly string[]): boolean {
    const group = areas.map((area) => this.#taps[area]).find((named) => named !== undefined)
    return group === undefined ? this.#motions.cue('tap') : this.#motions.start(group)
  }

  tryOn({ held, expression }: Trial): void {
    this.#held.fill(Number.NaN)
    for (const [id, value] of Object.entries(held)) {
      const i = this.#at.get(id)
      if (i !== undefined) this.#held[i] = value
    }
    this.#blend.tryOn(expression)
  }
}
