// How the hearing chain is. In: what each link knows of itself. Out: fine, off, or what to do, link by link.
import { type MicrophoneState, type Ms, type PartHealth, type Problem, twoHalves } from '@psiona/shared'
import type { Transcriber } from '../organs'

/** A connected microphone sends 50 times a second; this long without is no hiccup. */
const NO_SOUND_MS: Ms = 3000
/** Digital silence for so long is a switch somewhere, not a quiet room. */
const SILENT_MS: Ms = 10_000

export interface EarsCondition {
  readonly microphone: MicrophoneState
  /** Since the last sound came. */
  readonly soundAgeMs: Ms
  readonly silentMs: Ms
  /** Why there is no detector. */
  readonly vad: Problem | null
  readonly transcriber: Transcriber
}

function microphoneHealth({ microphone, soundAgeMs, silentMs }: EarsCondition): PartHealth {
  const part = 'microphone'
  const { source, muted, mode } = microphone
  if (!source)
    return { part, state: 'off', detail: 'No microphone is on.', remedy: 'Turn it on on the Ears page, or type to her.' }
  if (mode === 'muted') return { part, state: 'off', detail: `${source.label}, not used: chat only` }
  if (muted) return { part, state: 'ok', detail: `${source.label}, muted` }
  if (soundAgeMs > NO_SOUND_MS)
    return {
      part,
      state: 'trouble',
      detail: `${source.label} is connected, but no sound comes.`,
      remedy: 'Turn it off and on again on the Ears page.',
    }
  if (silentMs > SILENT_MS)
    return {
      part,
      state: 'trouble',
      detail: `${source.label} sends nothing but silence.`,
      remedy: 'Look for a mute switch on the device or in the system, or choose another microphone.',
    }
  return { part, state: 'ok', detail: mode === 'push-to-talk' ? `${source.label}, while you hold the key` : source.label }
}

/** `problem`: why there is no detector. */
export const vadHealth = (problem: Problem | null): PartHealth =>
  problem
    ? { part: 'vad', state: 'trouble', ...twoHalves(problem.message) }
    : { part: 'vad', state: 'ok', detail: 'Silero, two generations of it' }

export function earsHealth(condition: EarsCondition): PartHealth[] {
  const { vad, transcriber } = condition
  return [microphoneHealth(condition), vadHealth(vad), { part: 'ears', ...transcriber.health() }]
}
