// Where a hand lies in, its pieces on the canvas out: fingers with round tips, the palm they grow from, lines and shade.
import { beside, closed, cut, type Outline, ribbon, spline, withWidth } from './curve'
import { type Dot, dots, type XY } from './dot'
import { radians, smooth } from './interpolation'
import { PALETTE as C } from './palette'
import type { Paint, Pen } from './pen'

/** A hand is written with the wrist at 0,0 and the fingers up; turned clockwise, scaled, and mirrored for the other hand. */
export interface HandPlace {
  readonly wrist: XY
  readonly degrees: number
  readonly scale: number
  readonly mirror: 1 | -1
}

export interface FingerOptions {
  /** Shade on the right (+1) or the left (-1) of the finger as it points. */
  readonly shade?: 1 | -1
  readonly nail?: boolean
  /** Where the outline begins, share of the length: roots melt into the hand. */
  readonly from?: number
  /** Creases across, shares of the length. */
  readonly creases?: readonly number[]
}

const LINE_PX = 5
/** Where an outline ends it dips under its fill: at exactly the edge a hair of it would show. */
const UNDER = -0.5
const SKIN: Paint = '#fff0e7'

export class Hand {
  constructor(
    readonly pen: Pen,
    readonly place: HandPlace,
  ) {}

  dots(text: string): Dot[] {
    const { wrist, degrees, scale, mirror } = this.place
    const [c, s] = [Math.cos(radians(degrees)) * scale, Math.sin(radians(degrees)) * scale]
    return dots(text).map(([x, y, width, sharp]): Dot => {
      const u = x * mirror
      return [wrist[0] + u * c - y * s, wrist[1] + u * s + y * c, width === undefined ? undefined : width * scale, sharp]
    })
  }

  /** Which side of a line is its right depends on the mirror. */
  #sided(side: number): number {
    return side * this.place.mirror
  }

  finger(text: string, { shade = 1, nail = false, from = 0, creases = [] }: FingerOptions = {}): this {
    const spine = spline(this.dots(text), false, 4)
    const body = roundEnded(spine)
    const shown = from * spine.length
    const weights = new Map(body.map((p, i) => [`${p[0]},${p[1]}`, outlineWeight(i, body.length, spine.length, shown)]))
    this.pen.shape(body, SKIN, C.skin.line, LINE_PX, (x, y) => weights.get(`${x},${y}`) ?? 1)
    this.pen.clip([body], () => {
      const side = this.#sided(shade)
      this.pen.fill(ribbon(spine, side > 0 ? 0.14 : -0.7, side > 0 ? 0.7 : -0.14), C.skin.shade, 0.8)
      for (const t of creases) this.#crease(spine, t)
      if (nail) this.#nail(spine)
    })
    return this
  }

  #crease(spine: readonly Dot[], t: number): void {
    const [a, b] = [beside(spine, (w) => w * -0.28), beside(spine, (w) => w * 0.28)]
    const i = Math.round(t * (spine.length - 1))
    const [p, q, m] = [a[i]!, b[i]!, spine[Math.min(spine.length - 1, i + 1)]!]
    this.pen.ink(
      [
        [p[0], p[1], 0],
        [m[0], m[1], 3],
        [q[0], q[1], 0],
      ],
      C.skin.soft,
      0.8,
    )
  }

  #nail(spine: readonly Dot[]): void {
    const end = spine.at(-1)!
    const before = spine.at(-Math.min(6, spine.length))!
    const tip = withWidth(cut(spine, 0.86, 1), () => (end[2] ?? 20) * 0.52)
    const l = Math.hypot(end[0] - before[0], end[1] - before[1]) || 1
    const beyond: Dot = [end[0] + ((end[0] - before[0]) / l) * 5, end[1] + ((end[1] - before[1]) / l) * 5, (end[2] ?? 20) * 0.4]
    this.pen.fill(ribbon([...tip, beyond]), '#ffd3c8').fill(ribbon([...tip, beyond], -0.32, -0.08), '#ffffff', 0.8)
  }

  /** The back or the inside of the hand; its outline fades where the fingers leave it. */
  palm(text: string, hidden: (along: number) => number = () => 1): this {
    const body = closed(this.dots(text))
    this.pen.shape(body, SKIN, C.skin.line, LINE_PX, (x, y) => UNDER + (1 - UNDER) * hidden(this.#along(x, y)))
    return this
  }

  /** A folded finger or the ball of a thumb: an outline of its own, shaded below. */
  lobe(text: string, shade: string): this {
    const body = closed(this.dots(text))
    this.pen.shape(body, SKIN, C.skin.line, LINE_PX)
    this.pen.clip([body], () => this.pen.fill(this.outline(shade), C.skin.shade, 0.8))
    return this
  }

  /** Height above the wrist in the notation of the hand. */
  #along(x: number, y: number): number {
    const { wrist, degrees, scale } = this.place
    const [dx, dy] = [x - wrist[0], y - wrist[1]]
    return (dx * Math.sin(radians(degrees)) - dy * Math.cos(radians(degrees))) / scale
  }

  outline(text: string): Outline {
    return closed(this.dots(text))
  }

  shade(text: string, within: string, opacity = 0.8, colour: string = C.skin.shade): this {
    this.pen.clip([this.outline(within)], () => this.pen.fill(this.outline(text), colour, opacity))
    return this
  }

  crease(text: string, opacity = 0.8, colour: string = C.skin.soft): this {
    this.pen.ink(this.dots(text), colour, opacity)
    return this
  }
}

const roundEnded = (spine: readonly Dot[]): Outline => {
  const end = spine.at(-1)!
  const before = spine.at(-3)!
  const heading = Math.atan2(end[1] - before[1], end[0] - before[0])
  const r = (end[2] ?? 0) / 2
  const cap = Array.from({ length: 9 }, (_, i): Dot => {
    const a = heading - Math.PI / 2 + (Math.PI * (i + 0.5)) / 9
    return [end[0] + r * Math.cos(a), end[1] + r * 1.1 * Math.sin(a)]
  })
  return [...beside(spine, (w) => w * -0.5), ...cap, ...beside(spine, (w) => w * 0.5).reverse()]
}

const outlineWeight = (i: number, count: number, spine: number, shown: number): number => {
  const fromRoot = Math.min(i, count - 1 - i)
  return shown > 0 ? UNDER + (1 - UNDER) * smooth(shown * 0.6, Math.min(spine, shown), fromRoot) : 1
}
