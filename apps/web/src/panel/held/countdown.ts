// In: what was left when it was told, and how long ago that was. Out: what is left now, as a share and in words.
export const leftNow = (leftMs: number, toldMs: number, nowMs: number): number =>
  Math.max(0, leftMs - Math.max(0, nowMs - toldMs))

/** 0..1 of the whole wait; a line that waits longer than is set now is at its beginning. */
export const shareLeft = (leftMs: number, wholeMs: number): number => (wholeMs <= 0 ? 0 : Math.min(1, leftMs / wholeMs))

/** Rounded up: 1 until it is over. */
export const secondsLeft = (leftMs: number): number => Math.ceil(leftMs / 1000)

export function leftText(leftMs: number, ends: 'skipped' | 'said'): string {
  return leftMs <= 0 ? `${ends} now` : `${ends} in ${secondsLeft(leftMs)} s`
}
