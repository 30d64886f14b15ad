// The stand: who draws her, and how one look becomes another.
import { Problem } from '@psiona/shared/problem'
import { describe, expect, it, vi } from 'vitest'
import { built, draw, freshAvatarPage, living, open, page } from '../../../../tests/fakes/avatar-page'
import { made, scene } from '../../../../tests/fakes/avatars'

vi.mock('./pixi-puppet', () => ({ createPixiPuppet: undefined }))
freshAvatarPage()

describe('who draws her', () => {
  it('is Live2D where it can be had', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    expect([stand.renderer, stand.trouble]).toEqual(['live2d', ''])
    expect(page.changes).toEqual(['live2d '])
  })
  it.each([
    ['the scene has no Live2D', scene({ live2d: null }), 'auto'],
    ['the puppet is chosen', scene(), 'puppet'],
  ] as const)('is the puppet when %s', async (_, model, renderer) => {
    const stand = open()
    stand.show(model, renderer)
    await built()
    expect([stand.renderer, stand.trouble]).toEqual(['puppet', ''])
  })
  it('is the puppet when a file is no good, and the trouble is in words', async () => {
    page.failing.live2d = new Problem('moc-too-new', 'input', 'Her .moc3 is too new.')
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    expect([stand.renderer, stand.trouble]).toEqual(['puppet', 'Her .moc3 is too new.'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(stand.counts).toMatchObject({ built: 1, failed: 1 })
  })
  it('is Live2D after all when its trouble passes', async () => {
    page.failing.live2d = new Problem('no-server', 'busy', 'The server does not answer.')
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    expect(stand.renderer).toBe('puppet')
    await vi.advanceTimersByTimeAsync(5000)
    expect(living()).toHaveLength(1)
    page.failing = {}
    await vi.advanceTimersByTimeAsync(10_000)
    expect([stand.renderer, stand.trouble]).toEqual(['live2d', ''])
  })
  it('is nobody until the puppet can be had, and she is tried until then', async () => {
    page.failing = { puppet: new TypeError('Failed to fetch') }
    const stand = open()
    stand.show(scene({ live2d: null }), 'auto')
    await built()
    expect(stand.renderer).toBe('none')
    expect(stand.trouble).toContain('Failed to fetch')
    page.failing = {}
    await vi.advanceTimersByTimeAsync(5000)
    expect([stand.renderer, stand.trouble]).toEqual(['puppet', ''])
  })
  it('is the puppet from then on when Live2D loads and cannot draw', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    made[0]!.breaks = true
    draw(stand)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(stand.renderer).toBe('puppet')
    expect(stand.trouble).toContain('It cannot be posed')
    expect(living()).toHaveLength(1)
  })
})

describe('a change', () => {
  it('of the model fades: both are drawn, then the old one goes', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    draw(stand)
    stand.show(scene({ id: 'mao', url: '/models/mao/' }), 'auto')
    await built()
    draw(stand, 0.25)
    expect(page.host.canvases.map((c) => Number(c.style.opacity))).toEqual([0.5, 0.5])
    const before = made[0]!.drawn
    draw(stand, 0.125)
    expect(made[0]!.drawn).toBe(before + 1)
    draw(stand, 0.25)
    expect(made.map((a) => a.gone)).toEqual([true, false])
    expect(page.host.canvases.map((c) => c.style.opacity)).toEqual(['1'])
  })
  it('while another fades replaces it cleanly', async () => {
    const stand = open()
    for (const id of ['a', 'b', 'c']) {
      stand.show(scene({ id, url: `/models/${id}/` }), 'auto')
      await built()
      draw(stand, 0.1)
    }
    expect(made.map((a) => a.gone)).toEqual([true, false, false])
    expect(page.host.canvases).toHaveLength(2)
    draw(stand, 1)
    expect(living().map((a) => a.model.id)).toEqual(['c'])
  })
  it('that comes before the last has been built makes only the newest', async () => {
    const stand = open()
    for (const id of ['a', 'b', 'c']) stand.show(scene({ id, url: `/models/${id}/` }), 'auto')
    await built()
    expect(living().map((a) => a.model.id)).toEqual(['c'])
    expect(page.host.canvases).toHaveLength(1)
  })
  it('of clothes is told to the one who stands, over the time of a fade', async () => {
    const stand = open()
    stand.show(scene({ parameters: { Coat: 0 } }), 'auto')
    await built()
    stand.show(scene({ parameters: { Coat: 1 }, variant: 'winter' }), 'auto')
    await built()
    expect(made).toHaveLength(1)
    expect(made[0]!.told).toContain('wear {"Coat":0} 0')
    expect(made[0]!.told.at(-1)).toBe('wear {"Coat":1} 500')
  })
  it('of clothes for one who is still being built is not told to the one before', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    stand.show(scene({ id: 'mao' }), 'auto')
    stand.show(scene({ id: 'mao', parameters: { Coat: 1 } }), 'auto')
    await built()
    expect(made[0]!.told.filter((told) => told.includes('Coat'))).toEqual([])
    expect(made[1]!.told).toContain('wear {"Coat":1} 0')
  })
  it('of the map is told as well, and everything else again', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    stand.feel({ joy: 1 })
    await built()
    made[0]!.told.length = 0
    stand.show(scene({ map: { ...scene().map, mouth: 'vowels' } }), 'auto')
    expect(made[0]!.told).toEqual(['remap', 'wear {} 0', 'feel {"joy":1}', 'gaze null', 'try'])
  })
  it('of the model where there is no room is not told to the one who is being built', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    page.host.clientWidth = 0
    stand.show(scene({ id: 'mao', map: { ...scene().map, mouth: 'vowels' }, parameters: { Coat: 1 } }), 'auto')
    await built()
    expect(made[0]!.told.filter((told) => told.includes('Coat') || told === 'remap')).toEqual([])
    page.host.clientWidth = 300
    page.resized()
    await built()
    draw(stand, 1)
    expect(living().map((a) => a.model.id)).toEqual(['mao'])
  })
  it('twenty times leaves one avatar and its textures', async () => {
    const stand = open()
    for (let i = 0; i < 20; i++) {
      stand.show(scene({ id: `m${i % 3}`, url: `/models/m${i % 3}/` }), i % 2 ? 'puppet' : 'auto')
      await built()
      draw(stand, 0.3)
      draw(stand, 0.3)
    }
    expect(living()).toHaveLength(1)
    expect(stand.counts).toMatchObject({ built: 20, failed: 0, textures: 2, textureBytes: 100 })
    expect(page.host.canvases).toHaveLength(1)
    stand.close()
    expect(living()).toHaveLength(0)
    expect(page.host.canvases).toHaveLength(0)
  })
})

describe('density', () => {
  it('is the screen’s, but never more than is allowed', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    stand.density = 0.75
    draw(stand)
    expect(made[0]!.told.at(-1)).toBe('size 300 400 0.75')
    stand.density = 3
    draw(stand)
    expect(made[0]!.told.at(-1)).toBe('size 300 400 1.5')
  })
})
