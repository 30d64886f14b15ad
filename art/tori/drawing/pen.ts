// Shapes in paper coordinates go in, SVG elements come out, every point bent by the layer's warp.
import { beside, type Line, type Outline, ribbon, spline } from './curve'
import { type Dot, distance, type XY } from './dot'

export type Warp = (p: XY) => XY
export type Paint = string | ((pen: Pen) => string)

/** The definitions (gradients, clips) that all layers of one SVG share. */
export class Sheet {
  readonly definitions: string[] = []
  readonly #known = new Map<string, string>()

  /** Equal bodies become one definition. */
  define(body: (id: string) => string): string {
    const key = body('')
    const known = this.#known.get(key)
    if (known) return known
    const id = `d${this.definitions.length + 1}`
    this.definitions.push(body(id))
    this.#known.set(key, id)
    return id
  }
}

export class Pen {
  readonly marks: string[] = []
  constructor(
    readonly sheet: Sheet,
    readonly warp: Warp,
  ) {}

  path(polygon: readonly (Dot | XY)[]): string {
    let path = ''
    let last = ''
    for (const p of polygon) {
      const [x, y] = this.warp([p[0], p[1]])
      const word = `${x.toFixed(1)} ${y.toFixed(1)}`
      if (word === last) continue
      path += (path ? 'L' : 'M') + word
      last = word
    }
    return `${path}Z`
  }

  fill(polygon: Outline, paint: Paint, opacity = 1): this {
    const colour = typeof paint === 'string' ? paint : paint(this)
    if (polygon.length > 2)
      this.marks.push(`<path d="${this.path(polygon)}" fill="${colour}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`)
    return this
  }

  /** A tapered stroke through control points. */
  ink(points: readonly Dot[], paint: Paint, opacity = 1): this {
    return this.line(spline(points), paint, opacity)
  }

  /** A tapered stroke along a line that is sampled already. */
  line(line: Line, paint: Paint, opacity = 1): this {
    return this.fill(ribbon(line), paint, opacity)
  }

  /** A filled shape on an outset of itself that is heavier away from the light (upper left); weight(x, y) may fade it. */
  shape(polygon: Outline, paint: Paint, line: Paint, width = 6, weight: (x: number, y: number) => number = () => 1): this {
    const around = (i: number): Dot => polygon[(i + polygon.length) % polygon.length]!
    const area = polygon.reduce((sum, p, i) => sum + p[0] * around(i + 1)[1] - around(i + 1)[0] * p[1], 0)
    const turn = area > 0 ? 1 : -1
    const outset = polygon.map((p, i): Dot => {
      const [a, b] = [around(i - 1), around(i + 1)]
      const l = distance(a, b) || 1
      const [nx, ny] = [(turn * (b[1] - a[1])) / l, (-turn * (b[0] - a[0])) / l]
      const k = width * (0.5 + 0.5 * Math.max(0, nx * 0.45 + ny * 0.89)) * weight(p[0], p[1])
      return [p[0] + nx * k, p[1] + ny * k]
    })
    return this.fill(outset, line).fill(polygon, paint)
  }

  /** What is drawn inside shows only within the polygons. */
  clip(polygons: readonly Outline[], draw: () => void): this {
    const paths = polygons.map((polygon) => `<path d="${this.path(polygon)}"/>`).join('')
    const id = this.sheet.define((id) => `<clipPath id="${id}">${paths}</clipPath>`)
    this.marks.push(`<g clip-path="url(#${id})">`)
    draw()
    this.marks.push('</g>')
    return this
  }

  fade(opacity: number, draw: () => void): this {
    this.marks.push(`<g opacity="${opacity.toFixed(2)}">`)
    draw()
    this.marks.push('</g>')
    return this
  }

  /** Strands that run along a lock of hair or a braid at a share of its width beside the centre. */
  strand(line: Line, share: number, width: (t: number) => number, paint: Paint, opacity: number): this {
    const moved = beside(line, (w) => w * share)
    return this.line(
      moved.map((p, i) => [p[0], p[1], width(i / (moved.length - 1))]),
      paint,
      opacity,
    )
  }
}
