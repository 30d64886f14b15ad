// A model and who may draw it in, how much of it is the same as of another out: what must be built anew, and what can be told.
import type { SceneModel } from '@psiona/shared/look'

export interface AvatarOrder {
  readonly model: SceneModel
  readonly renderer: 'auto' | 'puppet'
}

/** What must be built anew when it is another; the rest of a model can be told to an avatar that stands. */
export const buildKey = ({ model: { id, url, live2d, puppet }, renderer }: AvatarOrder): string =>
  JSON.stringify([id, url, live2d, puppet, renderer])

export const hasMapOf = (model: SceneModel, other: SceneModel): boolean => JSON.stringify(model.map) === JSON.stringify(other.map)

export const hasClothesOf = (model: SceneModel, other: SceneModel): boolean =>
  JSON.stringify(model.parameters) === JSON.stringify(other.parameters)
