// Face frames and the phones under them flow in, the mouth as other programs know it flows out, frame by frame: Oculus's fifteen visemes,
// ARKit's blendshapes, or the five vowels A I U E O of VRM and VTube Studio.
import { FACE_INDEX, FACE_RATE, type FaceFrame, type Seconds } from '@psiona/shared'
import { OCULUS_VISEMES, type Viseme } from './visemes'

export const VISEME_SETS = ['oculus', 'arkit', 'aiueo'] as const
export type VisemeSet = (typeof VISEME_SETS)[number]

export interface TimedViseme {
  readonly viseme: Viseme
  readonly start: Seconds
  readonly end: Seconds
}
export interface VisemeStream {
  readonly set: VisemeSet
  readonly fps: number
  /** What each value of a frame is, in that program's own spelling. */
  readonly channels: readonly string[]
  /** Frame i belongs to second i / fps. All values 0..1. */
  readonly frames: readonly (readonly number[])[]
}

/** A mouth is on its way to the next shape for about that long. */
const CROSSFADE_SECONDS: Seconds = 0.06
const AIUEO = ['vowelA', 'vowelI', 'vowelU', 'vowelE', 'vowelO'] as const
/** A mouth that is open by that much shows nothing of a closed one. */
const CLEARLY_OPEN = 0.25

export function visemeStream(set: VisemeSet, frames: readonly FaceFrame[], visemes: readonly TimedViseme[]): VisemeStream {
  switch (set) {
    case 'aiueo':
      return { set, fps: FACE_RATE, channels: ['A', 'I', 'U', 'E', 'O'], frames: frames.map(vowels) }
    case 'arkit':
      return { set, fps: FACE_RATE, channels: ARKIT.map(([name]) => name), frames: frames.map(blendshapes) }
    case 'oculus': {
      const shapes = visemes.length > 0 ? fromPhones(frames.length, visemes) : frames.map(fromFace)
      return { set, fps: FACE_RATE, channels: OCULUS_VISEMES, frames: shapes }
    }
    default:
      return set satisfies never
  }
}

const thousandths = (value: number) => Math.round(value * 1000) / 1000
const vowels = (frame: FaceFrame) => AIUEO.map((name) => thousandths(frame[FACE_INDEX[name]]!))

/** Each phone's shape swells and fades with a cosine of its border; at every moment they add up to one. */
function fromPhones(count: number, visemes: readonly TimedViseme[]): number[][] {
  return Array.from({ length: count }, (_, i) => {
    const at = i / FACE_RATE
    const weights = OCULUS_VISEMES.map(() => 0)
    for (const { viseme, start, end } of visemes) {
      if (end < at - CROSSFADE_SECONDS || start > at + CROSSFADE_SECONDS) continue
      weights[OCULUS_VISEMES.indexOf(viseme)]! += swell(at - start) * swell(end - at)
    }
    const sum = weights.reduce((total, weight) => total + weight, 0)
    if (sum === 0) weights[0] = 1
    return weights.map((weight) => thousandths(sum === 0 ? weight : weight / sum))
  })
}

/** 0 half a crossfade outside, 1 half a crossfade inside. */
function swell(inside: Seconds): number {
  const part = Math.min(1, Math.max(0, inside / CROSSFADE_SECONDS + 0.5))
  return 0.5 - 0.5 * Math.cos(Math.PI * part)
}

/** Where nobody knows the phones, the shape of the lips says as much as it can: vowels, and lips that touch. */
function fromFace(frame: FaceFrame): number[] {
  const weight: Partial<Record<Viseme, number>> = {}
  const [a, i, u, e, o] = AIUEO.map((name) => frame[FACE_INDEX[name]]!)
  const open = frame[FACE_INDEX.mouthOpen]!
  Object.assign(weight, { aa: a, ih: i, ou: u, E: e, oh: o })
  const vowel = Math.min(1, a! + i! + u! + e! + o!)
  const shut = Math.max(0, 1 - open / CLEARLY_OPEN)
  weight.sil = shut * (1 - vowel)
  weight.DD = Math.max(0, 1 - vowel - weight.sil)
  return OCULUS_VISEMES.map((name) => thousandths(weight[name] ?? 0))
}

type Read = (frame: FaceFrame) => number
const at =
  (name: keyof typeof FACE_INDEX): Read =>
  (frame) =>
    frame[FACE_INDEX[name]]!
const [open, round, width, form] = [at('mouthOpen'), at('mouthRound'), at('mouthWidth'), at('mouthForm')]
const unit = (value: number) => Math.min(1, Math.max(0, value))
/** L and R are the character's own in both worlds. */
const lid =
  (name: 'eyeOpenL' | 'eyeOpenR'): Read =>
  (frame) =>
    1 - at(name)(frame)
const brow =
  (name: 'browYL' | 'browYR', sign: 1 | -1): Read =>
  (frame) =>
    sign * at(name)(frame)

/** ARKit's names, and how our channels read as such. */
const ARKIT: readonly (readonly [string, Read])[] = [
  ['jawOpen', (frame) => 0.85 * open(frame)],
  ['mouthClose', (frame) => (open(frame) < 0.02 ? 0 : 0.15 * (1 - open(frame)))],
  ['mouthFunnel', (frame) => round(frame) * Math.min(1, 1.6 * open(frame))],
  ['mouthPucker', (frame) => round(frame) * (1 - Math.min(1, 1.2 * open(frame)))],
  ['mouthStretchLeft', (frame) => width(frame) - 1],
  ['mouthStretchRight', (frame) => width(frame) - 1],
  ['mouthSmileLeft', (frame) => 0.7 * form(frame)],
  ['mouthSmileRight', (frame) => 0.7 * form(frame)],
  ['mouthFrownLeft', (frame) => -0.8 * form(frame)],
  ['mouthFrownRight', (frame) => -0.8 * form(frame)],
  ['eyeBlinkLeft', lid('eyeOpenL')],
  ['eyeBlinkRight', lid('eyeOpenR')],
  ['eyeWideLeft', (frame) => 5 * (at('eyeOpenL')(frame) - 1)],
  ['eyeWideRight', (frame) => 5 * (at('eyeOpenR')(frame) - 1)],
  ['eyeSquintLeft', at('eyeSmileL')],
  ['eyeSquintRight', at('eyeSmileR')],
  ['browInnerUp', (frame) => (brow('browYL', 1)(frame) + brow('browYR', 1)(frame)) / 2],
  ['browOuterUpLeft', brow('browYL', 1)],
  ['browOuterUpRight', brow('browYR', 1)],
  ['browDownLeft', brow('browYL', -1)],
  ['browDownRight', brow('browYR', -1)],
  ['cheekSquintLeft', at('eyeSmileL')],
  ['cheekSquintRight', at('eyeSmileR')],
]
const blendshapes = (frame: FaceFrame) => ARKIT.map(([, read]) => thousandths(unit(read(frame))))
