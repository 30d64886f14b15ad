// Ears as the pipeline uses them: the real finder, a detector and a recogniser that do as they are told, a clock that stands still. In: what is sent. Out: what was heard.
import { type Heard, MIC_CHUNK_SAMPLES, type MicGate, type MicrophoneState, type PcmChunk } from '@psiona/shared'
import { expect } from 'vitest'
import { createEars, type OpenEars } from '../../apps/server/src/ears/ears'
import type { Transcriber, Vad } from '../../apps/server/src/organs'
import { type Channel, channel } from '../../apps/server/src/streams'
import { type FakeClock, fakeClock } from './clock'

export const PANEL: MicrophoneState['source'] = { micId: 'panel-0001', kind: 'panel', label: 'USB microphone' }
/** Speech in these tests is a loud hum, silence is silence. */
const loudVad = (): Vad => ({
  probability: async (frame) => (Math.max(...frame.map(Math.abs)) > 0.1 ? 0.99 : 0.01),
  reset: () => {},
  close: async () => {},
})

export let clock: FakeClock
export let chunks: Channel<PcmChunk>
export let ears: OpenEars
export let heard: Heard[]
export let kept: Uint8Array[]
export let troubles: unknown[]
let sequence: number
let gate: MicGate
let microphone: MicrophoneState
let waiting: { wanted: (part: Heard) => boolean; resolve: (part: Heard) => void }[]

/** Says how long the utterance was, in tenths of a second. */
export const countingTranscriber = (): Transcriber => ({
  name: 'counting',
  async *transcribe(utterance, signal) {
    let samples = 0
    for await (const piece of utterance) {
      samples += piece.length
      yield { text: `so far ${Math.round(samples / 1600)}`, final: false }
    }
    if (!signal.aborted) yield { text: `heard ${Math.round(samples / 1600)}`, final: true }
  },
  health: () => ({ state: 'ok', detail: 'counting' }),
  close: async () => {},
})

export function openEars(more: Partial<Parameters<typeof createEars>[0]> = {}): void {
  ears = createEars({
    clock,
    vads: { open: loudVad, problem: () => null },
    transcriber: countingTranscriber,
    identity: () => null,
    pauseMs: () => 500,
    microphone: () => microphone,
    capture: (async function* () {})(),
    onLevel: () => {},
    isEcho: () => false,
    keep: () => (wav) => kept.push(wav),
    onTrouble: (cause) => troubles.push(cause),
    ...more,
  })
  void (async () => {
    for await (const part of ears.listen(chunks)) {
      heard.push(part)
      for (const one of waiting.filter(({ wanted }) => wanted(part))) one.resolve(part)
    }
  })()
}
export const when = <T extends Heard['type']>(type: T): Promise<Extract<Heard, { type: T }>> =>
  new Promise((resolve) => {
    const wanted = (part: Heard) => part.type === type
    const there = heard.find(wanted)
    if (there) return resolve(there as Extract<Heard, { type: T }>)
    waiting.push({ wanted, resolve: (part) => resolve(part as Extract<Heard, { type: T }>) })
  })
/** So many ms of hum or silence, as a microphone sends it. */
export function send(ms: number, level: number): void {
  for (let at = 0; at < ms / 20; at++, sequence++) {
    const samples = Float32Array.from({ length: MIC_CHUNK_SAMPLES }, (_, i) => level * Math.sin((i + sequence * 320) / 3))
    chunks.push({ sequence, atSample: sequence * MIC_CHUNK_SAMPLES, samples, gate, micId: 'panel-0001' })
  }
}

/** All that was sent has been listened to. */
export const taken = () => new Promise((resolve) => setImmediate(resolve))

export const turnGate = (next: MicGate): void => {
  gate = next
}
export const turnMicrophone = (change: Partial<MicrophoneState>): void => {
  microphone = { ...microphone, ...change }
}

export function beginAnew(): void {
  clock = fakeClock()
  chunks = channel()
  heard = []
  kept = []
  troubles = []
  waiting = []
  sequence = 0
  gate = 'open'
  microphone = { source: PANEL, mode: 'open', muted: false, held: false }
}
/** Nothing is left waiting. */
export async function closeEars(): Promise<void> {
  chunks.close()
  await ears.close()
  expect(clock.waiting).toBe(0)
}
