// A pose in, the whole drawing as one layered SVG out: the reference the rig is compared with.
import { opacityOf } from './gestures'
import { LAYERS } from './layers'
import { Pen, Sheet } from './pen'
import type { Pose } from './pose'
import { CANVAS } from './proportions'
import { makeWarps } from './warps'

/** A rectangle of the canvas, px. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const svgOf = (sheet: Sheet, body: string, frame: Frame, scale = 1): string => {
  const size = `width="${Math.round(frame.width * scale)}" height="${Math.round(frame.height * scale)}"`
  const view = `viewBox="${frame.x} ${frame.y} ${frame.width} ${frame.height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${view} ${size}>\n<defs>\n${sheet.definitions.join('\n')}\n</defs>\n${body}\n</svg>\n`
}

export const portrait = (pose: Pose, scale = 1): string => {
  const sheet = new Sheet()
  const warps = makeWarps(pose)
  const body = LAYERS.map(({ id, warp, draw, shown }) => {
    const opacity = shown ? opacityOf(shown, pose) : 1
    if (opacity === 0) return ''
    const pen = new Pen(sheet, warps[warp])
    draw(pen, pose)
    return `<g id="${id}"${opacity < 1 ? ` opacity="${opacity.toFixed(3)}"` : ''}>\n${pen.marks.join('\n')}\n</g>`
  })
  return svgOf(sheet, body.join('\n'), { x: 0, y: 0, ...CANVAS }, scale)
}
