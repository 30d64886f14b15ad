// How much of the machine she takes, and what she goes without meanwhile: the four savings, and what each changes.
import type { LoadState, MindChoice, ObsState, OverlaySettings, PartHealth, Saving } from '@psiona/shared'
import type { Clock } from './clock'
import type { HouseNews } from './house'
import { createLoadGauge } from './load-gauge'
import { createOpenParts } from './open-parts'
import { createSavings } from './savings'
import type { SettingsFile } from './store/settings-file'
import type { Topic } from './streams'

/** A meter that is read, not watched. */
const TELL_EVERY_MS = 1000

export interface LoadParts {
  readonly clock: Clock
  readonly news: Topic<HouseNews>
  readonly settings: Pick<SettingsFile, 'current'>
  readonly obs: () => ObsState['load']
  /** 0..1: blocks of her voice that were too late, the last seconds. */
  readonly lateBlocks: () => number
  /** Whether Live2D draws her now. */
  readonly isLive2d: () => boolean
  readonly onTrouble: (what: string) => (cause: unknown) => void
}

export function openLoad({ clock, news, settings, obs, lateBlocks, isLive2d, onTrouble }: LoadParts) {
  const open = createOpenParts(onTrouble('a part of the load gauge did not close'))
  const gauge = createLoadGauge({ clock })
  open.add(gauge.close)
  const applies = (saving: Saving): boolean => {
    const { mind, voice, overlay, load } = settings.current()
    switch (saving) {
      case 'smaller-model':
        return mind.kind === 'openai' && mind.model !== load.smallerModel
      case 'own-voice':
        return voice.kind !== 'psi'
      case 'lower-fps':
        return overlay.fps === 'screen' || overlay.fps > load.fps
      case 'puppet':
        return overlay.renderer === 'auto' && isLive2d()
      default:
        return saving satisfies never
    }
  }
  const savings = createSavings({
    clock,
    gauge,
    wanted: () => settings.current().load,
    obs,
    lateBlocks,
    applies,
    // Frames and renderer are part of the scene.
    onChange: () => news.publish({ type: 'look-changed' }),
  })
  open.add(savings.close)
  let told = ''
  open.add(
    clock.every(TELL_EVERY_MS, () => {
      const load = savings.state()
      const now = JSON.stringify(load)
      if (now !== told) news.publish({ type: 'load-changed', load })
      told = now
    }),
  )
  return {
    state: (): LoadState => savings.state(),
    settle: savings.settle,
    health: (): PartHealth => savings.health(),
    /** The mind that answers now. */
    mind(): MindChoice {
      const { mind, load } = settings.current()
      if (mind.kind !== 'openai' || !savings.inForce('smaller-model')) return mind
      return load.smallerModel === '' ? { kind: 'builtin' } : { ...mind, model: load.smallerModel }
    },
    /** Whether another voice may speak. */
    mayBorrowVoice: () => !savings.inForce('own-voice'),
    /** What the overlay draws now. */
    drawn(overlay: OverlaySettings): OverlaySettings {
      return {
        ...overlay,
        ...(savings.inForce('lower-fps') ? { fps: settings.current().load.fps } : {}),
        ...(savings.inForce('puppet') ? { renderer: 'puppet' as const } : {}),
      }
    },
    close: open.close,
  }
}
