// Where somebody speaks. In: 20 ms of microphone at a time. Out: the sound of each utterance, with what came just before it, and its end.
import { MIC_CHUNK_SAMPLES, MIC_RATE, type MicGate, type PcmChunk } from '@psiona/shared'
import type { Vad } from '../organs'
import { createBackground } from './background'
import { createEndpoint, type Verdict } from './endpoint'
import { createFrames } from './frames'
import { createPreRoll } from './pre-roll'

/** Every start is followed by one stop or one drop. Positions are on the microphone's clock. */
export type SpeechEvent =
  /** `samples`: pre-roll and all up to now. `atSample`: where the voice began, as well as is known. `noticedAtSample`: end of the sound that had been listened to when it was noticed. */
  | { readonly type: 'voice-start'; readonly atSample: number; readonly noticedAtSample: number; readonly samples: Float32Array }
  /** What follows, in order, without a gap. */
  | { readonly type: 'voice-sound'; readonly samples: Float32Array }
  | { readonly type: 'voice-stop'; readonly atSample: number; readonly noticedAtSample: number }
  /** Muted in the middle, or it was no speech after all (too short): no words come of it. */
  | { readonly type: 'voice-dropped' }

export interface SpeechFinder {
  /** 20 ms of microphone; what came of it. One call after the other. A gap in `sequence` of the same micId is filled with silence up to a bound; another micId, or a longer gap, ends what is being said. What has been taken already is not taken again. */
  take(chunk: PcmChunk): Promise<readonly SpeechEvent[]>
  /** No sound comes any more (the microphone has gone for good): ends what is being said. */
  finish(): readonly SpeechEvent[]
  readonly speaking: boolean
}

/** Before the place where the voice seems to begin: an f or an h is known by what follows it, and of a hundred voices in loud music one only after half a second. */
const PRE_ROLL_SAMPLES = 0.5 * MIC_RATE
/** 500 ms: no word is recognised across more. */
const LONGEST_FILLED_CHUNKS = 25

export function createSpeechFinder({ vad, pauseMs }: { vad: Vad; pauseMs: () => number }): SpeechFinder {
  const endpoint = createEndpoint(pauseMs)
  const background = createBackground()
  const frames = createFrames()
  const preRoll = createPreRoll()
  const silence = new Float32Array(MIC_CHUNK_SAMPLES)
  let last: { readonly micId: string; readonly sequence: number; readonly gate: MicGate } | null = null
  let now = 0

  const forget = () => {
    frames.clear()
    preRoll.clear()
    vad.reset()
  }
  const follow = (verdict: Verdict | null): SpeechEvent[] => {
    switch (verdict) {
      case null:
        return []
      case 'start': {
        const samples = preRoll.last(now - endpoint.voiceFromSample + PRE_ROLL_SAMPLES)
        const atSample = Math.max(endpoint.voiceFromSample, now - samples.length)
        return [{ type: 'voice-start', atSample, noticedAtSample: now, samples }]
      }
      case 'stop':
        // What has been handed on belongs to no other utterance.
        preRoll.clear()
        return [{ type: 'voice-stop', atSample: endpoint.voiceToSample, noticedAtSample: now }]
      case 'drop':
        return [{ type: 'voice-dropped' }]
      default:
        return verdict satisfies never
    }
  }
  const listen = async (samples: Float32Array, gate: MicGate, atSample: number): Promise<SpeechEvent[]> => {
    const atGate = endpoint.gate(gate, atSample)
    const events = atGate === 'start' ? [] : follow(atGate)
    preRoll.keep(samples)
    now = atSample + samples.length
    if (atGate === 'start') events.push(...follow(atGate))
    else if (endpoint.speaking) events.push({ type: 'voice-sound', samples })
    const frame = frames.add(samples)
    if (!frame) return events
    const probability = await vad.probability(frame)
    background.take(frame, probability)
    const { evidence, levelDb } = background
    events.push(...follow(endpoint.frame({ probability, evidence, levelDb }, now - frames.waiting)))
    return events
  }
  const finish = () => {
    const events = follow(endpoint.end(now))
    forget()
    return events
  }
  /** From what was taken last to this chunk. */
  const bridge = async ({ micId, sequence, atSample }: PcmChunk): Promise<SpeechEvent[]> => {
    if (!last) return []
    if (last.micId !== micId) {
      background.reset()
      return finish()
    }
    if (last.gate === 'muted') return []
    const missing = sequence - last.sequence - 1
    if (missing > LONGEST_FILLED_CHUNKS) return finish()
    const events: SpeechEvent[] = []
    for (let left = missing; left > 0; left--)
      events.push(...(await listen(silence, last.gate, atSample - left * MIC_CHUNK_SAMPLES)))
    return events
  }

  return {
    get speaking() {
      return endpoint.speaking
    },
    async take(chunk) {
      const { micId, sequence, gate, atSample, samples } = chunk
      if (gate === 'muted') {
        const events = follow(endpoint.gate(gate, atSample))
        forget()
        last = { micId, sequence, gate }
        return events
      }
      if (last?.micId === micId && sequence <= last.sequence) return []
      const events = await bridge(chunk)
      last = { micId, sequence, gate }
      events.push(...(await listen(samples, gate, atSample)))
      return events
    },
    finish,
  }
}
