import { describe, expect, it } from 'vitest'
import { bustOf, onScreen, viewOf } from './avatar-framing'

const frame = { x: 100, y: 50, width: 200, height: 400 }

describe('a view', () => {
  it('fits the frame and stands it on the lower edge, centred', () => {
    expect(onScreen(viewOf(frame, 400, 400), frame, { width: 400, height: 400 })).toEqual({
      x: 100,
      y: 0,
      width: 200,
      height: 400,
    })
    const high = onScreen(viewOf(frame, 100, 400), frame, { width: 100, height: 400 })
    expect(high).toEqual({ x: 0, y: 200, width: 100, height: 200 })
  })
  it('is scaled about the middle of the lower edge and moved by shares of the screen, downwards', () => {
    const screen = { width: 400, height: 400 }
    const placed = onScreen(viewOf(frame, 400, 400, { scale: 2, x: 0.25, y: 0.5 }), frame, screen)
    expect(placed).toEqual({ x: 100, y: -200, width: 400, height: 800 })
  })
})

describe('a bust', () => {
  it('is the upper 60 % of a figure', () => {
    expect(bustOf(frame)).toEqual({ ...frame, height: 240 })
  })
})
