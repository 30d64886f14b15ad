// The goals of speech and placed segments flow in; where a vocal sound stands, its own voice, breath and hiss take the place of what its phones would do.
import { type Samples, samplesFromMs } from '@psiona/shared'
import { fromDecibels } from './decibel'
import { GoalTrack } from './goal-track'
import type { OscillatorName } from './oscillator'
import type { Goal, SampleSpan } from './score'
import type { TimedSegment } from './timed-segment'

/** Softer than speech: a breath has no edges. */
const TAU_MS = { glottis: 7, aspiration: 9, hissSH: 7, hissF: 6, burstLabial: 2.2, burstCoronal: 1.2 } as const
type Painted = keyof typeof TAU_MS
/** What the phones of a sound would do by themselves; the nose and the tract stay with them. */
const TAKEN: ReadonlySet<OscillatorName> = new Set<OscillatorName>([
  'glottis',
  'aspiration',
  'hissS',
  'hissSH',
  'hissF',
  'hissTH',
  'burstLabial',
  'burstCoronal',
  'burstVelar',
])
const CLICK_MS = 10
/** Levels move in steps of this. */
const STEP_MS = 18
/** Goals are issued early, and a neighbour's last one late; pauses beside sounds are longer. */
const MARGIN_MS = 12
const TRILL_DB = -14
/** Breath that is drawn in a pause: heard, not listened to. */
const DRAWN_DB = -18
const DRAWN_MS = 190
const DRAWN_BEFORE_MS = 60

export function withSounds(goals: readonly Goal[], segments: readonly TimedSegment[]): Goal[] {
  const windows = soundWindows(segments)
  const kept =
    windows.length === 0 ? goals : goals.filter((goal) => !TAKEN.has(goal.oscillator) || !covered(windows, goal.atSample))
  const track = (name: Painted) => new GoalTrack(name, TAU_MS[name])
  const tracks: Record<Painted, GoalTrack> = {
    glottis: track('glottis'),
    aspiration: track('aspiration'),
    hissSH: track('hissSH'),
    hissF: track('hissF'),
    burstLabial: track('burstLabial'),
    burstCoronal: track('burstCoronal'),
  }
  segments.forEach((segment, i) => {
    if (segment.part) paintPart(segment, tracks)
    const next = segments[i + 1]
    if (segment.phraseEnd && segment.breath && next) drawBreath(segment.endSample, next.startSample, tracks.aspiration)
  })
  return [...kept, ...Object.values(tracks).flatMap((each) => each.goals())]
}

/** In order, those that touch made one. */
function soundWindows(segments: readonly TimedSegment[]): SampleSpan[] {
  const margin = samplesFromMs(MARGIN_MS)
  const windows: SampleSpan[] = []
  for (const { part, startSample, endSample } of segments) {
    if (!part) continue
    const last = windows.at(-1)
    if (last && startSample - margin <= last.endSample) windows[windows.length - 1] = { ...last, endSample: endSample + margin }
    else windows.push({ startSample: startSample - margin, endSample: endSample + margin })
  }
  return windows
}

function covered(windows: readonly SampleSpan[], atSample: Samples): boolean {
  let [low, high] = [0, windows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (windows[middle]!.endSample > atSample) high = middle
    else low = middle + 1
  }
  const window = windows[low]
  return window !== undefined && atSample >= window.startSample
}

function paintPart({ part, startSample, endSample }: TimedSegment, tracks: Record<Painted, GoalTrack>): void {
  const { voiceDb, breathDb, hiss, click, trillHz } = part!
  if (voiceDb) paint(tracks.glottis, startSample, endSample, voiceDb)
  if (voiceDb && trillHz) interrupt(tracks.glottis, startSample, endSample, voiceDb, trillHz)
  if (breathDb) paint(tracks.aspiration, startSample, endSample, breathDb)
  if (hiss) paint(tracks[hiss.oscillator], startSample, endSample, hiss.db)
  if (click) tracks[click.oscillator].paint(startSample, startSample + samplesFromMs(CLICK_MS), fromDecibels(click.db))
}

function paint(track: GoalTrack, from: Samples, to: Samples, [first, last]: readonly [number, number]): void {
  const steps = Math.max(1, Math.round((to - from) / samplesFromMs(STEP_MS)))
  for (let k = 0; k < steps; k++) {
    const level = first + ((k + 0.5) / steps) * (last - first)
    track.paint(from + (k / steps) * (to - from), from + ((k + 1) / steps) * (to - from), fromDecibels(level))
  }
}

function interrupt(track: GoalTrack, from: Samples, to: Samples, [first, last]: readonly [number, number], hertz: number): void {
  const period = samplesFromMs(1000 / hertz)
  for (let at = from; at + period < to; at += period) {
    const level = first + ((at - from) / (to - from)) * (last - first) + TRILL_DB
    track.paint(at, at + period / 2, fromDecibels(level))
  }
}

function drawBreath(from: Samples, to: Samples, aspiration: GoalTrack): void {
  const end = to - samplesFromMs(DRAWN_BEFORE_MS)
  const start = Math.max(from + samplesFromMs(DRAWN_BEFORE_MS), end - samplesFromMs(DRAWN_MS))
  if (end - start < samplesFromMs(DRAWN_BEFORE_MS)) return
  const middle = start + 0.7 * (end - start)
  paint(aspiration, start, middle, [DRAWN_DB - 14, DRAWN_DB])
  paint(aspiration, middle, end, [DRAWN_DB, DRAWN_DB - 16])
}
