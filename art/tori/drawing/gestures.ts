// The parameters beside the face: what arms do, what she wears, what she holds. Names, ranges, and what each shows or hides.

/** As in Cubism ±10 is as far as an arm sways; 0 to 1 goes from the resting arms to the pose, from without to with. */
export const GESTURES = {
  armL: { parameter: 'ParamArmLA', min: -10, max: 10 },
  armR: { parameter: 'ParamArmRA', min: -10, max: 10 },
  elbowL: { parameter: 'ParamArmLB', min: -10, max: 10 },
  elbowR: { parameter: 'ParamArmRB', min: -10, max: 10 },
  chin: { parameter: 'ParamHandLChin', min: 0, max: 1 },
  wave: { parameter: 'ParamHandRWave', min: 0, max: 1 },
  waving: { parameter: 'ParamArmRWave', min: -1, max: 1 },
  peace: { parameter: 'ParamHandRPeace', min: 0, max: 1 },
  cheer: { parameter: 'ParamHandsCheer', min: 0, max: 1 },
  outfit: { parameter: 'ParamOutfit', min: 0, max: 1 },
  mug: { parameter: 'ParamMug', min: 0, max: 1 },
  glasses: { parameter: 'ParamGlasses', min: 0, max: 1 },
} as const

export type GestureName = keyof typeof GESTURES
export type Gestures = Readonly<Record<GestureName, number>>

export const AT_EASE: Gestures = {
  armL: 0,
  armR: 0,
  elbowL: 0,
  elbowR: 0,
  chin: 0,
  wave: 0,
  waving: 0,
  peace: 0,
  cheer: 0,
  outfit: 0,
  mug: 0,
  glasses: 0,
}

/** An opacity that changes evenly from key to key. */
export type Fade = readonly (readonly [value: number, opacity: number])[]

/** An arm is exchanged for another in the middle of its way, while both lie alike: the new one is there before the old one goes. */
export const COMES: Fade = [
  [0, 0],
  [0.4, 0],
  [0.5, 1],
  [1, 1],
]
export const GOES: Fade = [
  [0, 1],
  [0.5, 1],
  [0.6, 0],
  [1, 0],
]
export const APPEARS: Fade = [
  [0, 0],
  [1, 1],
]
export const VANISHES: Fade = [
  [0, 1],
  [1, 0],
]
/** The new (an outfit, the arm with the mug) comes over the old before that leaves: nothing shows through. */
export const LEAVES: Fade = [
  [0, 1],
  [0.5, 1],
  [1, 0],
]
export const COVERS: Fade = [
  [0, 0],
  [0.5, 1],
  [1, 1],
]

/** Shadows of arms belong to one place on the body: they are there only where the arm lies. */
export const LIES: Fade = [
  [0, 1],
  [0.2, 0],
  [1, 0],
]
export const ARRIVES: Fade = [
  [0, 0],
  [0.75, 0],
  [1, 1],
]

export const fadeAt = (fade: Fade, value: number): number => {
  const next = Math.max(
    1,
    fade.findIndex(([key]) => key >= value),
  )
  const [[k0, o0], [k1, o1]] = [fade[next - 1]!, fade[next]!]
  return o0 + (o1 - o0) * Math.max(0, Math.min(1, (value - k0) / (k1 - k0)))
}

/** All of `every` must show it, and one of `any` where there are some: linear in each gesture, as keyforms are. */
export interface Shown {
  readonly every: Fades
  readonly any?: Fades
}
export type Fades = Partial<Record<GestureName, Fade>>

const opacities = (fades: Fades, gestures: Gestures): number[] =>
  (Object.entries(fades) as [GestureName, Fade][]).map(([name, fade]) => fadeAt(fade, gestures[name]))

export const opacityOf = ({ every, any }: Shown, gestures: Gestures): number => {
  const one = any ? 1 - opacities(any, gestures).reduce((hidden, o) => hidden * (1 - o), 1) : 1
  return opacities(every, gestures).reduce((seen, o) => seen * o, one)
}
