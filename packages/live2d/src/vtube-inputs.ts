// What VTube Studio tracks, by its names, and the channel of the face that is the same: channel values and tracked values at both ends.
import type { FaceChannelName } from '@psiona/shared/face-frame'

export interface TrackedInput {
  readonly channel: FaceChannelName
  readonly from: readonly [number, number]
  readonly tracked: readonly [number, number]
}

const same = (channel: FaceChannelName, low: number, high: number): TrackedInput => ({
  channel,
  from: [low, high],
  tracked: [low, high],
})
const raised = (channel: FaceChannelName): TrackedInput => ({ channel, from: [-1, 1.2], tracked: [0, 1] })
const smiling: TrackedInput = { channel: 'mouthForm', from: [-1, 1], tracked: [0, 1] }

export const VTUBE_INPUTS: Readonly<Record<string, readonly TrackedInput[]>> = {
  FaceAngleX: [same('angleX', -30, 30)],
  FaceAngleY: [same('angleY', -30, 30)],
  FaceAngleZ: [same('angleZ', -30, 30)],
  FacePositionX: [{ channel: 'bodyX', from: [-10, 10], tracked: [-15, 15] }],
  FacePositionY: [{ channel: 'bodyY', from: [-10, 10], tracked: [-15, 15] }],
  MouthOpen: [same('mouthOpen', 0, 1)],
  VoiceVolume: [same('mouthOpen', 0, 1)],
  VoiceVolumePlusMouthOpen: [same('mouthOpen', 0, 1)],
  MouthSmile: [smiling],
  VoiceFrequency: [smiling],
  VoiceFrequencyPlusMouthSmile: [smiling],
  EyeOpenLeft: [same('eyeOpenL', 0, 1)],
  EyeOpenRight: [same('eyeOpenR', 0, 1)],
  EyeLeftX: [same('gazeX', -1, 1)],
  EyeRightX: [same('gazeX', -1, 1)],
  EyeLeftY: [same('gazeY', -1, 1)],
  EyeRightY: [same('gazeY', -1, 1)],
  Brows: [raised('browYL'), raised('browYR')],
  BrowLeftY: [raised('browYL')],
  BrowRightY: [raised('browYR')],
  VoiceA: [same('vowelA', 0, 1)],
  VoiceI: [same('vowelI', 0, 1)],
  VoiceU: [same('vowelU', 0, 1)],
  VoiceE: [same('vowelE', 0, 1)],
  VoiceO: [same('vowelO', 0, 1)],
}
