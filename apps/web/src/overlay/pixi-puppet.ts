// A scene's model and a canvas in, the built-in avatar out: our own rig, drawn by Pixi's meshes.
import { Model3 } from '@psiona/live2d/model3'
import type { AvatarMap } from '@psiona/shared/avatar-map'
import type { SceneModel } from '@psiona/shared/look'
import type { Seconds } from '@psiona/shared/units'
import type { Avatar, AvatarOptions } from './avatar'
import type { Dial } from './avatar-dials'
import { fetchJson, fileIn, folderOf } from './avatar-files'
import { eyeLevelOf, FITTED } from './avatar-framing'
import { OWN_LINKS } from './avatar-links'
import { motionShelf } from './avatar-motion-shelf'
import { EMPTY_SHELF, type MotionShelf } from './avatar-motions'
import type { AvatarPose } from './avatar-pose'
import { PosedAvatar } from './avatar-posed'
import { areasOf, type HitArea } from './avatar-touch'
import { createPuppetStage, type PuppetStage } from './pixi-puppet-stage'
import { Pendulums } from './puppet-pendulums'
import { Rhythms } from './puppet-rhythms'

interface Beside {
  readonly shelf: MotionShelf
  readonly areas: readonly HitArea[]
}
const NOTHING_BESIDE: Beside = { shelf: EMPTY_SHELF, areas: [] }

/** Motions and areas of touch of the same model: 'tori.model3.json' lies beside 'tori.rig.json'. */
const fetchBeside = async (model: SceneModel, { puppet }: PuppetStage): Promise<Beside> => {
  const { motions, taps } = model.map
  if (Object.keys(motions).length + Object.keys(taps).length === 0) return NOTHING_BESIDE
  const folder = folderOf(model.url)
  const base = fileIn(folder, model.puppet.file.replace(/\.rig\.json$/, '.model3.json'))
  try {
    const settings = await fetchJson(base, Model3)
    return {
      shelf: motionShelf(settings.FileReferences.Motions, (path) => fileIn(folder, path, base), {
        parameter: (id) => puppet.indexOf(id),
        part: () => -1,
      }),
      areas: areasOf(settings),
    }
  } catch {
    // A rig stands alone as well.
    return NOTHING_BESIDE
  }
}

/** Somebody else's map says nothing about a rig that only stands in. */
const ownMap = (map: AvatarMap): AvatarMap => ({ ...map, motions: {}, taps: {}, place: FITTED })

export const createPixiPuppet = async (
  canvas: HTMLCanvasElement,
  model: SceneModel,
  { framing, antialias }: AvatarOptions,
): Promise<Avatar> => {
  const address = fileIn(folderOf(model.puppet.url), model.puppet.file).pathname
  const stage = await createPuppetStage(canvas, address, antialias)
  try {
    const isOfModel = model.puppet.url === model.url
    const beside = isOfModel ? await fetchBeside(model, stage) : NOTHING_BESIDE
    // She appears in an idle pose, not in the one she was drawn in.
    if (model.map.motions.idle !== undefined) await beside.shelf.load(model.map.motions.idle)
    return new PixiPuppet(stage, model.map, framing, isOfModel, beside)
  } catch (error) {
    stage.destroy()
    throw error
  }
}

class PixiPuppet extends PosedAvatar {
  readonly renderer = 'puppet'
  readonly #stage: PuppetStage
  readonly #parameters: readonly Dial[]
  readonly #pendulums: Pendulums
  readonly #rhythms: Rhythms
  readonly #isOfModel: boolean

  constructor(stage: PuppetStage, map: AvatarMap, framing: AvatarOptions['framing'], isOfModel: boolean, beside: Beside) {
    const { rig, puppet } = stage
    const { parameters } = rig
    const parts = rig.parts.map(({ id }) => ({ id, min: 0, max: 1, default: 1 }))
    super(
      stage,
      isOfModel ? map : ownMap(map),
      (by) => ({
        ...{ parameters, parts, expressions: [], shelf: beside.shelf },
        links: OWN_LINKS,
        map: by,
        eyeLevel: eyeLevelOf(framing),
      }),
      { frame: rig.framings[framing], areas: beside.areas, expressions: [] },
    )
    this.#stage = stage
    this.#isOfModel = isOfModel
    this.#parameters = parameters
    this.#pendulums = new Pendulums(puppet, rig.pendulums)
    this.#rhythms = new Rhythms(puppet, rig.rhythms)
  }

  override remap(map: AvatarMap): void {
    super.remap(this.#isOfModel ? map : ownMap(map))
  }

  protected put(pose: AvatarPose, elapsed: Seconds): void {
    const { puppet } = this.#stage
    const count = this.#parameters.length
    for (let i = 0; i < count; i++) puppet.set(i, pose.values[i]!)
    for (let i = 0; i < puppet.partCount; i++) puppet.setPart(i, pose.values[count + i]!)
    this.#pendulums.step(elapsed)
    this.#rhythms.step(elapsed)
    for (let i = 0; i < count; i++) if (pose.isFirm(i)) puppet.set(i, pose.values[i]!)
    puppet.update()
  }
}
