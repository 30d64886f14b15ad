// How far the mouth opens, smiles, widens and rounds goes in; its lips as lines of equal length come out.

import { type Line, splineOf } from './curve'
import { type Dot, mixed } from './dot'
import { clamp, lerp } from './interpolation'
import { PROPORTIONS as P } from './proportions'

export interface MouthShape {
  readonly open: number
  readonly form: number
  readonly width: number
  readonly round: number
}

export interface MouthCurves extends MouthShape {
  /** From the character's right corner to her left one, LIP_POINTS each. */
  readonly upper: Line
  readonly lower: Line
  /** Middle of the upper lip, of the lower lip, and the corners, px. */
  readonly top: number
  readonly bottom: number
  readonly cornerY: number
  readonly half: number
  /** 0 closed (one line) to 1 parted (two lips and what is between them). */
  readonly parted: number
}

/** A lip is drawn through five points. */
const LIP_SEGMENT = 8
const LIP_POINTS = 4 * LIP_SEGMENT + 1
/** Up to here the lips part, and from here the tongue and teeth come in. */
export const PARTED_AT = 0.08
export const INSIDE_AT = 0.16

export const mouthCurves = (shape: MouthShape): MouthCurves => {
  const { form, width, round } = shape
  const open = clamp(shape.open, 0, 1.2)
  const parted = clamp(open / PARTED_AT, 0, 1)
  const half = P.mouthHalf * width * (1 + 0.12 * Math.max(0, form)) * (1 + 0.1 * open)
  const cornerY = P.mouthY - form * 13 + open * 10
  const top = P.mouthY + form * 7 - open * 9
  const bottom = P.mouthY + form * 8 + open * 72
  const flat = flatLips(half, cornerY, top, bottom, form)
  const circle = roundLips(half, top, bottom, parted)
  const lip = (which: 0 | 1): Dot[] => mixed(flat[which], circle[which], round)
  const upper = lip(0)
  return { ...shape, open, upper, lower: mixed(upper, lip(1), parted), top, bottom, cornerY, half, parted }
}

const flatLips = (half: number, cornerY: number, top: number, bottom: number, form: number): readonly [Dot[], Dot[]] => {
  const x = P.axisX
  // Straight from -1 to 0 and from 0 to 1, as keyforms are.
  const dip = 2.5 * (1 + Math.min(0, form))
  const hang = 0.72 + 0.1 * Math.max(0, -form)
  const cheekUp = lerp(cornerY, top, 0.75) + 1
  const cheekDown = lerp(cornerY, bottom, hang)
  const upper: Dot[] = [
    [x - half, cornerY],
    [x - half * 0.55, cheekUp],
    [x, top + dip],
    [x + half * 0.55, cheekUp],
    [x + half, cornerY],
  ]
  const lower: Dot[] = [
    [x - half, cornerY],
    [x - half * 0.74, cheekDown],
    [x, bottom],
    [x + half * 0.74, cheekDown],
    [x + half, cornerY],
  ]
  return [splineOf(upper, LIP_SEGMENT), splineOf(lower, LIP_SEGMENT)]
}

const roundLips = (half: number, top: number, bottom: number, parted: number): readonly [Dot[], Dot[]] => {
  const middle = (top + bottom) / 2
  const height = Math.max(6 * parted, (bottom - top) / 2)
  const arc = (by: number): Dot[] =>
    Array.from({ length: LIP_POINTS }, (_, i): Dot => {
      const a = (Math.PI * i) / (LIP_POINTS - 1)
      return [P.axisX - half * Math.cos(a), middle + by * height * Math.sin(a)]
    })
  return [arc(-0.92), arc(1)]
}
