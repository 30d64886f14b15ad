// A centre and a size in, the outlines of the signs out: drop, heart, sparkle.
import { closed, type Outline } from './curve'
import { corner, type Dot, dots } from './dot'

/** Points about a centre, in units of its size. */
export const scaled = (x: number, y: number, text: string, scale: number): Dot[] =>
  dots(text).map((p) => [x + p[0] * scale, y + p[1] * scale, p[2], p[3]])

export const drop = (x: number, y: number, r: number): Outline =>
  closed(scaled(x, y, '0,-1.9! .7,-.5 1,.25 0,1 -1,.25 -.7,-.5', r))
export const heart = (x: number, y: number, r: number): Outline =>
  closed(scaled(x, y, '0,-.45! .5,-1 1,-.45 .62,.3 0,1! -.62,.3 -1,-.45 -.5,-1', r))

/** Four rays with hollow sides, longer up and down. */
export const sparkle = (x: number, y: number, r: number): Outline =>
  closed(
    Array.from({ length: 16 }, (_, i): Dot => {
      const a = (i * Math.PI) / 8 - Math.PI / 2
      const ray = i % 4 === 0
      const reach = ray ? r * (i % 8 === 0 ? 1.12 : 0.9) : r * (i % 4 === 2 ? 0.27 : 0.36)
      const [px, py] = [x + reach * Math.cos(a), y + reach * Math.sin(a)]
      return ray ? corner(px, py) : [px, py]
    }),
  )
