// How far the mouth opens, smiles, widens and rounds goes in; its lips as lines of equal length come out.

import { type Line, splineOf } from './curve'
import { type Dot, mixed } from './dot'
import { clamp, lerp, through } from './interpolation'
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

/** Smiling more than this, a closed and rounded mouth curls like a cat's: what speech rounds stays below. As stern as that it is a wave. */
export const CAT_FROM = 0.6
export const WAVE_FROM = -0.5
/** A small opening is wider open than it says: I and U stay readable in a small picture. */
const SMALL_OPENING_PX = 9

export const mouthCurves = (shape: MouthShape): MouthCurves => {
  const { form, width, round } = shape
  const open = clamp(shape.open, 0, 1.2)
  const parted = clamp(open / PARTED_AT, 0, 1)
  const small = clamp((open - PARTED_AT) / (INSIDE_AT - PARTED_AT), 0, 1) * SMALL_OPENING_PX
  const half = P.mouthHalf * width * (1 + 0.12 * Math.max(0, form)) * (1 + 0.1 * open) * (1 + 0.16 * round)
  const cornerY = P.mouthY - form * 13 + open * 10
  const top = P.mouthY + form * 7 - open * 9 - small * 0.3
  const bottom = P.mouthY + form * 8 + open * 72 + small
  const flat = flatLips(half, cornerY, top, bottom, form)
  const circle = roundLips(half, top, bottom, parted, form)
  const lip = (which: 0 | 1): Dot[] => mixed(flat[which], circle[which], round)
  const upper = lip(0)
  return { ...shape, open, upper, lower: mixed(upper, lip(1), parted), top, bottom, cornerY, half, parted }
}

/** A stern mouth is square below, a smiling one round. */
const flatLips = (half: number, cornerY: number, top: number, bottom: number, form: number): readonly [Dot[], Dot[]] => {
  const x = P.axisX
  // Straight from -1 to 0 and from 0 to 1, as keyforms are.
  const stern = Math.max(0, -form)
  const dip = 2.5 * (1 - stern)
  const cheekUp = lerp(cornerY, top, 0.75 + 0.13 * stern) + 1
  const cheekDown = lerp(cornerY, bottom, 0.72 + 0.22 * stern)
  const [up, down] = [half * (0.55 + 0.13 * stern), half * (0.74 + 0.2 * stern)]
  const upper: Dot[] = [
    [x - half, cornerY],
    [x - up, cheekUp],
    [x, top + dip],
    [x + up, cheekUp],
    [x + half, cornerY],
  ]
  const lower: Dot[] = [
    [x - half, cornerY],
    [x - down, cheekDown],
    [x, bottom],
    [x + down, cheekDown],
    [x + half, cornerY],
  ]
  return [splineOf(upper, LIP_SEGMENT), splineOf(lower, LIP_SEGMENT)]
}

/** How a closed, rounded mouth curls, by place along it: like a cat's when it smiles, in a wave when it is stern. */
const CAT = through([0, -15], [0.06, -6], [0.26, 10], [0.44, 4], [0.5, -8], [0.56, 4], [0.74, 10], [0.94, -6], [1, -15])
const WAVE = through([0, 10], [0.17, -11], [0.38, 11], [0.6, -11], [0.82, 11], [1, -6])

const roundLips = (half: number, top: number, bottom: number, parted: number, form: number): readonly [Dot[], Dot[]] => {
  const middle = (top + bottom) / 2
  const height = Math.max(6 * parted, (bottom - top) / 2)
  const [cat, wave] = [clamp((form - CAT_FROM) / (1 - CAT_FROM), 0, 1), clamp(form / WAVE_FROM, 0, 1)]
  const arc = (by: number): Dot[] =>
    Array.from({ length: LIP_POINTS }, (_, i): Dot => {
      const t = i / (LIP_POINTS - 1)
      const a = Math.PI * t
      const curl = (1 - parted) * (cat * CAT(t) + wave * WAVE(t))
      const x = lerp(2 * t - 1, -Math.cos(a), Math.max(parted, 1 - cat - wave))
      return [P.axisX + half * x, middle + by * height * Math.sin(a) + curl]
    })
  return [arc(-0.92), arc(1)]
}
