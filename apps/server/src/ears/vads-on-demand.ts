// The detector's models, loaded when a microphone comes on: they take some 55 MB, and many only type to her. In: how they are loaded. Out: detectors, or why there are none.
import { Problem } from '@psiona/shared'
import type { Vad } from '../organs'

/** Loaded models, from which any number of detectors come. */
export interface LoadedVads {
  open(): Vad
  close(): Promise<void>
}

export interface VadsOnDemand extends LoadedVads {
  /** One for each microphone or recording. Its first frame waits for the models; without them nothing is speech. */
  open(): Vad
  /** Loads, once, so that the first words do not wait for it. */
  warm(): void
  /** Why there is no detector, as far as is known. */
  problem(): Problem | null
}

export interface VadsOnDemandOptions {
  readonly load: () => Promise<LoadedVads>
  /** What can be seen to be wrong without loading. */
  readonly missing: Problem | null
  readonly onTrouble: (cause: unknown) => void
}

export function createVadsOnDemand({ load, missing, onTrouble }: VadsOnDemandOptions): VadsOnDemand {
  let problem = missing
  let loading: Promise<LoadedVads | null> | null = null
  const attempt = async (): Promise<LoadedVads | null> => {
    try {
      const vads = await load()
      problem = null
      return vads
    } catch (cause) {
      onTrouble(cause)
      problem = cause instanceof Problem ? cause : notLoaded(cause)
      return null
    }
  }
  const loaded = () => {
    loading ??= attempt()
    return loading
  }
  return {
    open() {
      let vad: Vad | null = null
      return {
        async probability(frame) {
          vad ??= (await loaded())?.open() ?? null
          return vad ? vad.probability(frame) : 0
        },
        reset: () => vad?.reset(),
        close: async () => vad?.close(),
      }
    },
    warm: () => void loaded(),
    problem: () => problem,
    close: async () => (await loading)?.close(),
  }
}

const notLoaded = (cause: unknown) =>
  new Problem(
    'no-vad',
    'broken',
    'The voice detector does not run on this machine. She can listen only while the talk key is down. Run npm install, then start again.',
    { cause },
  )
