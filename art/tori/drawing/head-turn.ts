// How far the head turns and nods in, where a point of it goes out: the head as an anime face turns, not as a ball does.
import { clamp, lerp, radians, through } from './interpolation'
import type { Warp } from './pen'
import type { Pose } from './pose'
import { PROPORTIONS as P } from './proportions'

/** How a part of the head lies on it. */
export interface Lie {
  /** px before (+) or behind (-) the surface. */
  readonly depth: number
  /** How much of the roundness of the face it has: 1 on the face, 0 on the axis of the neck. */
  readonly roundness: number
  /** px that both sides come in at a full turn; without it the face's own, which spares the far eye. */
  readonly narrowing?: number
}

/** Degrees of a full turn or nod, and what of it the head really makes. */
const FULL = 30
const NOD = 0.66
/** px that all of the head moves along when it turns: the neck is behind it. */
const CARRIED = 19
/** px the face moves beyond that, by the place from its middle (0) to the edge of the head (1): flat before, round at the temples. */
const FORWARD = through([0, 54], [0.17, 53], [0.4, 46], [0.65, 33], [0.78, 20], [1, 3], [1.35, 0])
/** px by which the far half comes in and the near half goes out there. */
const NARROWING = through([0, 0], [0.17, 4], [0.4, 10.5], [0.65, 17], [0.78, 15], [1, 6], [1.35, 4])
/** Share by which what is near grows and what is far shrinks in height at the edge. */
const PERSPECTIVE = 0.035

export const headTurn = (pose: Pick<Pose, 'angleX' | 'angleY'>, { depth, roundness, narrowing }: Lie): Warp => {
  const turn = pose.angleX / FULL
  const nod = radians(pose.angleY * NOD)
  return ([paperX, paperY]) => {
    const dx = (paperX - P.axisX) * P.headScale
    const dy = lerp(P.neckPivotY, paperY, P.headScale) - P.headCentreY
    const u = clamp(dx / P.headRadius, -1.35, 1.35)
    const v = clamp(dy / P.headHalfHeight, -1.2, 1.2)
    // Less and less of a face towards the crown.
    const faced = Math.max(0, 1 - (v < 0 ? 1.15 : 0.2) * v * v)
    const facing = Math.max(0, faced - u * u)
    // What stands out from the head stands out sideways at its edge; what lies behind it lies behind everywhere.
    const before = depth > 0 ? depth * facing : depth
    const along = CARRIED + roundness * FORWARD(Math.abs(u)) * faced + 0.4 * before
    const inwards =
      Math.sign(u) * (narrowing === undefined ? NARROWING(Math.abs(u)) * faced : narrowing * Math.min(1, Math.abs(u)))
    const x = dx + turn * along - turn * turn * inwards
    const z = roundness * P.headDepth * (1 - 0.8 * u * u - (v < 0 ? 0.9 : 0.55) * v * v) + (depth > 0 ? depth * faced : depth)
    const tall = dy * (1 - PERSPECTIVE * turn * u)
    // The last term tilts the line of the eyes on the diagonals.
    const y = tall * Math.cos(nod) - z * Math.sin(nod) - dx * turn * Math.sin(nod) * 0.1
    return [P.axisX + x, P.headCentreY + y]
  }
}

/** px outwards of the face's own outline on the side it turns to, by y of the paper: in at the temple, out at the cheek. */
const FAR_CONTOUR = through([600, 0], [690, -9], [755, -7], [850, 12], [915, 10], [985, 0])
/** And on the near side: from the ear down the jaw. */
const NEAR_CONTOUR = through([420, 0], [600, 20], [790, 27], [880, 22], [960, 8], [1010, 0])
/** px the chin goes along beyond the jaw. */
const CHIN = through([900, 0], [985, 3], [1030, 6])

/** The face has a contour of its own on either side. */
export const faceTurn = (pose: Pick<Pose, 'angleX' | 'angleY'>, lie: Lie): Warp => {
  const turned = headTurn(pose, lie)
  const turn = pose.angleX / FULL
  return (p) => {
    const [x, y] = turned(p)
    const side = Math.sign(p[0] - P.axisX)
    const edge = clamp((Math.abs(p[0] - P.axisX) - 60) / 160, 0, 1)
    const far = side * turn > 0
    const out = (far ? FAR_CONTOUR : NEAR_CONTOUR)(p[1]) * Math.abs(turn) * edge * side
    return [x + out + CHIN(p[1]) * turn, y]
  }
}
