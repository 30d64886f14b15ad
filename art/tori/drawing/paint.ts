// Canvas points and colours in, gradients out (user space, so they bend with the pose).
import { PALETTE as C } from './palette'
import type { Paint } from './pen'
import { PROPORTIONS as P } from './proportions'

type Stop = readonly [offset: number, colour: string, opacity?: number]

const stopsOf = (stops: readonly Stop[]): string =>
  stops
    .map(([offset, colour, opacity]) => {
      const seen = opacity === undefined ? '' : ` stop-opacity="${opacity}"`
      return `<stop offset="${offset}" stop-color="${colour}"${seen}/>`
    })
    .join('')

export const linear =
  (x1: number, y1: number, x2: number, y2: number, ...stops: Stop[]): Paint =>
  (pen) => {
    const [a, b] = [pen.warp([x1, y1]), pen.warp([x2, y2])].map(([x, y]) => [x.toFixed(1), y.toFixed(1)])
    const body = `gradientUnits="userSpaceOnUse" x1="${a![0]}" y1="${a![1]}" x2="${b![0]}" y2="${b![1]}">${stopsOf(stops)}`
    return `url(#${pen.sheet.define((id) => `<linearGradient id="${id}" ${body}</linearGradient>`)})`
  }

export const vertical = (y1: number, y2: number, ...stops: Stop[]): Paint => linear(P.axisX, y1, P.axisX, y2, ...stops)

export const radial =
  (x: number, y: number, radius: number, ...stops: Stop[]): Paint =>
  (pen) => {
    const [cx, cy] = pen.warp([x, y])
    const body = `gradientUnits="userSpaceOnUse" cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${radius}">${stopsOf(stops)}`
    return `url(#${pen.sheet.define((id) => `<radialGradient id="${id}" ${body}</radialGradient>`)})`
  }

/** A soft spot that fills the shape it is given. */
export const glow =
  (colour: string, opacity: number): Paint =>
  (pen) => {
    const stops = stopsOf([
      [0, colour, opacity],
      [0.45, colour, opacity * 0.6],
      [1, colour, 0],
    ])
    return `url(#${pen.sheet.define((id) => `<radialGradient id="${id}">${stops}</radialGradient>`)})`
  }

export const gold = (x1: number, y1: number, x2: number, y2: number, middle = 0.4): Paint =>
  linear(x1, y1, x2, y2, [0, C.gold.light], [middle, C.gold.base], [1, C.gold.shade])
