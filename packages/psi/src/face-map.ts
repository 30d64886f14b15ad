// The face: the field flows in, one value per channel flows out. The other of the field's two readers; every readout stands in one table.
import { EMOTIONS, FACE_CHANNELS, FACE_INDEX, type FaceChannelName, type FaceFrame, GESTURES } from '@psiona/shared'
import { EMOTION_POSES, type FacePose, GESTURE_FACES } from './emotion-face'
import type { Field } from './field'
import { MOUTH_KEY_SHAPES, MOUTH_KEYS, type MouthKey, NEUTRAL_SHAPE } from './mouth-shape'
import { OSCILLATOR } from './oscillator'

/** A shut mouth may tremble by this without a gap. */
const SHUT = 0.015
/** A posed mouth opens that much wider with every vowel. */
const POSE_OPENS = 0.25
/** Lips that speak keep half of what the feeling does to their shape. */
const POSE_SPEAKING = 0.5
const ROUND_BY_LIPS = 0.7
/** Signs (tear, heart, …) begin to show at a feeling of this strength and stand clear at that. */
const SIGN_FROM = 0.35
const SIGN_FULL = 0.75
const BROW_PER_RAISE = 0.45
/** Degrees. */
const TURN = 3.5
const ACCENT_NOD = 4
const NOD = 10
const SHAKE = 13
const LAUGH = 3

const KEY_OSCILLATORS: Readonly<Record<MouthKey, number>> = {
  A: OSCILLATOR.vowelA,
  I: OSCILLATOR.vowelI,
  U: OSCILLATOR.vowelU,
  E: OSCILLATOR.vowelE,
  O: OSCILLATOR.vowelO,
}
const {
  accentNod,
  blink,
  breath,
  browRaise,
  cheekBounce,
  gazeDown,
  gazeLeft,
  gazeRight,
  gazeUp,
  jaw,
  jawFloor,
  laughing,
  lean,
  lipClosure,
  lipRounding,
  lipTremor,
  nod,
  shake,
  speaking,
  sway,
  turnLeft,
  turnRight,
} = OSCILLATOR
const WIDTH_AT_REST = FACE_CHANNELS[FACE_INDEX.mouthWidth]!.rest
const FORM_AT_REST = FACE_CHANNELS[FACE_INDEX.mouthForm]!.rest

/** Each channel: what rest, feelings and gestures make of it (`posed`), moved by the oscillators. */
const READOUT: Readonly<Record<FaceChannelName, (face: FaceMap, posed: number) => number>> = {
  mouthOpen: (face) => face.opening,
  mouthForm: (face, posed) => face.lips(posed, FORM_AT_REST, face.keyForm) + face.wave(lipTremor),
  mouthWidth: (face, posed) => face.lips(posed, WIDTH_AT_REST, face.keyWidth),
  mouthRound: (face, posed) => face.lips(posed, 0, face.keyRound),
  vowelA: (face) => face.key('A'),
  vowelI: (face) => face.key('I'),
  vowelU: (face) => face.key('U'),
  vowelE: (face) => face.key('E'),
  vowelO: (face) => face.key('O'),
  eyeOpenL: (face, posed) => posed * face.unblinking,
  eyeOpenR: (face, posed) => posed * face.unblinking,
  eyeSmileL: (_, posed) => posed,
  eyeSmileR: (_, posed) => posed,
  irisScale: (_, posed) => posed,
  gazeX: (face, posed) => posed + face.amplitude(gazeRight) - face.amplitude(gazeLeft),
  gazeY: (face, posed) => posed + face.amplitude(gazeUp) - face.amplitude(gazeDown),
  browYL: (face, posed) => posed + BROW_PER_RAISE * face.amplitude(browRaise),
  browYR: (face, posed) => posed + BROW_PER_RAISE * face.amplitude(browRaise),
  browAngleL: (_, posed) => posed,
  browAngleR: (_, posed) => posed,
  cheek: (face, posed) => posed + face.wave(cheekBounce),
  angleX: (face, posed) =>
    posed + TURN * (face.amplitude(turnRight) - face.amplitude(turnLeft)) + 1.6 * face.wave(sway) + SHAKE * face.swing(shake),
  angleY: (face, posed) =>
    posed -
    ACCENT_NOD * face.amplitude(accentNod) -
    NOD * face.cycle(nod) +
    LAUGH * face.swing(laughing) +
    0.8 * face.wave(breath),
  angleZ: (face, posed) => posed + 2.2 * face.wave(lean),
  bodyX: (face, posed) => posed + 2.4 * face.wave(sway) + TURN * 0.25 * (face.amplitude(turnRight) - face.amplitude(turnLeft)),
  bodyY: (face, posed) => posed + 0.6 * LAUGH * face.swing(laughing) + 0.7 * face.wave(breath),
  bodyZ: (face, posed) => posed + 1.3 * face.wave(lean),
  breath: (face) => face.cycle(breath),
  tear: (_, posed) => sign(posed),
  sweat: (_, posed) => sign(posed),
  angerMark: (_, posed) => sign(posed),
  heart: (_, posed) => sign(posed),
  star: (_, posed) => sign(posed),
  question: (_, posed) => sign(posed),
  exclaim: (_, posed) => sign(posed),
}

const CHANNEL_READOUTS = FACE_CHANNELS.map(({ name, min, max }) => ({ min, max, read: READOUT[name] }))
const RESTS = Float64Array.from(FACE_CHANNELS, ({ rest }) => rest)
/** How far each feeling moves which channels from rest, and where each gesture wants them. */
const EMOTION_SHIFTS = EMOTIONS.map((name) => posedBy(OSCILLATOR[name], EMOTION_POSES[name], 1))
const GESTURE_TARGETS = GESTURES.map((name) => posedBy(OSCILLATOR[name], GESTURE_FACES[name].pose, 0))

function posedBy(oscillator: number, pose: FacePose, fromRest: 0 | 1) {
  const moved = FACE_CHANNELS.flatMap(({ name, rest }, channel) => {
    const value = pose[name]
    return value === undefined ? [] : [{ channel, value: value - fromRest * rest }]
  })
  return {
    oscillator,
    channels: Uint8Array.from(moved, ({ channel }) => channel),
    values: Float64Array.from(moved, ({ value }) => value),
  }
}

function sign(strength: number): number {
  const part = Math.min(1, Math.max(0, (strength - SIGN_FROM) / (SIGN_FULL - SIGN_FROM)))
  return part * part * (3 - 2 * part)
}

/** What the face reads of a field, or of one that is foretold. */
type FaceField = Pick<Field, 'amplitude' | 'phase'>

export class FaceMap {
  opening = 0
  unblinking = 1
  keyForm = 0
  keyWidth = 0
  keyRound = 0
  private speaking = 0
  private readonly posed = new Float64Array(FACE_CHANNELS.length)
  private readonly field: FaceField

  constructor(field: FaceField) {
    this.field = field
  }

  /** The face at this very moment, into `frame`. */
  read(frame: FaceFrame): void {
    this.pose()
    this.readMouth(this.posed[FACE_INDEX.mouthOpen]!)
    this.unblinking = Math.max(0, 1 - 1.02 * this.amplitude(blink))
    for (let i = 0; i < CHANNEL_READOUTS.length; i++) {
      const { min, max, read } = CHANNEL_READOUTS[i]!
      frame[i] = Math.min(max, Math.max(min, read(this, this.posed[i]!)))
    }
  }

  amplitude(oscillator: number): number {
    return this.field.amplitude[oscillator]!
  }
  /** a·cos θ: swings about 0. */
  wave(oscillator: number): number {
    return this.amplitude(oscillator) * Math.cos(this.field.phase[oscillator]!)
  }
  /** a·sin θ: begins at 0 with the phase. */
  swing(oscillator: number): number {
    return this.amplitude(oscillator) * Math.sin(this.field.phase[oscillator]!)
  }
  /** a·(1 − cos θ)/2: out and back, never negative. */
  cycle(oscillator: number): number {
    return (this.amplitude(oscillator) * (1 - Math.cos(this.field.phase[oscillator]!))) / 2
  }
  /** A mouth key fills as the mouth opens to it. */
  key(key: MouthKey): number {
    return this.amplitude(KEY_OSCILLATORS[key]) * Math.min(1, this.opening / MOUTH_KEY_SHAPES[key].open)
  }
  /** From the posed shape in silence to the vowel's shape, tinged by the pose, in speech. */
  lips(posed: number, rest: number, shape: number): number {
    const speaking = shape + POSE_SPEAKING * (posed - rest)
    return posed + this.speaking * (speaking - posed)
  }

  /** What rest, feelings and, over them, gestures make of each channel. */
  private pose(): void {
    const { posed } = this
    const { amplitude } = this.field
    posed.set(RESTS)
    for (let e = 0; e < EMOTION_SHIFTS.length; e++) {
      const { oscillator, channels, values } = EMOTION_SHIFTS[e]!
      const strength = amplitude[oscillator]!
      if (strength === 0) continue
      for (let c = 0; c < channels.length; c++) posed[channels[c]!] = posed[channels[c]!]! + strength * values[c]!
    }
    for (let g = 0; g < GESTURE_TARGETS.length; g++) {
      const { oscillator, channels, values } = GESTURE_TARGETS[g]!
      const strength = amplitude[oscillator]!
      if (strength === 0) continue
      for (let c = 0; c < channels.length; c++) {
        const value = posed[channels[c]!]!
        posed[channels[c]!] = value + strength * (values[c]! - value)
      }
    }
  }

  /** Jaw by its phase between floor and vowel, lips over it, both only while she speaks. */
  private readMouth(widening: number): void {
    const floor = this.amplitude(jawFloor)
    const dropped = floor + Math.max(0, this.amplitude(jaw) - floor) * ((1 - Math.cos(this.field.phase[jaw]!)) / 2)
    this.speaking = this.amplitude(speaking)
    const open = this.speaking * dropped * Math.max(0, 1 - this.amplitude(lipClosure)) * (1 + POSE_OPENS * widening)
    this.opening = Math.max(0, (open - SHUT) / (1 - SHUT))

    this.keyForm = NEUTRAL_SHAPE.form
    this.keyWidth = NEUTRAL_SHAPE.width
    this.keyRound = NEUTRAL_SHAPE.round
    for (const key of MOUTH_KEYS) {
      const weight = this.amplitude(KEY_OSCILLATORS[key])
      this.keyForm += weight * (MOUTH_KEY_SHAPES[key].form - NEUTRAL_SHAPE.form)
      this.keyWidth += weight * (MOUTH_KEY_SHAPES[key].width - NEUTRAL_SHAPE.width)
      this.keyRound += weight * (MOUTH_KEY_SHAPES[key].round - NEUTRAL_SHAPE.round)
    }
    const lips = this.amplitude(lipRounding)
    const added = ROUND_BY_LIPS * Math.max(0, lips - this.keyRound)
    this.keyWidth += added * (MOUTH_KEY_SHAPES.U.width - this.keyWidth)
    this.keyRound = Math.max(this.keyRound, lips)
  }
}
