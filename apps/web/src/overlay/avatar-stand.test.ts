// The stand with avatars that only remember what they were told, in a page of which there is only as much as it needs.
import { restFace } from '@psiona/shared/face-frame'
import type { SceneModel } from '@psiona/shared/look'
import { Problem } from '@psiona/shared/problem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeAvatar, FakeCanvas, FakeHost, made, scene } from '../../../../tests/fakes/avatars'
import type { Avatar } from './avatar'
import type { AvatarFactories } from './avatar-factories'
import { AvatarStand } from './avatar-stand'

// Pixi asks for a browser as soon as it is loaded.
vi.mock('./pixi-puppet', () => ({ createPixiPuppet: undefined }))

let host: FakeHost
let resized = (): void => {}
let failing: Partial<Record<Avatar['renderer'], unknown>> = {}
const changes: string[] = []
const factoryOf = (renderer: Avatar['renderer']) => async (canvas: HTMLCanvasElement, model: SceneModel) => {
  if (renderer in failing) throw failing[renderer]
  return new FakeAvatar(renderer, model, canvas as unknown as FakeCanvas)
}
const factories: AvatarFactories = { live2d: factoryOf('live2d'), puppet: factoryOf('puppet') }
const open = () => {
  const stand: AvatarStand = new AvatarStand(
    host as unknown as HTMLElement,
    { framing: 'full', antialias: false, onChange: () => changes.push(`${stand.renderer} ${stand.trouble}`) },
    factories,
  )
  return stand
}
/** Everything that has been promised. */
const built = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}
const living = () => made.filter((avatar) => !avatar.gone)
const draw = (stand: AvatarStand, seconds = 0) => stand.draw(restFace(), seconds)

beforeEach(() => {
  vi.useFakeTimers()
  host = new FakeHost()
  made.length = 0
  changes.length = 0
  failing = {}
  vi.stubGlobal('window', { devicePixelRatio: 1.5 })
  vi.stubGlobal('document', { createElement: () => new FakeCanvas() })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resized = callback
      }
      observe(): void {}
      disconnect(): void {}
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('who draws her', () => {
  it('is Live2D where it can be had', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    expect([stand.renderer, stand.trouble]).toEqual(['live2d', ''])
    expect(changes).toEqual(['live2d '])
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
    failing.live2d = new Problem('moc-too-new', 'input', 'Her .moc3 is too new.')
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    expect([stand.renderer, stand.trouble]).toEqual(['puppet', 'Her .moc3 is too new.'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(stand.counts).toMatchObject({ built: 1, failed: 1 })
  })
  it('is Live2D after all when its trouble passes', async () => {
    failing.live2d = new Problem('no-server', 'busy', 'The server does not answer.')
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    expect(stand.renderer).toBe('puppet')
    await vi.advanceTimersByTimeAsync(5000)
    expect(living()).toHaveLength(1)
    failing = {}
    await vi.advanceTimersByTimeAsync(10_000)
    expect([stand.renderer, stand.trouble]).toEqual(['live2d', ''])
  })
  it('is nobody until the puppet can be had, and she is tried until then', async () => {
    failing = { puppet: new TypeError('Failed to fetch') }
    const stand = open()
    stand.show(scene({ live2d: null }), 'auto')
    await built()
    expect(stand.renderer).toBe('none')
    expect(stand.trouble).toContain('Failed to fetch')
    failing = {}
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
    expect(host.canvases.map((c) => c.style.opacity)).toEqual(['1'])
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
    expect(host.canvases).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(stand.renderer).toBe('puppet')
    expect(host.canvases).toHaveLength(1)
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

describe('a change', () => {
  it('of the model fades: both are drawn, then the old one goes', async () => {
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    draw(stand)
    stand.show(scene({ id: 'mao', url: '/models/mao/' }), 'auto')
    await built()
    draw(stand, 0.25)
    expect(host.canvases.map((c) => Number(c.style.opacity))).toEqual([0.5, 0.5])
    const before = made[0]!.drawn
    draw(stand, 0.125)
    expect(made[0]!.drawn).toBe(before + 1)
    draw(stand, 0.25)
    expect(made.map((a) => a.gone)).toEqual([true, false])
    expect(host.canvases.map((c) => c.style.opacity)).toEqual(['1'])
  })
  it('while another fades replaces it cleanly', async () => {
    const stand = open()
    for (const id of ['a', 'b', 'c']) {
      stand.show(scene({ id, url: `/models/${id}/` }), 'auto')
      await built()
      draw(stand, 0.1)
    }
    expect(made.map((a) => a.gone)).toEqual([true, false, false])
    expect(host.canvases).toHaveLength(2)
    draw(stand, 1)
    expect(living().map((a) => a.model.id)).toEqual(['c'])
  })
  it('that comes before the last has been built makes only the newest', async () => {
    const stand = open()
    for (const id of ['a', 'b', 'c']) stand.show(scene({ id, url: `/models/${id}/` }), 'auto')
    await built()
    expect(living().map((a) => a.model.id)).toEqual(['c'])
    expect(host.canvases).toHaveLength(1)
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
    host.clientWidth = 0
    stand.show(scene({ id: 'mao', map: { ...scene().map, mouth: 'vowels' }, parameters: { Coat: 1 } }), 'auto')
    await built()
    expect(made[0]!.told.filter((told) => told.includes('Coat') || told === 'remap')).toEqual([])
    host.clientWidth = 300
    resized()
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
    expect(host.canvases).toHaveLength(1)
    stand.close()
    expect(living()).toHaveLength(0)
    expect(host.canvases).toHaveLength(0)
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
    resized()
    expect(told).toEqual(['size', 'render'])
  })
  it('waits for room', async () => {
    host.clientWidth = 0
    const stand = open()
    stand.show(scene(), 'auto')
    await built()
    expect(made).toHaveLength(0)
    host.clientWidth = 300
    resized()
    await built()
    expect(made).toHaveLength(1)
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
