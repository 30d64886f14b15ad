// In: levels with their times. Out: what a meter shows: the level now, the highest of the last moment, and whether it clipped in it.
export interface Level {
  readonly dbfs: number
  /** performance.now() when it came. */
  readonly atMs: number
  /** The highest sample, where it is known. */
  readonly peakDbfs?: number
  readonly clips?: boolean
}

export interface MeterReading {
  readonly dbfs: number
  readonly peakDbfs: number
  readonly peakAtMs: number
  readonly clips: boolean
  readonly clippedAtMs: number
}

/** As long as the design holds a peak. */
export const PEAK_HOLD_MS = 1500
/** Levels come at most 15 times a second (67 ms) while something sounds; after three missing ones it is silent. */
export const LEVEL_LASTS_MS = 200
/** The quietest a small meter shows: −48 dBFS over 24 segments is 2 dB each, and speech spends its time above it. */
export const METER_FLOOR_DBFS = -48
export const SEGMENTS = 24

export const SILENCE: MeterReading = {
  dbfs: -120,
  peakDbfs: -120,
  peakAtMs: 0,
  clips: false,
  clippedAtMs: Number.NEGATIVE_INFINITY,
}

export function readMeter(last: MeterReading, level: Level, nowMs: number): MeterReading {
  const fresh = nowMs - level.atMs <= LEVEL_LASTS_MS
  const dbfs = fresh ? level.dbfs : SILENCE.dbfs
  const highest = fresh ? Math.max(level.dbfs, level.peakDbfs ?? level.dbfs) : SILENCE.dbfs
  const clippedAtMs = fresh && level.clips ? nowMs : last.clippedAtMs
  const stays = highest < last.peakDbfs && nowMs - last.peakAtMs <= PEAK_HOLD_MS
  return {
    dbfs,
    peakDbfs: stays ? last.peakDbfs : highest,
    peakAtMs: stays ? last.peakAtMs : nowMs,
    clips: nowMs - clippedAtMs <= PEAK_HOLD_MS,
    clippedAtMs,
  }
}

/** Nothing is lit and nothing is held: the meter may rest. */
export const isAtRest = (reading: MeterReading, floorDbfs: number): boolean => reading.peakDbfs <= floorDbfs && !reading.clips

/** How many of `count` segments from the floor to full scale a level lights. */
export const litSegments = (dbfs: number, count = SEGMENTS, floorDbfs = METER_FLOOR_DBFS): number =>
  Math.max(0, Math.min(count, Math.ceil(((dbfs - floorDbfs) / -floorDbfs) * count)))
