// In: what is tried on her face (a feeling's face, angles, pointer, talk) and the time. Out: the face to show, or null when nothing is tried.
import { FACE_CHANNELS, FACE_INDEX, type FaceChannelName } from '@psiona/shared/face-frame'

export interface Point {
  readonly x: number
  readonly y: number
}
export interface TriedFace {
  /** In the order of FACE_CHANNELS; null = no feeling. */
  readonly feeling: readonly number[] | null
  /** Degrees: to the viewer's right, and up. */
  readonly angles: Point
  /** Where she looks, -1..1 of the picture, y up; null = nowhere. */
  readonly pointer: Point | null
  readonly talking: boolean
}

/** One vowel, as long as in slow speech. */
const VOWEL_SECONDS = 0.42
const VOWELS = [
  { channel: 'vowelA', mouthOpen: 0.95, mouthForm: 0.3, mouthWidth: 1.05, mouthRound: 0 },
  { channel: 'vowelI', mouthOpen: 0.28, mouthForm: 0.8, mouthWidth: 1.3, mouthRound: 0 },
  { channel: 'vowelU', mouthOpen: 0.3, mouthForm: -0.2, mouthWidth: 0.55, mouthRound: 1 },
  { channel: 'vowelE', mouthOpen: 0.5, mouthForm: 0.6, mouthWidth: 1.2, mouthRound: 0 },
  { channel: 'vowelO', mouthOpen: 0.72, mouthForm: 0, mouthWidth: 0.72, mouthRound: 0.8 },
] as const satisfies readonly ({ channel: FaceChannelName } & Partial<Record<FaceChannelName, number>>)[]

/** As in people: about 15 breaths a minute, a blink every few seconds. */
const BREATH_SECONDS = 4
const BLINK_EVERY_SECONDS = 3.7
const BLINK_SECONDS = 0.18
/** How far the head goes with the eyes, degrees. */
const LOOK = { x: 14, y: 9 }

/** The vowel of this moment, A I U E O in turn, and how far it is shaped: it rises and falls. */
export function vowelAt(seconds: number) {
  const place = seconds / VOWEL_SECONDS
  const vowel = VOWELS[Math.floor(place) % VOWELS.length]!
  return { vowel, amount: Math.sin(Math.PI * (place % 1)) ** 0.7 }
}

export function stageFace({ feeling, angles, pointer, talking }: TriedFace, seconds: number): number[] | null {
  const turned = angles.x !== 0 || angles.y !== 0
  if (!feeling && !turned && !pointer && !talking) return null
  const face = FACE_CHANNELS.map(({ rest }, index) => feeling?.[index] ?? rest)
  const add = (channel: FaceChannelName, value: number) => {
    face[FACE_INDEX[channel]]! += value
  }
  const toward = (channel: FaceChannelName, value: number, share: number) => {
    const index = FACE_INDEX[channel]
    face[index] = face[index]! + (value - face[index]!) * share
  }
  add('angleX', angles.x)
  add('angleY', angles.y)
  if (pointer) {
    add('gazeX', pointer.x)
    add('gazeY', pointer.y)
    add('angleX', LOOK.x * pointer.x)
    add('angleY', LOOK.y * pointer.y)
  }
  if (talking) {
    const { vowel, amount } = vowelAt(seconds)
    for (const channel of ['mouthOpen', 'mouthForm', 'mouthWidth', 'mouthRound'] as const) toward(channel, vowel[channel], amount)
    toward(vowel.channel, 1, amount)
  }
  // She lives while she is looked at.
  face[FACE_INDEX.breath] = 0.5 - 0.5 * Math.cos((2 * Math.PI * seconds) / BREATH_SECONDS)
  const blink = (seconds % BLINK_EVERY_SECONDS) / BLINK_SECONDS
  if (blink < 1)
    for (const eye of ['eyeOpenL', 'eyeOpenR'] as const) face[FACE_INDEX[eye]]! *= Math.abs(Math.cos(Math.PI * blink))
  return face.map((value, index) => Math.max(FACE_CHANNELS[index]!.min, Math.min(FACE_CHANNELS[index]!.max, value)))
}
