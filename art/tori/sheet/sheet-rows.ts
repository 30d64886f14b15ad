// The drawing's poses and plain parameter values in, what the contact sheets show out: add a row here and it is drawn.
import { FACE_CHANNELS } from '@psiona/shared'
import type { Frame } from '../drawing/portrait'
import { type Pose, SWINGS } from '../drawing/pose'
import { POSES } from '../drawing/poses'

/** One cell; a parameter that is not named, or that the rig does not have, stays at rest. */
export interface SheetRow {
  readonly title: string
  /** By the id of the parameter. */
  readonly values: Readonly<Record<string, number>>
}

export interface Sheet {
  readonly file: string
  readonly columns: number
  /** What a cell shows, px of the canvas. */
  readonly frame: Frame
  readonly rows: readonly SheetRow[]
}

const HEAD: Frame = { x: 370, y: 10, width: 1260, height: 1290 }
const CLOSE: Frame = { x: 560, y: 90, width: 880, height: 1060 }
const WIDE: Frame = { x: 250, y: 10, width: 1500, height: 1960 }
const FULL: Frame = { x: 300, y: 20, width: 1400, height: 2360 }

const CHANNELS: ReadonlyMap<string, string> = new Map(FACE_CHANNELS.map((c) => [c.name, c.parameter]))
const parameterOf = (name: string): string => CHANNELS.get(name) ?? SWINGS[name as keyof typeof SWINGS]

export const valuesOf = (pose: Partial<Pose>): Record<string, number> =>
  Object.fromEntries(Object.entries(pose).map(([name, value]) => [parameterOf(name), value]))

const posed = (...names: string[]): SheetRow[] => names.map((title) => ({ title, values: valuesOf(POSES[title] ?? {}) }))
const row = (title: string, pose: Partial<Pose>): SheetRow => ({ title, values: valuesOf(pose) })

const TURNS = [-30, -15, 0, 15, 30] as const

export const SHEETS: readonly Sheet[] = [
  {
    file: 'expressions',
    columns: 6,
    frame: HEAD,
    rows: [
      ...posed('neutral', 'joy', 'sadness', 'anger', 'fear', 'surprise'),
      ...posed('disgust', 'affection', 'calm', 'curious', 'smug', 'embarrassment'),
      ...posed('laughing', 'thinking', 'wink', 'wink_R', 'sleepy', 'pout'),
    ],
  },
  {
    file: 'feelings-close',
    columns: 4,
    frame: CLOSE,
    rows: posed(
      ...['joy', 'sadness', 'anger', 'fear', 'surprise', 'disgust', 'affection', 'calm'],
      ...['curious', 'smug', 'sleepy', 'pout'],
    ),
  },
  {
    file: 'angles',
    columns: 5,
    frame: HEAD,
    rows: [...TURNS]
      .reverse()
      .flatMap((angleY) =>
        TURNS.map((angleX) => row(`X ${angleX}  Y ${angleY}`, { angleX, angleY, gazeX: angleX / 75, gazeY: angleY / 75 })),
      ),
  },
  {
    file: 'tilts',
    columns: 5,
    frame: WIDE,
    rows: [
      ...TURNS.map((angleZ) => row(`Z ${angleZ}`, { angleZ })),
      row('X −20  Y 10  Z −12', { angleX: -20, angleY: 10, angleZ: -12 }),
      row('X 20  Y −10  Z 12', { angleX: 20, angleY: -10, angleZ: 12 }),
      row('X 20  Y 10  Z −12', { angleX: 20, angleY: 10, angleZ: -12 }),
      ...posed('sway_a', 'sway_b'),
    ],
  },
  {
    file: 'mouths',
    columns: 6,
    frame: HEAD,
    rows: [
      ...posed('neutral', 'A', 'I', 'U', 'E', 'O', 'blink', 'half'),
      row('wide', { eyeOpenL: 1.2, eyeOpenR: 1.2 }),
      row('gaze left up', { gazeX: -1, gazeY: 1 }),
      row('gaze right down', { gazeX: 1, gazeY: -1 }),
      row('smile shut', { eyeOpenL: 0, eyeOpenR: 0, eyeSmileL: 1, eyeSmileR: 1, mouthForm: 1 }),
      row('tear', { tear: 1 }),
      row('sweat', { sweat: 1 }),
      row('anger mark', { angerMark: 1 }),
      row('heart', { heart: 1 }),
      row('star', { star: 1 }),
      row('question', { question: 1 }),
      row('exclaim', { exclaim: 1 }),
      row('exclaim pops', { exclaim: 0.6 }),
      ...posed('sway_a', 'sway_b'),
    ],
  },
  {
    file: 'mouths-close',
    columns: 6,
    frame: { x: 700, y: 560, width: 600, height: 520 },
    rows: [
      ...posed('neutral', 'A', 'I', 'U', 'E', 'O'),
      row('smile', { mouthForm: 1 }),
      row('frown', { mouthForm: -1 }),
      row('cat', { mouthForm: 1, mouthRound: 1 }),
      row('cat, small', { mouthForm: 1, mouthRound: 1, mouthWidth: 0.6 }),
      row('wave', { mouthForm: -1, mouthRound: 1 }),
      row('square', { mouthForm: -1, mouthOpen: 0.6 }),
      row('square, wide', { mouthForm: -1, mouthOpen: 0.35, mouthWidth: 1.3 }),
      row('laugh', { mouthForm: 1, mouthOpen: 1.1, mouthWidth: 1.2 }),
      row('sad and open', { mouthForm: -0.8, mouthOpen: 0.4, mouthWidth: 0.8 }),
      row('talk, half', { mouthOpen: 0.12 }),
      row('round, shut', { mouthRound: 1, mouthWidth: 0.6 }),
      row('lips part', { mouthOpen: 0.06 }),
    ],
  },
  {
    file: 'wardrobe',
    columns: 6,
    frame: FULL,
    rows: [
      { title: 'lab coat', values: {} },
      { title: 'waving', values: { ...valuesOf(POSES.joy ?? {}), ParamHandRWave: 1, ParamArmRWave: -0.4 } },
      { title: 'peace', values: { ...valuesOf(POSES.wink ?? {}), ParamHandRWave: 1, ParamHandRPeace: 1 } },
      { title: 'thinking', values: { ...valuesOf(POSES.thinking ?? {}), ParamHandLChin: 1 } },
      { title: 'cheering', values: { ...valuesOf(POSES.joy ?? {}), ParamHandsCheer: 1 } },
      { title: 'mug and glasses', values: { ...valuesOf(POSES.calm ?? {}), ParamMug: 1, ParamGlasses: 1 } },
      { title: 'hoodie', values: { ParamOutfit: 1 } },
      { title: 'hoodie, waving', values: { ...valuesOf(POSES.joy ?? {}), ParamOutfit: 1, ParamHandRWave: 1 } },
      { title: 'hoodie, curious', values: { ...valuesOf(POSES.curious ?? {}), ParamOutfit: 1, ParamGlasses: 1 } },
      { title: 'hoodie, thinking', values: { ...valuesOf(POSES.thinking ?? {}), ParamOutfit: 1, ParamHandLChin: 1 } },
      { title: 'hoodie, cheering', values: { ...valuesOf(POSES.laughing ?? {}), ParamOutfit: 1, ParamHandsCheer: 1 } },
      { title: 'hoodie, mug', values: { ...valuesOf(POSES.calm ?? {}), ParamOutfit: 1, ParamMug: 1 } },
      { title: 'body left', values: valuesOf({ bodyX: -10, angleX: -20 }) },
      { title: 'body right', values: valuesOf({ bodyX: 10, angleX: 20 }) },
      { title: 'leaning', values: valuesOf({ bodyZ: 10, angleZ: 12 }) },
      { title: 'hoodie left', values: { ...valuesOf({ bodyX: -10, angleX: -20 }), ParamOutfit: 1 } },
      { title: 'hoodie right', values: { ...valuesOf({ bodyX: 10, angleX: 20 }), ParamOutfit: 1 } },
      { title: 'half-way', values: { ParamHandRWave: 0.5 } },
    ],
  },
  { file: 'full', columns: 3, frame: FULL, rows: posed('neutral', 'joy', 'smug') },
  {
    file: 'faces',
    columns: 3,
    frame: CLOSE,
    rows: [
      row('X −30', { angleX: -30 }),
      row('X 15', { angleX: 15 }),
      row('X 30', { angleX: 30 }),
      row('Y 30', { angleY: 30 }),
      row('Y −30', { angleY: -30 }),
      row('X 30  Y −30', { angleX: 30, angleY: -30 }),
      row('X −20  Y 12', { angleX: -20, angleY: 12 }),
      row('X 20  Y −12', { angleX: 20, angleY: -12 }),
      row('X −30  Y 30', { angleX: -30, angleY: 30 }),
    ],
  },
]
