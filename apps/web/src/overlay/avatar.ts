// The port behind which somebody draws her: face frames, feelings, clothes, glances and moments go in, a picture on a canvas comes out.
import type { AvatarMap, MotionCue } from '@psiona/shared/avatar-map'
import type { FaceFrame } from '@psiona/shared/face-frame'
import type { ParameterValues } from '@psiona/shared/model-sheet'
import type { Emotion } from '@psiona/shared/mood'
import type { StudioReport } from '@psiona/shared/studio-wire'
import type { Ms, Seconds } from '@psiona/shared/units'

/** -1..1 of the picture from its centre, x to the viewer's right, y upwards. */
export interface Glance {
  readonly x: number
  readonly y: number
}

/** What the panel tries on: held over everything else. */
export interface Trial {
  readonly held: ParameterValues
  /** An expression of the model by its name, shown whole. */
  readonly expression: string | null
}
export const NO_TRIAL: Trial = { held: {}, expression: null }

/** What the model consists of, for whoever maps it. */
export type AvatarContents = Pick<StudioReport, 'parameters' | 'expressions' | 'motionGroups' | 'hitAreas'>

export interface AvatarOptions {
  /** All of her, or from the waist up. */
  readonly framing: 'full' | 'bust'
  /** Smooths the edges of meshes for some of the graphics card's time. */
  readonly antialias: boolean
}

/** What it holds on the graphics card. */
export interface CardLoad {
  readonly textures: number
  readonly bytes: number
}

export interface Avatar {
  readonly renderer: 'live2d' | 'puppet'
  readonly contents: AvatarContents
  readonly cardLoad: CardLoad
  /** One face frame → pose. Called once an animation frame; seconds since the last call drive hair, motions and all that eases. */
  pose(face: FaceFrame, elapsed: Seconds): void
  /** Another map for the same model. What she was told before has to be told again. */
  remap(map: AvatarMap): void
  /** All she wears, by parameters that no channel moves, and by parts; what is absent goes back to its default. */
  wear(values: ParameterValues, overMs: Ms): void
  /** Blends the model's expressions; eased. */
  feel(emotion: Emotion): void
  /** Where she looks, on top of the frame; null = where the frame looks. Eased. */
  gaze(at: Glance | null): void
  /** False: the model has nothing for it, or does something more important. */
  motion(cue: MotionCue): boolean
  /** Plays a group of the model, whatever it is for. */
  play(group: string): boolean
  tryOn(trial: Trial): void
  /** CSS px of the picture. False: it did not touch her, or nothing follows. */
  tap(x: number, y: number): boolean
  /** In CSS px. */
  resize(width: number, height: number, devicePixelRatio: number): void
  render(): void
  /** Afterwards every call does nothing. */
  destroy(): void
}
