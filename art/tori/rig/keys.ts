// Parameters with their keys in, every combination of values out: the first parameter runs fastest.
import { FACE_CHANNELS, type FaceChannelName, type RigBinding } from '@psiona/shared'
import { GESTURES, type GestureName } from '../drawing/gestures'
import { type Pose, poseOf, SWINGS, type SwingName } from '../drawing/pose'

/** What moves an object: channels of the face, gestures and dress, swings of hair and cloth, and rhythms that run by themselves. */
export const RHYTHMS = { pulse: 'ParamEffectPulse', fall: 'ParamEffectFall' } as const
export type DriverName = FaceChannelName | SwingName | GestureName | keyof typeof RHYTHMS

const CHANNELS = new Map<string, string>([
  ...FACE_CHANNELS.map((c) => [c.name, c.parameter] as const),
  ...Object.entries(GESTURES).map(([name, { parameter }]) => [name, parameter] as const),
])

export const parameterOf = (driver: DriverName): string => {
  const named: Record<string, string> = { ...SWINGS, ...RHYTHMS }
  const parameter = CHANNELS.get(driver) ?? named[driver]
  if (!parameter) throw new Error(`There is no parameter for ${driver}.`)
  return parameter
}

/** In the order given, the first fastest. */
export type Keys = Partial<Record<DriverName, readonly number[]>>
export type KeyValues = Partial<Record<DriverName, number>>

const entries = (keys: Keys): [DriverName, readonly number[]][] => Object.entries(keys) as [DriverName, readonly number[]][]

export const bindingsOf = (keys: Keys): RigBinding[] =>
  entries(keys).map(([driver, values]) => ({ parameter: parameterOf(driver), keys: [...values] }))

export const combinations = (keys: Keys): KeyValues[] =>
  entries(keys).reduce<KeyValues[]>(
    (forms, [driver, values]) => values.flatMap((value) => forms.map((form) => ({ ...form, [driver]: value }))),
    [{}],
  )

/** The drawing's pose at these keys; rhythms are no part of it. */
export const poseAt = ({ pulse: _pulse, fall: _fall, ...pose }: KeyValues): Pose => poseOf(pose)

export const ANGLES = [-30, -15, 0, 15, 30] as const
