// Where an iris is and how large goes in, the iris and its lights come out, not clipped by the lids.
import { ellipse, type Outline } from './curve'
import type { Dot, Side } from './dot'
import { glow, linear, radial } from './paint'
import { PALETTE } from './palette'
import type { Pen } from './pen'
import type { Pose } from './pose'
import { PROPORTIONS as P } from './proportions'
import { heart, sparkle } from './sign-shapes'

const C = PALETTE.eye

export interface Iris {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** px from straight ahead to the end of the gaze: the lights lag a little behind the iris. */
const GAZE = { iris: [26, 20], light: [22, 17] } as const

export const irisAt = (pose: Pick<Pose, 'gazeX' | 'gazeY' | 'irisScale'>, side: Side, part: keyof typeof GAZE): Iris => ({
  x: P.axisX + side * P.eyeX + pose.gazeX * GAZE[part][0],
  y: P.eyeY + 3 - pose.gazeY * GAZE[part][1],
  scale: pose.irisScale,
})

export const irisOutline = ({ x, y, scale }: Iris): Outline => ellipse(x, y, P.irisRadiusX * scale, P.irisRadiusY * scale)

const rays = (pen: Pen, x: number, y: number, rx: number, ry: number): void => {
  for (let i = 0; i < 14; i++) {
    const a = Math.PI * (0.12 + (0.76 * i) / 13)
    const ray = (inner: number, outer: number, width: number): Dot => [
      x + Math.cos(a) * rx * inner,
      y + Math.sin(a) * ry * outer,
      width,
    ]
    pen.ink([ray(0.42, 0.46, 0), ray(0.66, 0.68, 3.4), ray(0.86, 0.86, 0)], '#fff0a0', 0.45)
  }
}

/** The highlight is a wave. */
const wave = (pen: Pen, x: number, y: number, rx: number, ry: number, scale: number): void => {
  const line = Array.from({ length: 41 }, (_, i): Dot => {
    const u = i / 20 - 1
    return [x + u * rx * 0.9, y + ry * 0.34 + 9 * Math.sin(u * 2.2 * Math.PI + 0.4) * scale, 5.5 * (1 - 0.6 * u * u)]
  })
  pen.line(line, '#fff8cf', 0.95)
}

export const paintIris = (pen: Pen, iris: Iris): void => {
  const { x, y, scale } = iris
  const [rx, ry] = [P.irisRadiusX * scale, P.irisRadiusY * scale]
  const disc = ellipse(x, y + 1, rx * 0.9, ry * 0.92)
  pen.fill(irisOutline(iris), linear(x, y - ry, x, y + ry, [0, C.rim], [1, '#9a4a12']))
  pen.fill(disc, linear(x, y - ry, x, y + ry, [0, '#5b1f10'], [0.34, C.top], [0.62, C.mid], [0.96, C.low]))
  pen.clip([disc], () => {
    pen.fill(
      ellipse(x, y + ry * 0.62, rx * 0.72, ry * 0.42),
      radial(x, y + ry * 0.7, rx * 0.8, [0, C.glow, 0.95], [1, C.glow, 0]),
    )
    rays(pen, x, y, rx, ry)
    wave(pen, x, y, rx, ry, scale)
  })
  pen.fill(ellipse(x, y - ry * 0.55, rx * 0.74, ry * 0.4), glow('#7a5fd0', 0.55))
  pen.fill(ellipse(x, y - 2, rx * 0.36, ry * 0.41), linear(x, y - ry * 0.4, x, y + ry * 0.4, [0, '#2a0907'], [1, '#6a2412']))
  const rim: Dot[] = [
    [x + rx * 0.2, y + ry * 0.86, 0],
    [x + rx * 0.58, y + ry * 0.66, 5],
    [x + rx * 0.8, y + ry * 0.36, 0],
  ]
  pen.ink(rim, C.mint, 0.9)
}

export const paintLights = (pen: Pen, { x, y, scale: k }: Iris): void => {
  pen.fill(ellipse(x - 24 * k, y - 31 * k, 19 * k, 23 * k, 18), '#fff')
  pen.fill(ellipse(x + 27 * k, y + 29 * k, 9 * k, 11 * k, 10), '#fff', 0.95)
  pen.fill(ellipse(x + 30 * k, y - 34 * k, 6 * k, 7 * k), '#ffe9c4', 0.9)
}

/** What shines in her eyes besides the lights: stars of joy, hearts of affection. */
export const SPARKS = {
  star(pen: Pen, { x, y }: Iris): void {
    for (const [dx, dy, r] of [
      [-20, -28, 44],
      [30, 30, 21],
    ] as const)
      pen.fill(sparkle(x + dx, y + dy, r * 1.15), '#ffe27a', 0.85).fill(sparkle(x + dx, y + dy, r), '#fff')
  },
  heart(pen: Pen, { x, y }: Iris): void {
    for (const [dx, dy, r] of [
      [-20, -14, 30],
      [30, 28, 14],
    ] as const)
      pen.fill(heart(x + dx, y + dy, r), '#fff').fill(heart(x + dx, y + dy, r * 0.72), '#ff86a3')
  },
} as const
export type SparkName = keyof typeof SPARKS
export const SPARK_NAMES: readonly SparkName[] = ['star', 'heart']
