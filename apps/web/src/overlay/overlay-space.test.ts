import { describe, expect, it } from 'vitest'
import { freeSide, spaceBeside, standBox } from './overlay-space'

describe('spaceBeside', () => {
  it.each([
    [1920, 1080, 'center', 'full', 'side'],
    [1280, 720, 'left', 'full', 'side'],
    [1280, 720, 'center', 'bust', 'side'],
    [320, 400, 'center', 'full', 'none'],
    [320, 400, 'right', 'full', 'none'],
    [320, 400, 'center', 'bust', 'none'],
    [400, 1080, 'center', 'full', 'top'],
    [400, 1080, 'left', 'full', 'top'],
    [1080, 1920, 'center', 'bust', 'top'],
    [1080, 1920, 'center', 'full', 'none'],
    [800, 800, 'left', 'full', 'side'],
    [800, 800, 'center', 'full', 'none'],
  ] as const)('%s × %s, she stands %s, framed %s: %s', (width, height, align, framing, space) => {
    expect(spaceBeside(width, height, { align, framing })).toBe(space)
  })
})

describe('freeSide', () => {
  it('is the chosen one unless she stands there', () => {
    expect([freeSide('center', 'left'), freeSide('center', 'right')]).toEqual(['left', 'right'])
    expect([freeSide('left', 'left'), freeSide('right', 'right')]).toEqual(['right', 'left'])
  })
})

describe('standBox', () => {
  it('stands on the lower edge, where she is told to', () => {
    expect(standBox(1000, 500, { align: 'center', framing: 'full' })).toEqual({ left: 345, top: 0, width: 310, height: 500 })
    expect(standBox(1000, 500, { align: 'right', framing: 'full' }).left).toBe(690)
    expect(standBox(310, 1000, { align: 'left', framing: 'full' })).toEqual({ left: 0, top: 500, width: 310, height: 500 })
  })
})
