// The face: one signed number per channel, 60 times a second, at exact sample positions.
// One table says what each channel is; engine, wire, puppet and Live2D adapters read it from here.

export interface FaceChannel {
  readonly name: string
  /** Cubism's standard parameter, or ours where Cubism has none. */
  readonly parameter: string
  readonly min: number
  readonly max: number
  /** The value of a calm, silent face. */
  readonly rest: number
}

const channel = <N extends string>(name: N, parameter: string, min: number, max: number, rest = 0) =>
  ({ name, parameter, min, max, rest }) as const

/** L and R are the character's own, as in Cubism: L lies on the viewer's right. Angles in degrees. */
export const FACE_CHANNELS = [
  channel('mouthOpen', 'ParamMouthOpenY', 0, 1.2),
  channel('mouthForm', 'ParamMouthForm', -1, 1, 0.55),
  channel('mouthWidth', 'ParamMouthWidth', 0.4, 1.4, 1),
  channel('mouthRound', 'ParamMouthRound', 0, 1),
  channel('vowelA', 'ParamA', 0, 1),
  channel('vowelI', 'ParamI', 0, 1),
  channel('vowelU', 'ParamU', 0, 1),
  channel('vowelE', 'ParamE', 0, 1),
  channel('vowelO', 'ParamO', 0, 1),
  channel('eyeOpenL', 'ParamEyeLOpen', 0, 1.2, 1),
  channel('eyeOpenR', 'ParamEyeROpen', 0, 1.2, 1),
  channel('eyeSmileL', 'ParamEyeLSmile', 0, 1),
  channel('eyeSmileR', 'ParamEyeRSmile', 0, 1),
  channel('irisScale', 'ParamIrisScale', 0.7, 1.15, 1),
  channel('gazeX', 'ParamEyeBallX', -1, 1),
  channel('gazeY', 'ParamEyeBallY', -1, 1),
  channel('browYL', 'ParamBrowLY', -1, 1.2),
  channel('browYR', 'ParamBrowRY', -1, 1.2),
  channel('browAngleL', 'ParamBrowLAngle', -1.5, 1.5),
  channel('browAngleR', 'ParamBrowRAngle', -1.5, 1.5),
  channel('cheek', 'ParamCheek', 0, 1, 0.35),
  channel('angleX', 'ParamAngleX', -30, 30),
  channel('angleY', 'ParamAngleY', -30, 30),
  channel('angleZ', 'ParamAngleZ', -30, 30),
  channel('bodyX', 'ParamBodyAngleX', -10, 10),
  channel('bodyY', 'ParamBodyAngleY', -10, 10),
  channel('bodyZ', 'ParamBodyAngleZ', -10, 10),
  channel('breath', 'ParamBreath', 0, 1),
  channel('tear', 'ParamTear', 0, 1),
  channel('sweat', 'ParamSweat', 0, 1),
  channel('angerMark', 'ParamAngerMark', 0, 1),
  channel('heart', 'ParamHeart', 0, 1),
  channel('star', 'ParamStar', 0, 1),
  channel('question', 'ParamQuestion', 0, 1),
  channel('exclaim', 'ParamExclaim', 0, 1),
] as const satisfies readonly FaceChannel[]

export type FaceChannelName = (typeof FACE_CHANNELS)[number]['name']
/** One value per FACE_CHANNELS entry, in that order. */
export type FaceFrame = Float32Array

export const FACE_CHANNEL_COUNT = FACE_CHANNELS.length
export const FACE_INDEX = Object.fromEntries(FACE_CHANNELS.map((c, i) => [c.name, i])) as Record<FaceChannelName, number>

export const restFace = (): FaceFrame => Float32Array.from(FACE_CHANNELS, (c) => c.rest)
