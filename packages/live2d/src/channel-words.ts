// Which words in the name of a parameter say what it moves, in English, Japanese, Chinese and Korean, and which channel wants which of them.
import type { FaceChannelName } from '@psiona/shared/face-frame'

/** What a parameter is about: the first that is named, so that 'eyebrow' is a brow and 'hair of the head' is hair. */
export const REGIONS = {
  breath: ['breath', 'breathing', '呼吸', '息', '호흡', '숨'],
  sweat: ['sweat', '汗', '땀'],
  tear: ['tear', 'tears', '涙', '泪', '淚', '눈물'],
  angerMark: ['angermark', 'angrymark', '怒りマーク', '怒マーク', '青筋', '生气标', '生氣標', '怒气', '분노표시', '화남표시'],
  question: ['question', 'はてな', '疑問符', '问号', '問號', '물음표'],
  exclaim: ['exclaim', 'exclamation', 'びっくりマーク', '感嘆符', '感叹号', '感嘆號', '느낌표'],
  heart: ['heart', 'hearts', 'ハート', '爱心', '愛心', '心形', '하트'],
  star: ['star', 'stars', '星', '별'],
  cheek: [
    'cheek',
    'cheeks',
    'blush',
    '照れ',
    '頬',
    'ほお',
    'ほっぺ',
    'チーク',
    '赤面',
    '腮红',
    '腮紅',
    '脸红',
    '臉紅',
    '脸颊',
    '홍조',
    '볼',
  ],
  other: [
    ...['hair', 'bang', 'bangs', 'ponytail', 'braid', '髪', '髮', '头发', '刘海', '머리카락', '앞머리', '옆머리', '뒷머리'],
    ...['ear', 'ears', '耳', '귀', 'tail', '尾', '꼬리', 'arm', 'arms', 'hand', 'hands', 'finger', '手', '腕', '指', '팔', '손'],
    ...['leg', 'legs', 'foot', '足', '脚', '腿', '다리', 'bust', 'breast', 'chest', '胸', '가슴', 'shoulder', '肩', '어깨'],
    ...[
      'skirt',
      'cloth',
      'clothes',
      'ribbon',
      'hat',
      'glasses',
      '服',
      '裙',
      'スカート',
      'リボン',
      '帽',
      '眼鏡',
      '眼镜',
      '안경',
      '치마',
    ],
    ...['tongue', '舌', '혀', 'teeth', 'tooth', '歯', '牙', '치아', 'neck', '首', '脖', '목', '全体', 'wing', '翼', '날개'],
  ],
  eyeball: ['eyeball', 'pupil', 'iris', 'gaze', '目玉', '瞳', '眼球', '黒目', '眼珠', '視線', '视线', '눈알', '눈동자', '시선'],
  brow: ['brow', 'brows', 'eyebrow', '眉', 'まゆ', '눈썹'],
  eye: ['eye', 'eyes', 'eyelid', '目', '眼', 'まぶた', '瞼', '눈'],
  mouth: ['mouth', 'lip', 'lips', 'jaw', '口', '唇', '嘴', '입'],
  body: ['body', 'torso', 'waist', '体', '體', '身', '胴', '腰', '몸', '상체', '허리'],
  head: ['head', 'face', 'angle', '頭', '顔', '頭部', '头', '臉', '脸', '角度', '머리', '고개', '얼굴', '각도'],
} as const satisfies Record<string, readonly string[]>
export type Region = keyof typeof REGIONS

/** How it moves. */
export const ASPECTS = {
  /** Words for closing alone mean the reverse, so they are not here. */
  open: ['open', 'opening', '開', '开', '张', '張', '睁', '睜', '개폐', '열', '뜨', '벌리'],
  smile: ['smile', 'happy', '笑', '微笑', '미소', '웃'],
  form: ['form', 'shape', '変形', '变形', '變形', '形', '모양', '형태', '변형'],
  angle: ['angle', 'rotate', 'rotation', '角度', '旋转', '旋轉', '回転', '각도', '회전'],
  size: ['size', 'scale', 'shrink', '大小', '大きさ', '収縮', '縮小', '缩', '縮', '크기', '축소'],
  width: ['width', 'wide', '幅', '宽', '寬', '너비', '폭'],
  round: ['round', 'pucker', 'すぼめ', 'とがら', '嘟', '오므'],
  x: ['x', 'horizontal', '左右', '横', '横向', '水平', '좌우'],
  y: ['y', 'vertical', 'height', '上下', '縦', '高さ', '垂直', '纵', '상하', '높이'],
  z: ['z', 'tilt', 'lean', '傾', 'かしげ', '倾', '기울'],
} as const satisfies Record<string, readonly string[]>
export type Aspect = keyof typeof ASPECTS

export const SIDES = {
  L: ['l', 'left', '左', '왼', '좌'],
  R: ['r', 'right', '右', '오른', '우'],
} as const satisfies Record<string, readonly string[]>
export type Side = keyof typeof SIDES
/** Words that have a side in them and mean none. */
export const NO_SIDES = ['左右', '좌우'] as const

export interface ChannelWords {
  readonly region: Region
  readonly aspect?: Aspect
  /** The name must not say these: they mean another channel of the same region. */
  readonly not?: readonly Aspect[]
  readonly side?: Side
  /** Nothing else may be said: a heart on a wand is not a heart beside her. */
  readonly alone?: boolean
}

/** Words that change nothing in what is alone, and so many letters of others. */
export const ALONE_WORDS = [
  'on',
  'off',
  'mark',
  'effect',
  'display',
  'show',
  'eyes',
  'eye',
  'left',
  'right',
  'face',
  'strength',
  'amount',
] as const
export const ALONE_LETTERS = 3
/** What goes further is the course of an animation. */
export const ALONE_RANGE = 2

export const CHANNEL_WORDS: Readonly<Partial<Record<FaceChannelName, ChannelWords>>> = {
  mouthOpen: { region: 'mouth', aspect: 'open', not: ['form', 'smile', 'x', 'width'] },
  mouthForm: { region: 'mouth', aspect: 'form', not: ['x', 'width', 'size'] },
  mouthWidth: { region: 'mouth', aspect: 'width' },
  mouthRound: { region: 'mouth', aspect: 'round' },
  eyeOpenL: { region: 'eye', aspect: 'open', not: ['smile', 'form'], side: 'L' },
  eyeOpenR: { region: 'eye', aspect: 'open', not: ['smile', 'form'], side: 'R' },
  eyeSmileL: { region: 'eye', aspect: 'smile', side: 'L' },
  eyeSmileR: { region: 'eye', aspect: 'smile', side: 'R' },
  irisScale: { region: 'eyeball', aspect: 'size' },
  gazeX: { region: 'eyeball', aspect: 'x', not: ['size', 'form'] },
  gazeY: { region: 'eyeball', aspect: 'y', not: ['size', 'form'] },
  browYL: { region: 'brow', aspect: 'y', not: ['angle', 'form'], side: 'L' },
  browYR: { region: 'brow', aspect: 'y', not: ['angle', 'form'], side: 'R' },
  browAngleL: { region: 'brow', aspect: 'angle', not: ['form'], side: 'L' },
  browAngleR: { region: 'brow', aspect: 'angle', not: ['form'], side: 'R' },
  cheek: { region: 'cheek', alone: true },
  angleX: { region: 'head', aspect: 'x', not: ['size', 'form'] },
  angleY: { region: 'head', aspect: 'y', not: ['size', 'form'] },
  angleZ: { region: 'head', aspect: 'z', not: ['size', 'form'] },
  bodyX: { region: 'body', aspect: 'x', not: ['size', 'form'] },
  bodyY: { region: 'body', aspect: 'y', not: ['size', 'form'] },
  bodyZ: { region: 'body', aspect: 'z', not: ['size', 'form'] },
  breath: { region: 'breath', alone: true },
  tear: { region: 'tear', alone: true },
  sweat: { region: 'sweat', alone: true },
  angerMark: { region: 'angerMark', alone: true },
  heart: { region: 'heart', alone: true },
  star: { region: 'star', alone: true },
  question: { region: 'question', alone: true },
  exclaim: { region: 'exclaim', alone: true },
}

/** A second word for the same channel, when the first finds nothing. */
export const SECOND_WORDS: Readonly<Partial<Record<FaceChannelName, ChannelWords>>> = {
  mouthForm: { region: 'mouth', aspect: 'smile' },
  eyeOpenL: { region: 'eye', aspect: 'open', not: ['smile', 'form'] },
}

/** Vowels have names of one letter, alone or with the mouth. */
export const VOWEL_NAMES: Readonly<Partial<Record<FaceChannelName, readonly string[]>>> = {
  vowelA: ['あ', '口あ', 'あ口', 'a', 'mouth a', '嘴a', '아', '입아', '啊'],
  vowelI: ['い', '口い', 'い口', 'i', 'mouth i', '嘴i', '이', '입이', '咿'],
  vowelU: ['う', '口う', 'う口', 'u', 'mouth u', '嘴u', '우', '입우', '呜'],
  vowelE: ['え', '口え', 'え口', 'e', 'mouth e', '嘴e', '에', '입에', '诶'],
  vowelO: ['お', '口お', 'お口', 'o', 'mouth o', '嘴o', '오', '입오', '哦'],
}
