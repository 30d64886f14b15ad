// A scene's model and a canvas in, an avatar drawn by Live2D out. May be loaded only when the Core is on the page.
import type { AvatarMap } from '@psiona/shared/avatar-map'
import type { SceneModel } from '@psiona/shared/look'
import { Problem } from '@psiona/shared/problem'
import type { Seconds } from '@psiona/shared/units'
import type { Avatar, AvatarOptions } from './avatar'
import { type Dial, dialIndex } from './avatar-dials'
import type { ModelExpression } from './avatar-expressions'
import { bustOf, eyeLevelOf } from './avatar-framing'
import { motionShelf } from './avatar-motion-shelf'
import type { MotionShelf } from './avatar-motions'
import type { AvatarPose, PoseParts } from './avatar-pose'
import { PosedAvatar } from './avatar-posed'
import { areasOf } from './avatar-touch'
import { type CubismFiles, fetchCubismFiles } from './cubism-files'
import { checkMoc } from './cubism-moc'
import { type CubismStage, type CubismWriter, createCubismStage } from './pixi-cubism-stage'

/** Where an expression does not say. */
const USUAL_FADE: Seconds = 1

export const createPixiCubism = async (
  canvas: HTMLCanvasElement,
  model: SceneModel,
  { framing, antialias }: AvatarOptions,
): Promise<Avatar> => {
  const core = window.Live2DCubismCore
  if (!model.live2d || !core)
    throw new Problem('core-missing', 'missing', 'The Cubism Core is not loaded, so the puppet draws her.')
  const files = await fetchCubismFiles(model, model.live2d.file)
  checkMoc(files.moc, core.Version.csmGetLatestMocVersion())
  const stage = await createCubismStage(canvas, files, antialias)
  try {
    const switches = switchesOf(files, stage)
    const shelf = shelfOf(files, stage, switches)
    // She appears in an idle pose, not in the one she was drawn in.
    if (model.map.motions.idle !== undefined) await shelf.load(model.map.motions.idle)
    return new PixiCubism({ stage, files, switches, shelf }, model.map, framing)
  } catch (error) {
    stage.destroy()
    throw error
  }
}

/** Parts of which one at a time is shown: what chooses among them, and where the engine keeps it. */
interface Switch extends Dial {
  readonly parameter: number
}

const switchesOf = ({ pose }: CubismFiles, stage: CubismStage): readonly Switch[] =>
  (pose?.parsed.Groups ?? []).flatMap((group) =>
    group.flatMap(({ Id }, i) => {
      const part = stage.parts.findIndex(({ id }) => id === Id)
      return part < 0 ? [] : [{ id: Id, min: 0, max: 1, default: i === 0 ? 1 : 0, parameter: stage.switchOf(part) }]
    }),
  )

const expressionsOf = ({ expressions }: CubismFiles, at: ReadonlyMap<string, number>): readonly ModelExpression[] =>
  expressions.map(({ name, parsed }) => ({
    name,
    fadeIn: parsed.FadeInTime ?? USUAL_FADE,
    fadeOut: parsed.FadeOutTime ?? USUAL_FADE,
    parts: parsed.Parameters.flatMap(({ Id, Value, Blend }) => {
      const parameter = at.get(Id)
      return parameter === undefined ? [] : [{ parameter, value: Value, blend: Blend }]
    }),
  }))

const shelfOf = (files: CubismFiles, { parameters, parts }: CubismStage, switches: readonly Switch[]): MotionShelf => {
  const [at, switchAt] = [dialIndex(parameters), dialIndex(switches)]
  return motionShelf(files.settings.FileReferences.Motions, files.urlOf, {
    parameter: (id) => at.get(id) ?? -1,
    part: (id) => (switchAt.has(id) ? parameters.length + parts.length + switchAt.get(id)! : -1),
  })
}

interface CubismParts {
  readonly stage: CubismStage
  readonly files: CubismFiles
  readonly switches: readonly Switch[]
  readonly shelf: MotionShelf
}

class PixiCubism extends PosedAvatar {
  readonly renderer = 'live2d'
  readonly #stage: CubismStage
  readonly #writer: PoseWriter

  constructor({ stage, files, switches, shelf }: CubismParts, map: AvatarMap, framing: AvatarOptions['framing']) {
    const { parameters, parts } = stage
    const expressions = expressionsOf(files, dialIndex(parameters))
    const poseParts = (by: AvatarMap): PoseParts => ({
      ...{ parameters, parts, switches, expressions, shelf },
      links: by.links,
      map: by,
      eyeLevel: eyeLevelOf(framing),
    })
    super(stage, map, poseParts, {
      frame: files.framings?.[framing] ?? (framing === 'bust' ? bustOf(stage.bounds) : stage.bounds),
      areas: areasOf(files.settings),
      expressions: expressions.map(({ name }) => name),
    })
    this.#stage = stage
    this.#writer = new PoseWriter(stage, switches)
  }

  protected put(pose: AvatarPose, elapsed: Seconds): void {
    this.#writer.pose = pose
    this.#stage.update(elapsed, this.#writer)
  }
}

/** Where the engine asks for values, the pose's go in. */
class PoseWriter implements CubismWriter {
  pose: AvatarPose | null = null
  readonly #parameters: number
  readonly #parts: number
  readonly #switches: readonly Switch[]

  constructor({ parameters, parts }: CubismStage, switches: readonly Switch[]) {
    this.#parameters = parameters.length
    this.#parts = parts.length
    this.#switches = switches
  }

  before(set: (parameter: number, value: number) => void): void {
    if (!this.pose) return
    const { values } = this.pose
    for (let i = 0; i < this.#parameters; i++) set(i, values[i]!)
    const first = this.#parameters + this.#parts
    for (let i = 0; i < this.#switches.length; i++) set(this.#switches[i]!.parameter, values[first + i]!)
  }

  after(set: (parameter: number, value: number) => void, setPart: (part: number, opacity: number) => void): void {
    if (!this.pose) return
    const { values } = this.pose
    for (let i = 0; i < this.#parameters; i++) if (this.pose.isFirm(i)) set(i, values[i]!)
    // A part that nobody dresses is left as it is.
    for (let i = 0; i < this.#parts; i++) if (this.pose.isFirm(this.#parameters + i)) setPart(i, values[this.#parameters + i]!)
  }
}
