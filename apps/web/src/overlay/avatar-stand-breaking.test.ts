// The stand when avatars break, and what a new one is told.
import { describe, expect, it, vi } from 'vitest'
import { built, draw, freshAvatarPage, living, open, page } from '../../../../tests/fakes/avatar-page'
import { made, scene } from '../../../../tests/fakes/avatars'

vi.mock('./pixi-puppet', () => ({ createPixiPuppet: undefined }))
freshAvatarPage()

describe('one that breaks', () => {
  it('while the next is built is not held against the next', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    stand.show(scene({ id: 'mao', url: '/models/mao/' }), 'auto')
    made[0]!.breaks = true
    draw(stand)
    await built()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([stand.renderer, stand.trouble]).toEqual(['live2d', ''])
    expect(living().map((a) => a.model.id)).toEqual(['mao'])
    expect(stand.counts).toMatchObject({ built: 2, failed: 1 })
  })
  it('while it fades out goes at once, and the one before it stays', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    draw(stand)
    stand.show(scene({ id: 'mao', url: '/models/mao/' }), 'auto')
    await built()
    made[0]!.breaks = true
    draw(stand, 0.1)
    expect(living().map((a) => a.model.id)).toEqual(['mao'])
    expect(page.host.canvases.map((c) => c.style.opacity)).toEqual(['1'])
    expect(made[1]!.drawn).toBe(1)
  })
  it('as it is taken off leaves nobody behind, and she comes back', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    made[0]!.breaks = true
    made[0]!.destroy = () => {
      throw new Error('It cannot be taken off.')
    }
    draw(stand)
    expect(page.host.canvases).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(stand.renderer).toBe('puppet')
    expect(page.host.canvases).toHaveLength(1)
  })
  it('at a new size does not keep the next from being built', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    made[0]!.resize = () => {
      throw new Error('It cannot be sized.')
    }
    stand.show(scene({ id: 'mao', url: '/models/mao/' }), 'auto')
    await built()
    expect(living().map((a) => a.model.id)).toEqual(['mao'])
    expect(stand.renderer).toBe('live2d')
  })
  it('in a context that is lost is not held against its model', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    made[0]!.canvas.dispatchEvent(new Event('webglcontextlost', { cancelable: true }))
    made[0]!.breaks = true
    draw(stand)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([stand.renderer, stand.trouble]).toEqual(['live2d', ''])
    expect(living()).toHaveLength(1)
    expect(stand.counts).toMatchObject({ built: 2, contextsLost: 1 })
  })
})

describe('a new avatar', () => {
  it('is told what she wears, feels and looks at', async () => {
    const stand = open()
    stand.feel({ calm: 0.5 })
    stand.gaze({ x: 0.5, y: 0 })
    stand.show(scene({ parameters: { Hat: 1 } }), 'auto')
    await built()
    expect(made[0]!.told).toEqual(['wear {"Hat":1} 0', 'feel {"calm":0.5}', 'gaze {"x":0.5,"y":0}', 'try', 'size 300 400 1.5'])
  })
  it('replaces one whose context is lost, at once and without a fade', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    draw(stand)
    const lost = new Event('webglcontextlost', { cancelable: true })
    made[0]!.canvas.dispatchEvent(lost)
    await built()
    expect(lost.defaultPrevented).toBe(true)
    draw(stand)
    expect(made.map((a) => a.gone)).toEqual([true, false])
    expect(stand.counts).toMatchObject({ built: 2, contextsLost: 1 })
  })
  it('is not made for the context of one that has gone', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    stand.show(scene({ id: 'b' }), 'auto')
    await built()
    made[0]!.canvas.dispatchEvent(new Event('webglcontextlost', { cancelable: true }))
    await built()
    expect(made).toHaveLength(2)
  })
  it('is drawn at a new size at once: a canvas that is sized anew is empty', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    draw(stand)
    const told: string[] = []
    made[0]!.resize = () => void told.push('size')
    made[0]!.render = () => void told.push('render')
    page.resized()
    expect(told).toEqual(['size', 'render'])
  })
  it('waits for room', async () => {
    page.host.clientWidth = 0
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    expect(made).toHaveLength(0)
    page.host.clientWidth = 300
    page.resized()
    await built()
    expect(made).toHaveLength(1)
  })
})
