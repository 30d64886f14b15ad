// Numbers in, numbers between them out.

export const radians = (degrees: number): number => (degrees * Math.PI) / 180
export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t
export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))

/** 0 at a, 1 at b, flat at both ends; a may be the larger one. */
export const smooth = (a: number, b: number, value: number): number => {
  const t = clamp((value - a) / (b - a), 0, 1)
  return t * t * (3 - 2 * t)
}

/** A smooth curve through (x, y) points of ascending x, flat beyond both ends. */
export const through =
  (...points: readonly (readonly [x: number, y: number])[]) =>
  (x: number): number => {
    const slope = (i: number): number => {
      const [a, b] = [points[i - 1], points[i + 1]]
      return a && b ? (b[1] - a[1]) / (b[0] - a[0]) : 0
    }
    const found = points.findIndex((p) => x < p[0])
    if (found < 1) return points[found === 0 ? 0 : points.length - 1]![1]
    const [[x0, y0], [x1, y1]] = [points[found - 1]!, points[found]!]
    const [width, t] = [x1 - x0, (x - x0) / (x1 - x0)]
    const [t2, t3] = [t * t, t * t * t]
    const [m0, m1] = [slope(found - 1) * width, slope(found) * width]
    return (2 * t3 - 3 * t2 + 1) * y0 + (t3 - 2 * t2 + t) * m0 + (3 * t2 - 2 * t3) * y1 + (t3 - t2) * m1
  }
