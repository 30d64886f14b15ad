// In: levels with their times. Out: what a meter shows: the level now and the highest of the last moment.
export interface MeterReading {
  readonly dbfs: number
  readonly peakDbfs: number
  readonly peakAtMs: number
}

/** As long as the design holds a peak. */
export const PEAK_HOLD_MS = 1500
/** Levels come at most 15 times a second (67 ms) while she sounds; after three missing ones she is silent. */
export const LEVEL_LASTS_MS = 200
/** The quietest the meter shows: −48 dBFS over 24 segments is 2 dB each, and speech spends its time above it. */
export const METER_FLOOR_DBFS = -48
export const SEGMENTS = 24

export const SILENCE: MeterReading = { dbfs: -120, peakDbfs: -120, peakAtMs: 0 }

export function readMeter(
  last: MeterReading,
  level: { readonly dbfs: number; readonly atMs: number },
  nowMs: number,
): MeterReading {
  const dbfs = nowMs - level.atMs <= LEVEL_LASTS_MS ? level.dbfs : SILENCE.dbfs
  if (dbfs >= last.peakDbfs) return { dbfs, peakDbfs: dbfs, peakAtMs: nowMs }
  return nowMs - last.peakAtMs <= PEAK_HOLD_MS ? { ...last, dbfs } : { dbfs, peakDbfs: dbfs, peakAtMs: nowMs }
}

/** How many of `count` segments a level lights. */
export const litSegments = (dbfs: number, count = SEGMENTS): number =>
  Math.max(0, Math.min(count, Math.ceil(((dbfs - METER_FLOOR_DBFS) / -METER_FLOOR_DBFS) * count)))
