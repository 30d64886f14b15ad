// Numbers in, numbers between them out.

export const radians = (degrees: number): number => (degrees * Math.PI) / 180
export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t
export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))

/** 0 at a, 1 at b, flat at both ends; a may be the larger one. */
export const smooth = (a: number, b: number, value: number): number => {
  const t = clamp((value - a) / (b - a), 0, 1)
  return t * t * (3 - 2 * t)
}
