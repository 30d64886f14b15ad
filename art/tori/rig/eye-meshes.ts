// One eye and where its lines run at a pose in, meshes that follow the opening, the smile and the tilt of its lids out.
import type { Line } from '../drawing/curve'
import { type Side, sideName, type XY } from '../drawing/dot'
import { type EyeCurves, eyeCurves } from '../drawing/eye-curves'
import type { Stroke } from '../drawing/lashes'
import type { Pen } from '../drawing/pen'
import type { Frame } from '../drawing/portrait'
import { framePatch } from './grid-mesh'
import type { DriverName, Keys, KeyValues } from './keys'
import { DENSITY, EDGE_PX, type MeshDraft, meshDraft, type Patch } from './mesh-draft'
import { bandPatch, bandPoints, stripOf, strokePatch, strokePoints } from './strip-mesh'

/** Lids move straight from key to key; the lower one eases, which these keys follow within a px. */
const LID_KEYS = [0, 0.25, 0.5, 0.75, 1, 1.2] as const
/** Every third of the 61 points of a lid: 12 px apart. */
const EVERY = 3
/** More points than a single lash has. */
const LONG_LINE = 20

const always = (): number => 1

interface Look {
  /** Openings at which something of this part bends. */
  readonly opens?: readonly number[]
  /** 0 to 1 by the opening. */
  shows?(open: number): number
  readonly masks?: readonly string[]
  readonly maskOnly?: boolean
}

interface BandLook extends Look {
  readonly rows: number
  readonly density?: number
  /** The pose in which it is painted; calm unless said otherwise. */
  readonly painted?: EyeCurves
  /** px beyond the lines. */
  edge?(e: EyeCurves): number
}

export class EyeMeshes {
  readonly name: 'L' | 'R'
  readonly open: DriverName
  readonly #smile: DriverName
  readonly #tilt: DriverName

  constructor(readonly side: Side) {
    this.name = sideName(side)
    this.open = `eyeOpen${this.name}`
    this.#smile = `eyeSmile${this.name}`
    this.#tilt = `browAngle${this.name}`
  }

  curves(v: KeyValues = {}): EyeCurves {
    return eyeCurves(this.side, { open: v[this.open] ?? 1, smile: v[this.#smile] ?? 0, tilt: v[this.#tilt] ?? 0 })
  }

  #mesh(id: string, patches: Patch[], points: (e: EyeCurves) => XY[], look: Look): MeshDraft {
    const { opens = LID_KEYS, shows = always, masks = [], maskOnly = false } = look
    const keys: Keys = { [this.open]: opens, [this.#smile]: [0, 1], [this.#tilt]: [-1.5, 0, 1.5] }
    return meshDraft({
      id: `${id}_${this.name}`,
      part: 'PartEyes',
      deformer: 'head_feature',
      patches,
      keys,
      keyform: (v) => {
        const e = this.curves(v)
        return { points: points(e), opacity: shows(e.open) }
      },
      masks: masks.map((mask) => `${mask}_${this.name}`),
      maskOnly,
    })
  }

  /** What lies between two lines. */
  band(
    id: string,
    lines: (e: EyeCurves) => readonly [Line, Line],
    paint: (pen: Pen, e: EyeCurves) => void,
    look: BandLook,
  ): MeshDraft {
    const { rows, density = DENSITY.face, painted = this.curves(), edge = () => EDGE_PX } = look
    const band = { every: EVERY, rows }
    const patch = bandPatch(`${id}_${this.name}`, ...lines(painted), band, density, (pen) => paint(pen, painted), edge(painted))
    return this.#mesh(id, [patch], (e) => bandPoints(...lines(e), band, edge(e)), look)
  }

  strokes(id: string, make: (e: EyeCurves) => readonly Stroke[], thickness: (open: number) => number, look: Look): MeshDraft {
    const calm = make(this.curves())
    const strips = calm.map(({ line }) => stripOf(line, line.length > LONG_LINE ? EVERY : 2))
    const patches = calm.map((s, i) =>
      strokePatch(`${id}_${this.name}_${s.id}`, s.line, strips[i]!, DENSITY.face, (pen) => pen.line(s.line, s.paint, s.opacity)),
    )
    const points = (e: EyeCurves): XY[] => make(e).flatMap((s, i) => strokePoints(s.line, strips[i]!, thickness(e.open)))
    return this.#mesh(id, patches, points, look)
  }

  /** Something rigid that rides on a point of the lid. */
  rider(id: string, frame: Frame, on: (e: EyeCurves) => XY, paint: (pen: Pen) => void, look: Look): MeshDraft {
    const patch = framePatch({ id: `${id}_${this.name}`, frame, density: DENSITY.head, paint }, 4, 2)
    const [x0, y0] = on(this.curves())
    const points = (e: EyeCurves): XY[] => {
      const [x, y] = on(e)
      return patch.corners.map((p): XY => [p[0] + x - x0, p[1] + y - y0])
    }
    return this.#mesh(id, [patch], points, look)
  }
}
