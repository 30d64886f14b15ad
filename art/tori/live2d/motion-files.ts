// Tables of motions and the rig in, motion3 files out. The looping one also drives what moves by itself in our own puppet.
import type { Rig, RigRhythm } from '@psiona/shared'
import { type KeyTrack, MOTION_TABLES, type MotionTable, type WaveTrack } from './motion-tables'

const FPS = 30
/** motion3: kinds of segments. */
const [LINEAR, BEZIER, STEPPED] = [0, 1, 2] as const
/** A ramp stays at its end for this long before it begins anew: too short to be seen, long enough to be a segment. */
const JUMP_SECONDS = 0.01
/** A loop may last so long until all rhythms close. */
const LONGEST_SECONDS = 120

const DECIMALS = 1e4
const rounded = (value: number): number => {
  const at = Math.round(value * DECIMALS) / DECIMALS
  return at === 0 ? 0 : at
}

interface Knot {
  readonly at: number
  readonly value: number
  /** Per second. */
  readonly slope: number
}

/** Handles at thirds of the time, as restricted beziers have them. */
const smooth = (knots: readonly Knot[]): number[] => {
  const [first, ...rest] = knots
  if (!first) return []
  let before = first
  const segments = rest.flatMap((knot) => {
    const third = (knot.at - before.at) / 3
    const handles = [before.at + third, before.value + before.slope * third, knot.at - third, knot.value - knot.slope * third]
    before = knot
    return [BEZIER, ...handles, knot.at, knot.value]
  })
  return [first.at, first.value, ...segments]
}

const keyed = (track: KeyTrack): number[] =>
  smooth(
    track.map(([at, value], i) => {
      const [before, after] = [track[i - 1], track[i + 1]]
      // Level at both ends and where it turns.
      const turns = !before || !after || (value - before[1]) * (after[1] - value) <= 0
      return { at, value, slope: turns ? 0 : (after[1] - before[1]) / (after[0] - before[0]) }
    }),
  )

/** A sine, with a knot at each quarter of a wave. */
const waved = ({ waves, from, to, ahead = 0 }: WaveTrack, seconds: number): number[] => {
  const [centre, reach, omega] = [(from + to) / 2, (to - from) / 2, (2 * Math.PI * waves) / seconds]
  const knots = Array.from({ length: waves * 4 + 1 }, (_, i) => {
    const phase = (i / 4 + ahead) * 2 * Math.PI
    return { at: (i * seconds) / (waves * 4), value: centre + reach * Math.sin(phase), slope: reach * omega * Math.cos(phase) }
  })
  return smooth(knots)
}

const ramped = (waves: number, seconds: number): number[] => {
  const segments = Array.from({ length: waves }, (_, i) => {
    const end = ((i + 1) * seconds) / waves
    return [LINEAR, end - JUMP_SECONDS, 1, STEPPED, end, 0]
  })
  return [0, 0, ...segments.flat()]
}

/** The shortest time that is a whole number of every rhythm. */
const closingSeconds = (rhythms: readonly RigRhythm[]): number => {
  const [first] = rhythms
  if (!first) return LONGEST_SECONDS / 4
  const closes = (seconds: number): boolean =>
    rhythms.every((r) => Math.abs(seconds / r.seconds - Math.round(seconds / r.seconds)) < 1e-6)
  for (let seconds = first.seconds; seconds <= LONGEST_SECONDS; seconds += first.seconds)
    if (closes(seconds)) return rounded(seconds)
  throw new Error(`The rhythms of the rig do not close within ${LONGEST_SECONDS} s. Choose lengths with a common multiple.`)
}

const rhythmTracks = (rig: Rig, seconds: number): [string, number[]][] =>
  rig.rhythms.map(({ parameter, shape, seconds: one }) => {
    const waves = Math.round(seconds / one)
    return [parameter, shape === 'sine' ? waved({ waves, from: -1, to: 1 }, seconds) : ramped(waves, seconds)]
  })

const isWave = (track: KeyTrack | WaveTrack): track is WaveTrack => 'waves' in track

const motion = (table: MotionTable, rig: Rig) => {
  const seconds = table.seconds ?? closingSeconds(rig.rhythms)
  const known = new Set(rig.parameters.map(({ id }) => id))
  const told = Object.entries(table.tracks).map(([id, track]): [string, number[]] => [
    id,
    isWave(track) ? waved(track, seconds) : keyed(track),
  ])
  const curves = [...told, ...(table.loop ? rhythmTracks(rig, seconds) : [])]
    .filter(([id]) => known.has(id))
    .map(([id, segments]) => ({ Target: 'Parameter', Id: id, Segments: segments.map(rounded) }))
  const counts = curves.map(({ Segments }) => countsOf(Segments))
  return {
    Version: 3,
    Meta: {
      Duration: seconds,
      Fps: FPS,
      Loop: table.loop,
      AreBeziersRestricted: true,
      FadeInTime: table.fadeSeconds.in,
      FadeOutTime: table.fadeSeconds.out,
      CurveCount: curves.length,
      TotalSegmentCount: counts.reduce((sum, { segments }) => sum + segments, 0),
      TotalPointCount: counts.reduce((sum, { points }) => sum + points, 0),
      UserDataCount: 0,
      TotalUserDataSize: 0,
    },
    Curves: curves,
  }
}
export type MotionFile = ReturnType<typeof motion>

/** Players make room by these numbers. */
const countsOf = (numbers: readonly number[]): { segments: number; points: number } => {
  let [segments, points] = [0, 1]
  for (let at = 2; at < numbers.length; segments++) {
    const isBezier = numbers[at] === BEZIER
    points += isBezier ? 3 : 1
    at += isBezier ? 7 : 3
  }
  return { segments, points }
}

/** Name → its group and file. */
export const motionFiles = (rig: Rig): ReadonlyMap<string, { readonly group: string; readonly file: MotionFile }> =>
  new Map(
    Object.entries(MOTION_TABLES)
      .filter(([, { needs }]) => needs === undefined || rig.parameters.some(({ id }) => id === needs))
      .map(([name, table]) => [name, { group: table.group, file: motion(table, rig) }]),
  )
