// The face: the field flows in, one value per channel flows out. The other of the field's two readers; every readout stands in one table.
import { EMOTIONS, FACE_CHANNELS, FACE_INDEX, type FaceChannelName, type FaceFrame, GESTURES } from '@psiona/shared'
import { EMOTION_POSES, type FacePose, GESTURE_FACES } from './emotion-face'
import type { Field } from './field'
import { MOUTH_KEY_SHAPES, MOUTH_KEYS, type MouthKey, NEUTRAL_SHAPE } from './mouth-shape'
import { OSCILLATOR, type OscillatorName } from './oscillator'

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

const KEY_OSCILLATORS = { A: 'vowelA', I: 'vowelI', U: 'vowelU', E: 'vowelE', O: 'vowelO' } as const
const WIDTH_AT_REST = FACE_CHANNELS[FACE_INDEX.mouthWidth]!.rest
const FORM_AT_REST = FACE_CHANNELS[FACE_INDEX.mouthForm]!.rest

/** Each channel: what rest, feelings and gestures make of it (`posed`), moved by the oscillators. */
const READOUT: Readonly<Record<FaceChannelName, (face: FaceMap, posed: number) => number>> = {
  mouthOpen: (face) => face.opening,
  mouthForm: (face, posed) => face.lips(posed, FORM_AT_REST, face.keyForm) + face.wave('lipTremor'),
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
  gazeX: (face, posed) => posed + face.amplitude('gazeRight') - face.amplitude('gazeLeft'),
  gazeY: (face, posed) => posed + face.amplitude('gazeUp') - face.amplitude('gazeDown'),
  browYL: (face, posed) => posed + BROW_PER_RAISE * face.amplitude('browRaise'),
  browYR: (face, posed) => posed + BROW_PER_RAISE * face.amplitude('browRaise'),
  browAngleL: (_, posed) => posed,
  browAngleR: (_, posed) => posed,
  cheek: (face, posed) => posed + face.wave('cheekBounce'),
  angleX: (face, posed) =>
    posed +
    TURN * (face.amplitude('turnRight') - face.amplitude('turnLeft')) +
    1.6 * face.wave('sway') +
    SHAKE * face.swing('shake'),
  angleY: (face, posed) =>
    posed -
    ACCENT_NOD * face.amplitude('accentNod') -
    NOD * face.cycle('nod') +
    LAUGH * face.swing('laughing') +
    0.8 * face.wave('breath'),
  angleZ: (face, posed) => posed + 2.2 * face.wave('lean'),
  bodyX: (face, posed) =>
    posed + 2.4 * face.wave('sway') + TURN * 0.25 * (face.amplitude('turnRight') - face.amplitude('turnLeft')),
  bodyY: (face, posed) => posed + 0.6 * LAUGH * face.swing('laughing') + 0.7 * face.wave('breath'),
  bodyZ: (face, posed) => posed + 1.3 * face.wave('lean'),
  breath: (face) => face.cycle('breath'),
  tear: (_, posed) => sign(posed),
  sweat: (_, posed) => sign(posed),
  angerMark: (_, posed) => sign(posed),
  heart: (_, posed) => sign(posed),
  star: (_, posed) => sign(posed),
  question: (_, posed) => sign(posed),
}

const CHANNEL_READOUTS = FACE_CHANNELS.map(({ name, min, max, rest }, i) => ({ i, min, max, rest, read: READOUT[name] }))
/** Per channel: how far each feeling moves it from rest, and where each gesture wants it. */
const EMOTION_SHIFTS = FACE_CHANNELS.map(({ name, rest }) =>
  EMOTIONS.flatMap((emotion) => posedBy(EMOTION_POSES[emotion], name, OSCILLATOR[emotion], rest)),
)
const GESTURE_TARGETS = FACE_CHANNELS.map(({ name }) =>
  GESTURES.flatMap((gesture) => posedBy(GESTURE_FACES[gesture].pose, name, OSCILLATOR[gesture], 0)),
)

function posedBy(pose: FacePose, name: FaceChannelName, oscillator: number, from: number) {
  const value = pose[name]
  return value === undefined ? [] : [{ oscillator, value: value - from }]
}

function sign(strength: number): number {
  const part = Math.min(1, Math.max(0, (strength - SIGN_FROM) / (SIGN_FULL - SIGN_FROM)))
  return part * part * (3 - 2 * part)
}

export class FaceMap {
  opening = 0
  unblinking = 1
  keyForm = 0
  keyWidth = 0
  keyRound = 0
  private speaking = 0
  private readonly field: Field

  constructor(field: Field) {
    this.field = field
  }

  /** The face at this very moment, into `frame`. */
  read(frame: FaceFrame): void {
    this.readMouth(this.posed(FACE_INDEX.mouthOpen, 0))
    this.unblinking = Math.max(0, 1 - 1.02 * this.amplitude('blink'))
    for (const { i, min, max, rest, read } of CHANNEL_READOUTS)
      frame[i] = Math.min(max, Math.max(min, read(this, this.posed(i, rest))))
  }

  amplitude(name: OscillatorName): number {
    return this.field.amplitude[OSCILLATOR[name]]!
  }
  /** a·cos θ: swings about 0. */
  wave(name: OscillatorName): number {
    return this.amplitude(name) * Math.cos(this.field.phase[OSCILLATOR[name]]!)
  }
  /** a·sin θ: begins at 0 with the phase. */
  swing(name: OscillatorName): number {
    return this.amplitude(name) * Math.sin(this.field.phase[OSCILLATOR[name]]!)
  }
  /** a·(1 − cos θ)/2: out and back, never negative. */
  cycle(name: OscillatorName): number {
    return (this.amplitude(name) * (1 - Math.cos(this.field.phase[OSCILLATOR[name]]!))) / 2
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

  private posed(channel: number, rest: number): number {
    const { amplitude } = this.field
    let value = rest
    for (const { oscillator, value: shift } of EMOTION_SHIFTS[channel]!) value += amplitude[oscillator]! * shift
    for (const { oscillator, value: target } of GESTURE_TARGETS[channel]!) value += amplitude[oscillator]! * (target - value)
    return value
  }

  /** Jaw by its phase between floor and vowel, lips over it, both only while she speaks. */
  private readMouth(widening: number): void {
    const floor = this.amplitude('jawFloor')
    const jaw = floor + Math.max(0, this.amplitude('jaw') - floor) * ((1 - Math.cos(this.field.phase[OSCILLATOR.jaw]!)) / 2)
    this.speaking = this.amplitude('speaking')
    const open = this.speaking * jaw * Math.max(0, 1 - this.amplitude('lipClosure')) * (1 + POSE_OPENS * widening)
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
    const lips = this.amplitude('lipRounding')
    const added = ROUND_BY_LIPS * Math.max(0, lips - this.keyRound)
    this.keyWidth += added * (MOUTH_KEY_SHAPES.U.width - this.keyWidth)
    this.keyRound = Math.max(this.keyRound, lips)
  }
}
