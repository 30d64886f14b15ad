// The voices one can choose, by the choice that stands in the settings. In: a choice. Out: the Tts behind it, the same one while it is wanted;
// one that is wanted no more is closed when it has said what it was asked for.
import { Problem, type VoiceChoice } from '@psiona/shared'
import type { Tts } from '../organs'
import { ttsUnable } from './tts-health'

export interface TtsEnginesOptions {
  /** Opens what a choice means. @throws Problem when it cannot be had */
  readonly open: (choice: VoiceChoice) => Tts
  /** What the choice means has changed, though its words have not: another text then. */
  readonly state: (choice: VoiceChoice) => string
  /** A voice that was replaced did not close. */
  readonly onTrouble: (cause: unknown) => void
}

export interface TtsEngines {
  /** Kept until another is chosen or close(). */
  chosen(choice: VoiceChoice): Tts
  /** For once, beside the chosen one (which it may be); the latest few are kept, because a comparison comes back to them. */
  byChoice(choice: VoiceChoice): Tts
  /** Nothing is chosen: what was is let go. */
  none(): void
  close(): Promise<void>
}

/** Two sides of a comparison. */
const MOST_BESIDE = 2

interface Kept {
  readonly key: string
  /** Says nothing new once it was let go. */
  readonly tts: Tts
  /** Calls `close` as soon as no line is being said. */
  letGo(close: () => void): void
}

function kept(key: string, inner: Tts): Kept {
  let lines = 0
  let close: (() => void) | null = null
  const closeIfSilent = () => {
    if (lines === 0) close?.()
  }
  return {
    key,
    tts: {
      ...inner,
      async *synthesise(request, signal) {
        if (close) return
        lines++
        try {
          yield* inner.synthesise(request, signal)
        } finally {
          lines--
          closeIfSilent()
        }
      },
    },
    letGo(whenSilent) {
      close = whenSilent
      closeIfSilent()
    },
  }
}

export function createTtsEngines({ open, state, onTrouble }: TtsEnginesOptions): TtsEngines {
  let hers: Kept | null = null
  /** The latest last. */
  let beside: Kept[] = []
  /** Let go, but not closed yet. */
  const parting = new Map<Tts, Promise<void> | null>()
  let closed = false

  const keyOf = (choice: VoiceChoice) => JSON.stringify([choice, state(choice)])
  const made = (choice: VoiceChoice): Tts => {
    if (closed) return ttsUnable(new Problem('closing', 'busy', 'Psiona is closing. Start it again.'))
    try {
      return open(choice)
    } catch (cause) {
      if (cause instanceof Problem) return ttsUnable(cause)
      throw cause
    }
  }
  const end = (tts: Tts): Promise<void> => {
    const ending = parting.get(tts) ?? tts.close().catch(onTrouble)
    parting.set(tts, ending)
    return ending.finally(() => parting.delete(tts))
  }
  const letGo = ({ tts, letGo: whenSilent }: Kept) => {
    parting.set(tts, null)
    whenSilent(() => void end(tts))
  }
  return {
    chosen(choice) {
      const key = keyOf(choice)
      if (hers?.key === key) return hers.tts
      if (hers) letGo(hers)
      const already = beside.find((other) => other.key === key)
      beside = beside.filter((other) => other !== already)
      hers = already ?? kept(key, made(choice))
      return hers.tts
    },
    byChoice(choice) {
      const key = keyOf(choice)
      if (hers?.key === key) return hers.tts
      const already = beside.find((other) => other.key === key)
      const one = already ?? kept(key, made(choice))
      beside = [...beside.filter((other) => other !== already), one]
      if (beside.length > MOST_BESIDE) for (const old of beside.splice(0, beside.length - MOST_BESIDE)) letGo(old)
      return one.tts
    },
    none() {
      if (hers) letGo(hers)
      hers = null
    },
    async close() {
      closed = true
      for (const one of [...beside, ...(hers ? [hers] : [])]) letGo(one)
      hers = null
      beside = []
      await Promise.all([...parting.keys()].map(end))
    },
  }
}
