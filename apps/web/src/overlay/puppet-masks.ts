// Meshes and their masks in, a colour channel of one mask picture for each set of masks out. Sets that lie apart share a channel.
import type { PuppetMesh, PuppetRig } from './puppet-rig'

/** Red, green, blue, alpha of the mask picture. */
const CHANNELS = 4
/** px between the boxes of two sets that share a channel: farther than gaze and lids move. */
const APART_PX = 24

export interface MaskChannels {
  /** Channel of the set of masks a mesh is shown by; -1 for none. */
  readonly maskedBy: readonly number[]
  /** Channel a mesh is painted into as a mask; -1 for none. */
  readonly paintsInto: readonly number[]
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const boxOf = (rig: PuppetRig, meshes: readonly PuppetMesh[]): Box => {
  const { x, y, width, height } = rig.boundsOf(meshes)
  return { left: x, top: y, right: x + width, bottom: y + height }
}

const areApart = (a: Box, b: Box): boolean =>
  a.right + APART_PX < b.left || b.right + APART_PX < a.left || a.bottom + APART_PX < b.top || b.bottom + APART_PX < a.top

/** The rig must be at rest. */
export const maskChannels = (rig: PuppetRig): MaskChannels => {
  const byId = new Map(rig.meshes.map((mesh) => [mesh.rig.id, mesh]))
  const sets = new Map<string, PuppetMesh[]>()
  for (const mesh of rig.meshes) {
    if (mesh.rig.masks.length === 0) continue
    const key = mesh.rig.masks.join()
    sets.set(key, [...(sets.get(key) ?? mesh.rig.masks.flatMap((id) => byId.get(id) ?? [])), mesh])
  }
  const used: Box[][] = Array.from({ length: CHANNELS }, () => [])
  const channelOf = new Map<string, number>()
  for (const [key, meshes] of sets) {
    const box = boxOf(rig, meshes)
    const channel = used.findIndex((boxes) => boxes.every((other) => areApart(box, other)))
    if (channel < 0) throw new Error('The rig has more masks over one another than there are channels.')
    used[channel]!.push(box)
    channelOf.set(key, channel)
  }
  const paintsInto = new Map<string, number>()
  for (const [key, channel] of channelOf) for (const id of key.split(',')) paintsInto.set(id, channel)
  return {
    maskedBy: rig.meshes.map((m) => channelOf.get(m.rig.masks.join()) ?? -1),
    paintsInto: rig.meshes.map((m) => paintsInto.get(m.rig.id) ?? -1),
  }
}
