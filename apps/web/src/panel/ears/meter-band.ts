// In: how loud somebody speaks. Out: whether that is too quiet, right or too loud for her.
export type MeterBand = 'silent' | 'quiet' | 'right' | 'loud'

/** The quietest the wide meter shows; a silent room lies near it. */
export const WIDE_FLOOR_DBFS = -60
/** Below this a recogniser loses soft consonants in the noise of the converter and the room. */
export const QUIET_DBFS = -40
/** Above this the loudest syllables, 10 to 12 dB over the mean, are cut off. */
export const LOUD_DBFS = -12
/** Softer than this it is the room, not a voice. */
const SILENT_DBFS = -50

export function meterBand(dbfs: number): MeterBand {
  if (dbfs < SILENT_DBFS) return 'silent'
  if (dbfs < QUIET_DBFS) return 'quiet'
  return dbfs <= LOUD_DBFS ? 'right' : 'loud'
}

/** Where a level lies on the wide meter, 0..1. */
export const bandPlace = (dbfs: number): number => Math.max(0, Math.min(1, 1 - dbfs / WIDE_FLOOR_DBFS))
