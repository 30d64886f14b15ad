// A scene's model in, the files of its Live2D drawing out: read, checked, all from its own folder.
import { Exp3 } from '@psiona/live2d/exp3'
import { Model3 } from '@psiona/live2d/model3'
import { Pose3 } from '@psiona/live2d/pose3'
import type { SceneModel } from '@psiona/shared/look'
import { Problem } from '@psiona/shared/problem'
import type { Rig } from '@psiona/shared/rig'
import { fetchBytes, fetchJson, fileIn, folderOf, readJson } from './avatar-files'
import { fetchFramings } from './puppet-files'

export interface CubismFiles {
  readonly settings: Model3
  readonly moc: ArrayBuffer
  readonly physics: ArrayBuffer | null
  readonly pose: { readonly bytes: ArrayBuffer; readonly parsed: Pose3 } | null
  readonly expressions: readonly { readonly name: string; readonly parsed: Exp3 }[]
  /** Of our own rig of the same model, so that both drawings stand in the same place. */
  readonly framings: Rig['framings'] | null
  urlOf(path: string): URL
}

/** She can do without it; the model doctor names what is missing or damaged. */
const orNull = async <T>(wanted: Promise<T>): Promise<T | null> => {
  try {
    return await wanted
  } catch (error) {
    // A server that is away gives nothing at all: then she waits for it as a whole.
    if (error instanceof Problem && !error.retry) return null
    throw error
  }
}

const fetchPose = async (url: URL): Promise<{ bytes: ArrayBuffer; parsed: Pose3 }> => {
  const bytes = await fetchBytes(url)
  return { bytes, parsed: readJson(url, new TextDecoder().decode(bytes), Pose3) }
}

export const fetchCubismFiles = async (model: SceneModel, file: string): Promise<CubismFiles> => {
  const folder = folderOf(model.url)
  const base = fileIn(folder, file)
  const urlOf = (path: string): URL => fileIn(folder, path, base)
  const settings = await fetchJson(base, Model3)
  const { Moc, Physics, Pose, Expressions } = settings.FileReferences
  if (Moc === '')
    throw new Problem('bad-model', 'input', `${file} names no .moc3, so the puppet draws her. Take the model in again.`)
  const [moc, physics, pose, expressions, framings] = await Promise.all([
    fetchBytes(urlOf(Moc)),
    Physics === undefined ? null : orNull(fetchBytes(urlOf(Physics))),
    Pose === undefined ? null : orNull(fetchPose(urlOf(Pose))),
    Promise.all(
      Expressions.map(async ({ Name, File }) => {
        const parsed = await orNull(fetchJson(urlOf(File), Exp3))
        return parsed && { name: Name, parsed }
      }),
    ),
    model.puppet.url === model.url ? orNull(fetchFramings(fileIn(folder, model.puppet.file).pathname)) : null,
  ])
  return { settings, moc, physics, pose, expressions: expressions.filter((e) => e !== null), framings, urlOf }
}
