import { describe, expect, it } from 'vitest'
import { OverlayGaze } from './overlay-gaze'

const PICTURE = { left: 100, top: 0, width: 400, height: 800 }

describe('OverlayGaze', () => {
  it('follows the pointer relative to her picture, y upwards, and no further than its edge', () => {
    const gaze = new OverlayGaze()
    gaze.target = 'pointer'
    expect(gaze.at(0)).toBeNull()
    gaze.pointer(400, 200, PICTURE, 0)
    expect(gaze.at(10)).toEqual({ x: 0.5, y: 0.5 })
    gaze.pointer(-900, 5000, PICTURE, 20)
    expect(gaze.at(30)).toEqual({ x: -1, y: -1 })
  })
  it('forgets a pointer that rests or is gone, and has none in a picture without size', () => {
    const gaze = new OverlayGaze()
    gaze.target = 'pointer'
    gaze.pointer(400, 200, PICTURE, 0)
    expect(gaze.at(20_000)).toBeNull()
    gaze.pointer(400, 200, PICTURE, 21_000)
    gaze.pointerGone()
    expect(gaze.at(21_001)).toBeNull()
    gaze.pointer(400, 200, { ...PICTURE, width: 0 }, 22_000)
    expect(gaze.at(22_001)).toBeNull()
  })
  it('looks at the chat for a moment, on its side', () => {
    const gaze = new OverlayGaze()
    gaze.target = 'chat'
    gaze.chat(1000)
    expect(gaze.at(1500)!.x).toBeLessThan(0)
    gaze.chatSide = 'right'
    expect(gaze.at(1500)!.x).toBeGreaterThan(0)
    expect(gaze.at(5000)).toBeNull()
  })
  it('looks at nobody in the picture when the camera or nobody is chosen', () => {
    const gaze = new OverlayGaze()
    gaze.pointer(400, 200, PICTURE, 0)
    gaze.chat(0)
    expect(gaze.at(1)).toBeNull()
    gaze.target = 'camera'
    expect(gaze.at(1)).toBeNull()
  })
})
