// The ears. In: microphone sound. Out: who begins to speak, what is understood of it, and that it is over; beside that, the level, test recordings and their own health.

import { encodeWav } from '@psiona/psi'
import {
  type Heard,
  type HearingTest,
  MIC_RATE,
  type MicrophoneState,
  type Ms,
  type PartHealth,
  type PcmChunk,
} from '@psiona/shared'
import type { Clock } from '../clock'
import type { Ears, SpeakerIdentity, Transcriber } from '../organs'
import { channel, merge } from '../streams'
import { earsHealth } from './ears-health'
import { createMicLevel } from './mic-level'
import { createSpeechFinder, type SpeechEvent } from './speech-finder'
import { createTestRecording, type TestRecording } from './test-recording'
import { beginUtterance, msOfSamples, type Utterance } from './utterance'
import type { VadsOnDemand } from './vads-on-demand'

/** Sound may stop for a reconnect; after this long it is not coming back, and what was said is taken as said. */
const GONE_AFTER_MS: Ms = 4000
const LOOK_EVERY_MS: Ms = 250
/** A voice that begins so soon after a test recording is the rest of what was said for it. */
const TEST_TAIL_MS: Ms = 700
/** Utterances whose words are outstanding: beyond them the oldest is given up, since nobody waits a minute for an answer. */
const MOST_OUTSTANDING = 6

export interface EarsOptions {
  readonly clock: Clock
  /** A detector for each microphone or recording; without one, only the talk key tells speech. */
  readonly vads: Pick<VadsOnDemand, 'open' | 'problem'>
  /** As chosen now. */
  readonly transcriber: () => Transcriber
  /** As chosen now; null = voices are not told apart. */
  readonly identity: () => SpeakerIdentity | null
  readonly pauseMs: () => Ms
  readonly microphone: () => MicrophoneState
  /** A microphone of this machine beside those of the stage. */
  readonly capture: AsyncIterable<PcmChunk>
  readonly onLevel: (dbfs: number) => void
  /** Whether what an utterance says that began then are her own words, heard from a loudspeaker. */
  readonly isEcho: (text: string, beganMs: Ms) => boolean
  /** Keeps an utterance as a wav file; null = nothing is kept. */
  readonly keep: () => ((wav: Uint8Array) => void) | null
  readonly onTrouble: (cause: unknown) => void
}

export interface OpenEars extends Ears {
  /** What is being said is let go: she was muted. */
  mute(): void
  /** Nothing said meanwhile is answered. @throws Problem when no sound comes */
  test(seconds: number): Promise<HearingTest>
  /** The last test recording, for learning a voice from it. */
  lastTest: TestRecording['last']
  close(): Promise<void>
}

export function createEars(options: EarsOptions): OpenEars {
  const { clock, onTrouble } = options
  const newVad = options.vads.open
  const vad = newVad()
  const out = channel<Heard>()
  const level = createMicLevel(options.onLevel)
  const finder = createSpeechFinder({ vad, pauseMs: options.pauseMs })
  const outstanding = new Map<number, Utterance>()
  let count = 0
  let running: { id: number; utterance: Utterance; beganMs: Ms } | null = null
  let last: PcmChunk | null = null
  let lastMs: Ms = Number.NEGATIVE_INFINITY
  const testing = createTestRecording({
    clock,
    newVad,
    transcriber: options.transcriber,
    pauseMs: options.pauseMs,
    microphone: options.microphone,
  })
  /** Since when it is as it is: before a first packet can have come, silence is no trouble. */
  let standing = { key: '', sinceMs: 0 }

  const begin = (atSample: number, samples: Float32Array) => {
    const id = ++count
    const beganMs = clock.monotonicMs() - msOfSamples(samples.length)
    const utterance = beginUtterance({
      clock,
      transcriber: options.transcriber(),
      onPartial: (text) => void out.push({ type: 'speech-partial', utterance: id, text }),
      onTrouble,
    })
    running = { id, utterance, beganMs }
    outstanding.set(id, utterance)
    const oldest = outstanding.entries().next().value
    if (outstanding.size > MOST_OUTSTANDING && oldest && oldest[0] !== id) oldest[1].drop()
    out.push({ type: 'speech-start', utterance: id, atSample })
    utterance.sound(samples)
  }
  const end = (atSample: number, endpointMs: Ms, dropped: boolean) => {
    if (!running) return
    const { id, utterance, beganMs } = running
    running = null
    if (dropped) utterance.drop()
    else utterance.stop()
    out.push({ type: 'speech-stop', utterance: id, atSample })
    void settle(id, utterance, beganMs, endpointMs)
  }
  const settle = async (id: number, utterance: Utterance, beganMs: Ms, endpointMs: Ms) => {
    const { text, recogniserMs, samples, dropped } = await utterance.ended
    const heldBack = text === '' || options.isEcho(text, beganMs)
    const speaker = heldBack ? null : await whose(samples)
    outstanding.delete(id)
    if (!dropped) keepSound(samples)
    out.push({
      type: 'speech-end',
      utterance: id,
      text: heldBack ? '' : text,
      ...(speaker ? { speaker } : {}),
      endpointMs: Math.round(endpointMs),
      recogniserMs: Math.round(recogniserMs),
    })
  }
  const keepSound = (samples: Float32Array) => {
    try {
      options.keep()?.(encodeWav(samples, MIC_RATE))
    } catch (cause) {
      onTrouble(cause)
    }
  }
  const whose = async (samples: Float32Array) => {
    try {
      return (await options.identity()?.whose(samples)) ?? null
    } catch (cause) {
      // Words without a known voice are the owner's.
      onTrouble(cause)
      return null
    }
  }
  const follow = (events: readonly SpeechEvent[]) => {
    for (const event of events) {
      switch (event.type) {
        case 'voice-start':
          if (clock.monotonicMs() - testing.endedMs < TEST_TAIL_MS) break
          begin(event.atSample, event.samples)
          break
        case 'voice-sound':
          running?.utterance.sound(event.samples)
          break
        case 'voice-stop':
          end(event.atSample, msOfSamples(event.noticedAtSample - event.atSample), false)
          break
        case 'voice-dropped':
          end(last?.atSample ?? 0, 0, true)
          break
        default:
          event satisfies never
      }
    }
  }
  const take = async (chunk: PcmChunk) => {
    const { source, muted, mode } = options.microphone()
    // What waited when she was muted is not heard either.
    if (muted || mode === 'muted') return
    // Two may send at once; she listens to one, and to the rest of what it sent when it has just gone.
    if (chunk.micId !== (source?.micId ?? last?.micId)) return
    last = chunk
    lastMs = clock.monotonicMs()
    level.take(chunk)
    if (testing.running) await testing.take(chunk)
    else follow(await finder.take(chunk))
  }
  /** One after the other: the finder keeps what it has heard. */
  let turn: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void> | void): Promise<void> => {
    turn = turn.then(work).catch(onTrouble)
    return turn
  }
  const letGo = () =>
    inTurn(async () => {
      if (last) follow(await finder.take({ ...last, samples: new Float32Array(last.samples.length), gate: 'muted' }))
    })
  const stopLooking = clock.every(LOOK_EVERY_MS, () => {
    if (running && clock.monotonicMs() - lastMs > GONE_AFTER_MS) void inTurn(() => follow(finder.finish()))
  })

  return {
    async *listen(chunks) {
      const listening = (async () => {
        for await (const chunk of merge(chunks, options.capture)) await inTurn(() => take(chunk))
        await inTurn(() => follow(finder.finish()))
      })()
      listening.catch(onTrouble).finally(() => out.close())
      yield* out
    },
    mute: () => void letGo(),
    async test(seconds) {
      await letGo()
      return testing.run(seconds)
    },
    lastTest: testing.last,
    health(): PartHealth[] {
      const microphone = options.microphone()
      const nowMs = clock.monotonicMs()
      const key = JSON.stringify([microphone.source?.micId, microphone.muted, microphone.mode])
      if (key !== standing.key) standing = { key, sinceMs: nowMs }
      return earsHealth({
        microphone,
        soundAgeMs: nowMs - Math.max(lastMs, standing.sinceMs),
        silentMs: level.silentMs,
        vad: options.vads.problem(),
        transcriber: options.transcriber(),
      })
    },
    async close() {
      stopLooking()
      testing.close()
      running?.utterance.drop()
      for (const utterance of outstanding.values()) utterance.drop()
      out.close()
      await turn
      await vad.close()
    },
  }
}
