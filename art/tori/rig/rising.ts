// A mesh in, the same mesh in slow waves out: steam that sways and thins as the pulse goes.
import type { XY } from '../drawing/dot'
import type { MeshDraft } from './mesh-draft'

const SWAY_PX = 9
const RISE_PX = 12
const WAVE_PX = 120

export const rising = (mesh: MeshDraft): MeshDraft => {
  const foot = Math.max(...mesh.keyform({}).points.map((p) => p[1]))
  return {
    ...mesh,
    keys: { ...mesh.keys, pulse: [-1, 0, 1] },
    keyform: (values) => {
      const { points, opacity } = mesh.keyform(values)
      const pulse = values.pulse ?? 0
      const moved = points.map(([x, y]): XY => {
        const height = (foot - y) / WAVE_PX
        const sway = SWAY_PX * pulse * Math.sin(2.4 * height) * Math.min(1, height)
        return [x + sway, y - RISE_PX * (pulse + 1) * 0.5 * Math.min(1, height)]
      })
      return { points: moved, opacity: opacity * (0.75 - 0.25 * pulse) }
    },
  }
}
