// The world outside, as a list of platforms: what happens on each comes in, one stream and the health of all go out.
import type { PartHealth, Settings } from '@psiona/shared'
import type { Hook, Hooks } from '../organs'
import { merge } from '../streams'

export interface HookSet extends Hooks {
  /** (Re)connects what the settings changed. */
  settle(settings: Settings): void
  health(): PartHealth[]
  close(): Promise<void>
}

export const createHooks = (hooks: readonly Hook[]): HookSet => ({
  happenings: merge(...hooks.map(({ happenings }) => happenings)),
  settle(settings) {
    for (const hook of hooks) hook.settle(settings)
  },
  health: () => hooks.map((hook) => hook.health()),
  async close() {
    await Promise.all(hooks.map((hook) => hook.close()))
  },
})
