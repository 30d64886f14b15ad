// What all avatars have in common: whatever she is told goes into a pose, which stands anew when the map is another.
import type { AvatarMap, MotionCue } from '@psiona/shared/avatar-map'
import type { FaceFrame } from '@psiona/shared/face-frame'
import type { ParameterValues } from '@psiona/shared/model-sheet'
import type { Emotion } from '@psiona/shared/mood'
import type { RigRectangle } from '@psiona/shared/rig'
import type { Ms, Seconds } from '@psiona/shared/units'
import type { Avatar, AvatarContents, CardLoad, Glance, Trial } from './avatar'
import type { Place } from './avatar-framing'
import { AvatarPose, LONGEST_STEP, type PoseParts } from './avatar-pose'
import { type HitArea, touched } from './avatar-touch'

/** What draws her by the values of a pose. */
export interface AvatarStage {
  readonly cardLoad: CardLoad
  resize(width: number, height: number, devicePixelRatio: number, frame: RigRectangle, place: Place): void
  /** Bounds of a drawable in CSS px of the picture; null when there is no such. */
  drawableBounds(id: string): RigRectangle | null
  /** Of all that can be seen. */
  visibleBounds(): RigRectangle
  render(): void
  destroy(): void
}

export abstract class PosedAvatar implements Avatar {
  abstract readonly renderer: Avatar['renderer']
  readonly contents: AvatarContents
  readonly #stage: AvatarStage
  readonly #poseBy: (map: AvatarMap) => AvatarPose
  readonly #areas: readonly HitArea[]
  readonly #frame: RigRectangle
  #pose: AvatarPose
  #place: Place
  #size = { width: 1, height: 1, devicePixelRatio: 1 }
  #gone = false

  constructor(
    stage: AvatarStage,
    map: AvatarMap,
    parts: (map: AvatarMap) => PoseParts,
    { frame, areas, expressions }: { frame: RigRectangle; areas: readonly HitArea[]; expressions: readonly string[] },
  ) {
    this.#stage = stage
    this.#poseBy = (by) => new AvatarPose(parts(by))
    this.#areas = areas
    this.#frame = frame
    this.#pose = this.#poseBy(map)
    this.#place = map.place
    const { parameters, shelf } = parts(map)
    this.contents = {
      parameters: [...parameters],
      expressions: [...expressions],
      motionGroups: [...shelf.groups],
      hitAreas: areas.map(({ name }) => name),
    }
  }

  /** The pose has new values. */
  protected abstract put(pose: AvatarPose, elapsed: Seconds): void

  get cardLoad(): CardLoad {
    return this.#gone ? { textures: 0, bytes: 0 } : this.#stage.cardLoad
  }

  pose(face: FaceFrame, elapsed: Seconds): void {
    if (this.#gone) return
    this.#pose.step(face, elapsed)
    this.put(this.#pose, Math.max(0, Math.min(LONGEST_STEP, elapsed)))
  }

  remap(map: AvatarMap): void {
    this.#pose = this.#poseBy(map)
    this.#place = map.place
    this.#fit()
  }

  wear(values: ParameterValues, overMs: Ms): void {
    this.#pose.wear(values, overMs)
  }

  feel(emotion: Emotion): void {
    this.#pose.feel(emotion)
  }

  gaze(at: Glance | null): void {
    this.#pose.gaze(at)
  }

  motion(cue: MotionCue): boolean {
    return !this.#gone && this.#pose.cue(cue)
  }

  play(group: string): boolean {
    return !this.#gone && this.#pose.play(group)
  }

  tryOn(trial: Trial): void {
    this.#pose.tryOn(trial)
  }

  tap(x: number, y: number): boolean {
    if (this.#gone) return false
    const areas = touched(this.#areas, (id) => this.#stage.drawableBounds(id), this.#stage.visibleBounds(), x, y)
    return areas !== null && this.#pose.touch(areas)
  }

  resize(width: number, height: number, devicePixelRatio: number): void {
    this.#size = { width, height, devicePixelRatio }
    this.#fit()
  }

  #fit(): void {
    const { width, height, devicePixelRatio } = this.#size
    if (!this.#gone) this.#stage.resize(width, height, devicePixelRatio, this.#frame, this.#place)
  }

  render(): void {
    if (!this.#gone) this.#stage.render()
  }

  destroy(): void {
    if (this.#gone) return
    this.#gone = true
    this.#stage.destroy()
  }
}
