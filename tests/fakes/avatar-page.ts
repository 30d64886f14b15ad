// A page of which there is only as much as a stand needs, with avatars that only remember what they were told. In: nothing. Out: the page, anew for
// each test of the file that calls it; that file mocks ./pixi-puppet, since Pixi asks for a browser as soon as it is loaded.
import { restFace } from '@psiona/shared/face-frame'
import type { SceneModel } from '@psiona/shared/look'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Avatar } from '../../apps/web/src/overlay/avatar'
import type { AvatarFactories } from '../../apps/web/src/overlay/avatar-factories'
import { AvatarStand } from '../../apps/web/src/overlay/avatar-stand'
import { FakeAvatar, FakeCanvas, FakeHost, made } from './avatars'

export const page = {
  host: new FakeHost(),
  /** The host has another size. */
  resized: (): void => {},
  /** What a renderer throws instead of making an avatar. */
  failing: {} as Partial<Record<Avatar['renderer'], unknown>>,
  changes: [] as string[],
}

const factoryOf = (renderer: Avatar['renderer']) => async (canvas: HTMLCanvasElement, model: SceneModel) => {
  if (renderer in page.failing) throw page.failing[renderer]
  return new FakeAvatar(renderer, model, canvas as unknown as FakeCanvas)
}
const factories: AvatarFactories = { live2d: factoryOf('live2d'), puppet: factoryOf('puppet') }

export const open = () => {
  const stand: AvatarStand = new AvatarStand(
    page.host as unknown as HTMLElement,
    { framing: 'full', antialias: false, onChange: () => page.changes.push(`${stand.renderer} ${stand.trouble}`) },
    factories,
  )
  return stand
}
/** Everything that has been promised. */
export const built = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}
export const living = () => made.filter((avatar) => !avatar.gone)
export const draw = (stand: AvatarStand, seconds = 0) => stand.draw(restFace(), seconds)

export function freshAvatarPage(): void {
  beforeEach(() => {
    vi.useFakeTimers()
    page.host = new FakeHost()
    made.length = 0
    page.changes.length = 0
    page.failing = {}
    vi.stubGlobal('window', { devicePixelRatio: 1.5 })
    vi.stubGlobal('document', { createElement: () => new FakeCanvas() })
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(callback: () => void) {
          page.resized = callback
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
}
