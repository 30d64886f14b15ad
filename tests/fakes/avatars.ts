// Avatars that only remember what they were told, and as much of a page as a stand of them needs.
import type { SceneModel } from '@psiona/shared/look'
import type { Avatar } from '../../apps/web/src/overlay/avatar'

export class FakeCanvas extends EventTarget {
  readonly style: Record<string, string> = {}
  host: FakeHost | null = null
  remove(): void {
    const { host } = this
    if (host) host.canvases = host.canvases.filter((canvas) => canvas !== this)
  }
}
export class FakeHost {
  readonly style: Record<string, string> = {}
  canvases: FakeCanvas[] = []
  clientWidth = 300
  clientHeight = 400
  append(canvas: FakeCanvas): void {
    canvas.host = this
    this.canvases.push(canvas)
  }
}

/** The oldest first; a test empties it before it begins. */
export const made: FakeAvatar[] = []
export class FakeAvatar implements Avatar {
  readonly contents = { parameters: [], expressions: [], motionGroups: [], hitAreas: [] }
  readonly cardLoad = { textures: 2, bytes: 100 }
  readonly told: string[] = []
  drawn = 0
  gone = false
  breaks = false
  constructor(
    readonly renderer: Avatar['renderer'],
    readonly model: SceneModel,
    readonly canvas: FakeCanvas,
  ) {
    made.push(this)
  }
  pose(): void {
    if (this.breaks) throw new Error('It cannot be posed.')
    this.drawn++
  }
  remap = () => void this.told.push('remap')
  wear = (values: object, overMs: number) => void this.told.push(`wear ${JSON.stringify(values)} ${overMs}`)
  feel = (emotion: object) => void this.told.push(`feel ${JSON.stringify(emotion)}`)
  gaze = (at: object | null) => void this.told.push(`gaze ${JSON.stringify(at)}`)
  motion = () => true
  play = () => true
  tryOn = () => void this.told.push('try')
  tap = () => true
  resize = (width: number, height: number, density: number) => void this.told.push(`size ${width} ${height} ${density}`)
  render = () => {}
  destroy = () => {
    this.gone = true
  }
}

export const scene = (more: Partial<SceneModel> = {}): SceneModel => ({
  id: 'tori',
  url: '/models/tori/',
  live2d: { file: 'tori.model3.json', core: '/cubism/live2dcubismcore.min.js' },
  puppet: { url: '/models/tori/', file: 'tori.rig.json' },
  map: { mouth: 'none', links: [], expressions: {}, motions: {}, taps: {}, place: { scale: 1, x: 0, y: 0 } },
  parameters: {},
  crossfadeMs: 500,
  variant: 'default',
  ...more,
})
