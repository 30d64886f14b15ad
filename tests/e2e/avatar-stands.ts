// A page of avatar stands in, what one does with them out: open, tell, look.
import type { SceneModel } from '@psiona/shared/look'
import { type Picture, pictureOf } from '../../art/tori/compare/picture-difference'
import type { AvatarHost } from './avatar-host'
import type { FaceValues, StandState } from './avatar-page'
import { SIZE, STILL } from './avatar-tori'

/** Of 255, in some colour: what an eye sees as another colour. */
const CHANGED = 24
export const changedPixels = (before: Picture, after: Picture): [number, number][] => {
  const changed: [number, number][] = []
  for (let y = 0; y < before.height; y++)
    for (let x = 0; x < before.width; x++) {
      const i = (y * before.width + x) * 4
      if ([0, 1, 2].some((k) => Math.abs(before.pixels[i + k]! - after.pixels[i + k]!) > CHANGED)) changed.push([x, y])
    }
  return changed
}

interface Wanted {
  readonly renderer?: StandState['renderer']
  readonly built?: number
  readonly contextsLost?: number
}

export class AvatarStands {
  readonly #host: AvatarHost

  constructor(host: AvatarHost) {
    this.#host = host
  }

  /** Waits until something draws her. */
  async open(name: string, model: SceneModel, renderer: 'auto' | 'puppet'): Promise<StandState> {
    await this.#host.page.evaluate(
      ([name, model, renderer, still, { width, height }]) => {
        window.avatars.open(name, width, height, 'full')
        window.avatars.tell(name, { trial: still })
        window.avatars.show(name, model, renderer)
      },
      [name, model, renderer, STILL, SIZE] as const,
    )
    return this.standing(name)
  }

  async show(name: string, model: SceneModel, renderer: 'auto' | 'puppet'): Promise<void> {
    await this.#host.page.evaluate(([name, model, renderer]) => window.avatars.show(name, model, renderer), [
      name,
      model,
      renderer,
    ] as const)
  }

  async tell(name: string, wishes: Parameters<typeof window.avatars.tell>[1]): Promise<void> {
    await this.#host.page.evaluate(([name, wishes]) => window.avatars.tell(name, wishes), [name, wishes] as const)
  }

  tap(name: string, x: number, y: number): Promise<boolean> {
    return this.#host.page.evaluate(([name, x, y]) => window.avatars.tap(name, x, y), [name, x, y] as const)
  }

  state(name: string): Promise<StandState> {
    return this.#host.page.evaluate((name) => window.avatars.state(name), name)
  }

  async standing(name: string, wanted: Wanted = {}): Promise<StandState> {
    await this.#host.page.waitForFunction(
      ([name, { renderer, built, contextsLost }]) => {
        const now = window.avatars.state(name)
        if (now.renderer === 'none' || (renderer && now.renderer !== renderer)) return false
        return now.counts.built >= (built ?? 0) && now.counts.contextsLost >= (contextsLost ?? 0)
      },
      [name, wanted] as const,
    )
    return this.state(name)
  }

  async draw(name: string, face: FaceValues = {}, seconds = 0.1): Promise<Picture> {
    const url = await this.#host.page.evaluate(([name, face, seconds]) => window.avatars.draw(name, face, seconds), [
      name,
      face,
      seconds,
    ] as const)
    return pictureOf(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
  }

  async loseContext(name: string): Promise<void> {
    await this.#host.page.evaluate((name) => window.avatars.loseContext(name), name)
  }

  livingTextures(): Promise<number> {
    return this.#host.page.evaluate(() => window.avatars.livingTextures())
  }

  async close(name: string): Promise<void> {
    await this.#host.page.evaluate((name) => window.avatars.close(name), name)
  }
}
