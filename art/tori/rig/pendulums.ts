// What hangs and how it swings: movements of head and body in, swing of hair, pendant and cloth out.
import type { RigPendulum, RigRhythm } from '@psiona/shared'
import { SWINGS, type SwingName } from '../drawing/pose'
import { type DriverName, parameterOf, RHYTHMS } from './keys'

/** px the root moves per degree (or per unit): nearer the crown a roll counts more, nearer the nape a turn less. */
type Pull = Partial<Record<DriverName, number>>

interface Hanging {
  readonly pull: Pull
  /** Longer hair swings slower. */
  readonly hertz: number
  readonly damping: number
  /** px behind its root at full swing. */
  readonly reach: number
}

/** A tip is pulled by the swing of what it hangs from as well, and so comes after it. */
const HANGINGS: Record<SwingName, Hanging> = {
  hairFront: { pull: { angleX: 2.6, angleZ: 4.2, bodyX: 1.5, bodyZ: 3 }, hertz: 2.1, damping: 0.42, reach: 60 },
  hairFringeL: { pull: { angleX: 2, angleY: -1.4, angleZ: 3.4, bodyZ: 2 }, hertz: 1.75, damping: 0.34, reach: 60 },
  hairFringeR: { pull: { angleX: 2, angleY: 1.4, angleZ: 3.4, bodyZ: 2 }, hertz: 1.6, damping: 0.32, reach: 60 },
  hairSide: { pull: { angleX: 2.2, angleZ: 4, bodyX: 2, bodyZ: 4 }, hertz: 1.2, damping: 0.32, reach: 64 },
  hairSideTip: { pull: { angleX: 0.8, angleZ: 1.4, bodyZ: 2, hairSide: 46 }, hertz: 1.05, damping: 0.3, reach: 64 },
  hairSideL: { pull: { angleX: 2, angleZ: 3.6, bodyX: 2, bodyZ: 4 }, hertz: 1.45, damping: 0.28, reach: 64 },
  hairBack: { pull: { angleX: -2.2, angleZ: 3.4, bodyX: 2, bodyZ: 4 }, hertz: 1, damping: 0.36, reach: 64 },
  hairBackTip: { pull: { angleZ: 1.2, bodyX: 1, bodyZ: 2, hairBack: 48 }, hertz: 0.9, damping: 0.3, reach: 62 },
  hairBraid: { pull: { angleX: 1.6, angleZ: 2.8, bodyX: 2.4, bodyZ: 5 }, hertz: 0.85, damping: 0.26, reach: 62 },
  hairBraidTip: { pull: { angleX: 0.4, bodyZ: 2, hairBraid: 52 }, hertz: 0.95, damping: 0.24, reach: 64 },
  hairAhoge: { pull: { angleX: 2.4, angleY: 1.2, angleZ: 6, bodyZ: 3 }, hertz: 2.6, damping: 0.16, reach: 70 },
  pendant: { pull: { bodyX: 3, bodyY: 1, bodyZ: 6, angleX: 0.5, breath: 8 }, hertz: 1.5, damping: 0.2, reach: 45 },
  sleeve: { pull: { bodyX: 2.4, bodyZ: 4, armL: 2, armR: -2, breath: 6 }, hertz: 1.7, damping: 0.32, reach: 45 },
  coat: { pull: { bodyX: 3, bodyZ: 6, angleZ: 0.4 }, hertz: 0.95, damping: 0.28, reach: 55 },
  skirt: { pull: { bodyX: 2.6, bodyZ: 5 }, hertz: 1.25, damping: 0.32, reach: 50 },
}

export const PENDULUMS: readonly RigPendulum[] = Object.entries(SWINGS).map(([name, parameter]) => {
  const { pull, hertz, damping, reach } = HANGINGS[name as SwingName]
  const inputs = Object.entries(pull).map(([driver, weight]) => ({ parameter: parameterOf(driver as DriverName), weight }))
  return { id: `Pendulum${parameter.slice('Param'.length)}`, inputs, hertz, damping, output: { parameter, reach } }
})

/** The life of the effects: one slow pulse, one drop after the other. */
export const RHYTHM_LIST: readonly RigRhythm[] = [
  { parameter: RHYTHMS.pulse, shape: 'sine', seconds: 1.5 },
  { parameter: RHYTHMS.fall, shape: 'ramp', seconds: 1.9 },
]
