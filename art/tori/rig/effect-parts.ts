// The effects of the drawing in, meshes with a little life out: they pop up with their channel, drops fall, the rest pulses.
import type { XY } from '../drawing/dot'
import { EFFECTS, type Effect } from '../drawing/effects'
import { radians } from '../drawing/interpolation'
import { gridPatch } from './grid-mesh'
import type { Keys } from './keys'
import { DENSITY, type MeshDraft, meshDraft } from './mesh-draft'

interface Life {
  /** px a drop falls before it is gone. */
  readonly fallPx?: number
  /** Degrees and share of the size at the ends of a pulse. */
  readonly turn?: number
  readonly grow?: number
  readonly floatPx?: number
}

const LIVES: Record<Effect['channel'], Life> = {
  tear: { fallPx: 52 },
  sweat: { fallPx: 34 },
  angerMark: { grow: 0.12 },
  heart: { grow: 0.07, turn: 5, floatPx: 9 },
  star: { grow: 0.16, turn: 12 },
  question: { turn: 6, floatPx: 6 },
  exclaim: { grow: 0.05, turn: 3, floatPx: 10 },
}

/** Size on the way in: a little too large before it settles. */
const POP = [
  { strength: 0, size: 0.4 },
  { strength: 0.6, size: 1.12 },
  { strength: 1, size: 1 },
] as const

const effectMesh = (effect: Effect): MeshDraft => {
  const { id, channel, centre, warp } = effect
  const { fallPx = 0, turn = 0, grow = 0, floatPx = 0 } = id.startsWith('tear_pool') ? {} : LIVES[channel]
  const falls = fallPx > 0
  const deformer = warp === 'body' ? 'body' : `head_${warp}`
  const patch = gridPatch({ id: `fx_${id}`, density: DENSITY.effect, cell: 70, paint: (pen) => effect.paint(pen) })
  const keys: Keys = { [channel]: POP.map((p) => p.strength), ...(falls ? { fall: [0, 0.6, 1] } : { pulse: [-1, 0, 1] }) }
  return meshDraft({
    id: `fx_${id}`,
    part: 'PartEffects',
    deformer,
    patches: [patch],
    keys,
    keyform: (v) => {
      const pop = POP.find((p) => p.strength === v[channel]) ?? POP[0]
      const [pulse, fall] = [v.pulse ?? 0, v.fall ?? 0]
      const size = pop.size * (1 + grow * pulse)
      const a = radians(turn * pulse)
      const [c, s] = [Math.cos(a) * size, Math.sin(a) * size]
      const points = patch.corners.map(([x, y]): XY => {
        const [dx, dy] = [x - centre[0], y - centre[1]]
        return [centre[0] + dx * c - dy * s, centre[1] + dx * s + dy * c + fallPx * fall - floatPx * pulse]
      })
      return { points, opacity: pop.strength * (falls && fall === 1 ? 0 : 1) }
    },
  })
}

export const effects = (): MeshDraft[] => EFFECTS.map(effectMesh)
