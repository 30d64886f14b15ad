// Which parameter ids artists use for a channel of the face, best first, without case and 'Param'; '+' joins ids that go together.
// From Cubism's standard list, its names of before version 3, its sample models, and VTube Studio folders.
import type { FaceChannelName } from '@psiona/shared/face-frame'

export const CHANNEL_IDS: Readonly<Record<FaceChannelName, readonly string[]>> = {
  mouthOpen: ['mouthopeny', 'mouthopen', 'openmouth', 'jawopen', 'mouthopenvalue'],
  mouthForm: ['mouthform', 'mouthsmile', 'mouthshape'],
  mouthWidth: ['mouthwidth', 'mouthsize'],
  mouthRound: ['mouthround', 'mouthpucker', 'mouthfunnel'],
  vowelA: ['a', 'moutha', 'vowela', 'voicea', 'lipa'],
  vowelI: ['i', 'mouthi', 'voweli', 'voicei', 'lipi'],
  vowelU: ['u', 'mouthu', 'vowelu', 'voiceu', 'lipu'],
  vowelE: ['e', 'mouthe', 'vowele', 'voicee', 'lipe'],
  vowelO: ['o', 'moutho', 'vowelo', 'voiceo', 'lipo'],
  eyeOpenL: ['eyelopen', 'eyeopenl', 'eyeopenleft', 'lefteyeopen', 'eyeleftopen', 'leyeopen'],
  eyeOpenR: ['eyeropen', 'eyeopenr', 'eyeopenright', 'righteyeopen', 'eyerightopen', 'reyeopen'],
  eyeSmileL: ['eyelsmile', 'eyesmilel', 'eyesmileleft', 'lefteyesmile'],
  eyeSmileR: ['eyersmile', 'eyesmiler', 'eyesmileright', 'righteyesmile'],
  irisScale: ['irisscale', 'eyeballform', 'eyeballsize', 'eyeballscale', 'pupilsize', 'pupilscale', 'eyelballform+eyerballform'],
  gazeX: ['eyeballx', 'gazex', 'eyelballx+eyerballx', 'eyeballlx+eyeballrx', 'eyeballxl+eyeballxr', 'eyex', 'eyelx+eyerx'],
  gazeY: ['eyebally', 'gazey', 'eyelbally+eyerbally', 'eyeballly+eyeballry', 'eyeballyl+eyeballyr', 'eyey', 'eyely+eyery'],
  browYL: ['browly', 'browyl', 'browlefty', 'leftbrowy'],
  browYR: ['browry', 'browyr', 'browrighty', 'rightbrowy'],
  browAngleL: ['browlangle', 'browanglel', 'browleftangle', 'leftbrowangle'],
  browAngleR: ['browrangle', 'browangler', 'browrightangle', 'rightbrowangle'],
  cheek: ['cheek', 'tere', 'blush', 'cheekl+cheekr', 'hoho'],
  angleX: ['anglex', 'headanglex', 'faceanglex', 'headx', 'facex'],
  angleY: ['angley', 'headangley', 'faceangley', 'heady', 'facey'],
  angleZ: ['anglez', 'headanglez', 'faceanglez', 'headz', 'facez'],
  bodyX: ['bodyanglex', 'bodyx', 'bodyrotationx'],
  bodyY: ['bodyangley', 'bodyy', 'bodyrotationy'],
  bodyZ: ['bodyanglez', 'bodyz', 'bodyrotationz'],
  breath: ['breath', 'breathing', 'kokyu'],
  tear: ['tear', 'tears', 'namida'],
  sweat: ['sweat', 'ase'],
  angerMark: ['angermark', 'angrymark', 'ikarimark'],
  heart: ['heart', 'hearts', 'hearteyes', 'hearteye'],
  star: ['star', 'stars', 'stareyes', 'stareye'],
  question: ['question', 'questionmark'],
  exclaim: ['exclaim', 'exclamation', 'exclamationmark'],
}

/** Parameters that are one side of a channel each, as in Live2D's sample Mao; `against` goes up where the channel goes down. */
export const SIDE_IDS: readonly { readonly id: string; readonly channel: FaceChannelName; readonly against: boolean }[] = [
  { id: 'mouthup', channel: 'mouthForm', against: false },
  { id: 'mouthdown', channel: 'mouthForm', against: true },
]
