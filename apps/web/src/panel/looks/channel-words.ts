// Out: the channels of a face by group, in words; what makes a mouth, and what sets off a motion, in words. Nothing flows in.
import type { FaceChannelName, MotionCue, MouthKind } from '@psiona/shared'

type Words = readonly (readonly [channel: FaceChannelName, label: string])[]

/** Left and right are hers. */
export const CHANNEL_GROUPS = [
  {
    id: 'mouth',
    title: 'Mouth',
    channels: [
      ['mouthOpen', 'Open'],
      ['mouthForm', 'Smile or frown'],
      ['mouthWidth', 'Width'],
      ['mouthRound', 'Round'],
      ['vowelA', 'Vowel A'],
      ['vowelI', 'Vowel I'],
      ['vowelU', 'Vowel U'],
      ['vowelE', 'Vowel E'],
      ['vowelO', 'Vowel O'],
    ],
  },
  {
    id: 'eyes',
    title: 'Eyes',
    channels: [
      ['eyeOpenL', 'Left eye open'],
      ['eyeOpenR', 'Right eye open'],
      ['eyeSmileL', 'Left eye smiles'],
      ['eyeSmileR', 'Right eye smiles'],
      ['irisScale', 'Size of the iris'],
      ['gazeX', 'Looks to the side'],
      ['gazeY', 'Looks up or down'],
    ],
  },
  {
    id: 'brows',
    title: 'Brows',
    channels: [
      ['browYL', 'Left brow up'],
      ['browYR', 'Right brow up'],
      ['browAngleL', 'Left brow slant'],
      ['browAngleR', 'Right brow slant'],
    ],
  },
  {
    id: 'head',
    title: 'Head',
    channels: [
      ['angleX', 'Turns to the side'],
      ['angleY', 'Nods up or down'],
      ['angleZ', 'Tilts'],
    ],
  },
  {
    id: 'body',
    title: 'Body',
    channels: [
      ['bodyX', 'Turns to the side'],
      ['bodyY', 'Leans'],
      ['bodyZ', 'Tilts'],
      ['breath', 'Breath'],
    ],
  },
  {
    id: 'extras',
    title: 'Extras',
    channels: [
      ['cheek', 'Blush'],
      ['tear', 'Tear'],
      ['sweat', 'Drop of sweat'],
      ['angerMark', 'Anger mark'],
      ['heart', 'Heart'],
      ['star', 'Star'],
      ['question', 'Question mark'],
      ['exclaim', 'Exclamation mark'],
    ],
  },
] as const satisfies readonly { readonly id: string; readonly title: string; readonly channels: Words }[]

export const MOUTH_WORDS: Readonly<Record<MouthKind, string>> = {
  'open-form': 'An opening and a form',
  vowels: 'Five vowel shapes',
  'open-only': 'An opening alone',
  none: 'No mouth moves',
}

export const CUE_WORDS: Readonly<Record<MotionCue, string>> = {
  idle: 'Nothing happens',
  tap: 'Somebody touches her',
  'thinking-long': 'She thinks for long',
  greeting: 'She greets',
  applause: 'Chat applauds',
  'gesture-wink': 'Wink',
  'gesture-nod': 'Nod',
  'gesture-shake': 'Shake of the head',
  'gesture-tilt': 'Tilt of the head',
  'gesture-smug': 'Smug',
  'gesture-thinking': 'Thinking',
  'gesture-laughing': 'Laughing',
  'emotion-joy': 'Joy begins',
  'emotion-sadness': 'Sadness begins',
  'emotion-anger': 'Anger begins',
  'emotion-fear': 'Fear begins',
  'emotion-surprise': 'Surprise begins',
  'emotion-disgust': 'Disgust begins',
  'emotion-affection': 'Affection begins',
  'emotion-calm': 'Calm begins',
  'emotion-curiosity': 'Curiosity begins',
}
