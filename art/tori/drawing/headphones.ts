// Ivory headphones with rings of mint and gold: one band, two cups that show pad or outer disc as the head turns.
import { closed, ellipse, type Line, type Outline, ribbon, spline, withWidth } from './curve'
import { type Dot, dots, movedTo, type Side } from './dot'
import { clamp, radians, through } from './interpolation'
import { layer, pair } from './layer'
import { linear, vertical } from './paint'
import { PALETTE } from './palette'
import type { Pen, Warp } from './pen'
import type { Pose } from './pose'
import { PROPORTIONS as P } from './proportions'

const C = PALETTE.phone

/** A superellipse from cup to cup over the crown, thicker at the top. */
const bandLine = (): Line => {
  const bend = (v: number): number => Math.sign(v) * Math.abs(v) ** 0.9
  return Array.from({ length: 91 }, (_, i): Dot => {
    const a = radians(-105 + (210 * i) / 90)
    return [P.axisX + 366 * bend(Math.sin(a)), 562 - 382 * bend(Math.cos(a)), 27 + 10 * Math.max(0, Math.cos(a))]
  })
}

const paintBand = (pen: Pen): void => {
  const line = bandLine()
  pen.shape(ribbon(line), linear(640, 200, 1380, 500, [0, '#ffffff'], [0.5, C.base], [1, C.shade]), C.line, 7)
  const seam = withWidth(line, () => 4.5)
  pen.line(seam, C.glow, 0.95)
  pen.fill(ribbon(line, 0.22, 0.5), C.shade, 0.8)
}

/** From the head outwards: the pad, the housing with its joint, the outer disc. */
export const CUP_PARTS = ['pad', 'housing', 'disc'] as const
export type CupPart = (typeof CUP_PARTS)[number]

/** Outwards from the middle of the cup, px; width as a share of the painted one. By the cup's turn: -1 away, 0, 1 towards the viewer. */
const DISC = { x: 16, radiusX: 58, radiusY: 88 } as const
const VIEWS: Record<CupPart, { readonly shift: (turn: number) => number; readonly width: (turn: number) => number }> = {
  pad: { shift: through([-1, 10], [0, 0], [1, -12]), width: through([-1, 1.1], [0, 1], [1, 0.86]) },
  housing: { shift: through([-1, 8], [0, 0], [1, -10]), width: through([-1, 0.58], [0, 1], [1, 1.12]) },
  disc: { shift: through([-1, 12], [-0.4, 26], [0, 36], [1, 2]), width: through([-1, 0.03], [-0.4, 0.03], [0, 0.2], [1, 0.86]) },
}

/** 1 when the head turns so that this cup faces the viewer. */
export const cupTurn = (angleX: number, side: Side): number => (-side * angleX) / 30
export const discShows = (turn: number): number => clamp((turn + 1) / 0.6, 0, 1)

/** Where a point of the calm cup goes. */
export const cupMove = (part: CupPart, side: Side, turn: number): Warp => {
  const x = P.axisX + side * (P.cupX + (part === 'disc' ? DISC.x : 0))
  const { shift, width } = VIEWS[part]
  const [by, share] = [side * shift(turn), width(turn)]
  return ([px, py]) => [x + by + (px - x) * share, py]
}

type Put = (outline: Outline) => Outline

const paintPad = (pen: Pen, x: number, y: number, around: (text: string) => Dot[], put: Put): void => {
  const pad = put(closed(around('-34,-92 -10,-108 12,-92 14,0 12,92 -10,108 -34,92 -44,0')))
  pen.shape(pad, linear(x - 40, y, x + 40, y, [0, '#4a5092'], [1, C.dark]), C.line, 6)
  pen.clip([pad], () => {
    pen.fill(put(ribbon(spline(around('-30,-84,0 -38,-40,9 -40,0,10 -38,40,9 -30,84,0')))), '#7078bd', 0.75)
  })
}

const paintHousing = (pen: Pen, x: number, y: number, around: (text: string) => Dot[], put: Put): void => {
  const shell = put(closed(around('-4,-98 34,-94 54,-82 61,-42 62,0 61,42 54,82 34,94 -4,98 2,0')))
  pen.shape(shell, linear(x - 60, y - 80, x + 60, y + 90, [0, '#fff'], [0.55, C.base], [1, C.shade]), C.line, 7)
  pen.clip([shell], () => {
    pen.fill(put(closed(dots('-80,24 0,44 80,20 80,130 -80,130').map((p): Dot => [x + p[0], y + p[1]]))), C.shade, 0.7)
    pen.fill(put(ribbon(spline(around('12,-94,7 20,0,7 12,94,7')))), C.shade, 0.9)
  })
  const joint = put(closed(around('-8,-150 24,-150 32,-100 20,-78 -6,-84')))
  pen.shape(joint, vertical(y - 150, y - 80, [0, C.base], [1, C.shade]), C.line, 6)
}

const paintDisc = (pen: Pen, x: number, y: number, put: Put): void => {
  const { radiusX, radiusY } = DISC
  const disc = (share: number): Outline => put(ellipse(x, y, radiusX * share, radiusY * share))
  pen.shape(disc(1), linear(x - 50, y - 80, x + 50, y + 80, [0, '#ffffff'], [0.6, C.base], [1, C.shade]), C.line, 5)
  pen.fill(disc(0.86), PALETTE.gold.base).fill(disc(0.75), C.base)
  pen.fill(disc(0.62), C.glow).fill(disc(0.5), linear(x, y - 44, x, y + 44, [0, '#4a5092'], [1, C.dark]))
  const wave = Array.from({ length: 25 }, (_, i): Dot => {
    const u = i / 12 - 1
    return [x + u * radiusX * 0.36, y - 18 * Math.sin(u * Math.PI), 7]
  })
  pen.fill(put(ribbon(wave)), C.glow)
  pen.fill(put(ellipse(x - 22, y - 50, 10, 14, 24)), '#fff', 0.95)
}

/** A part of a cup as it is at a turn; at 0 it is where the rig paints it. */
export const paintCupPart = (pen: Pen, part: CupPart, side: Side, move: Warp = (p) => p): void => {
  const [x, y] = [P.axisX + side * P.cupX, P.cupY]
  const around = (text: string): Dot[] => dots(text).map((p) => [x + side * p[0], y + p[1], p[2]])
  const put: Put = (outline) =>
    outline.map((p): Dot => {
      const [px, py] = move([p[0], p[1]])
      return movedTo(p, px, py)
    })
  if (part === 'pad') paintPad(pen, x, y, around, put)
  else if (part === 'housing') paintHousing(pen, x, y, around, put)
  else paintDisc(pen, x + side * DISC.x, y, put)
}

const paintCup = (pen: Pen, side: Side, pose: Pose): void => {
  const turn = cupTurn(pose.angleX, side)
  for (const part of CUP_PARTS) {
    const shows = part === 'disc' ? discShows(turn) : 1
    if (shows > 0) pen.fade(shows, () => paintCupPart(pen, part, side, cupMove(part, side, turn)))
  }
}

export const HEADPHONES = [layer('headphone_band', 'phones', paintBand), ...pair('headphone', 'phones', paintCup)]
