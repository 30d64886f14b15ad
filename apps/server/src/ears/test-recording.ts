// A test of the hearing chain. In: chunks of the microphone for some seconds. Out: what each step made of them; the recording is kept until the next, for learning a voice from it.
import { type HearingTest, MIC_CHUNK_MS, type MicrophoneState, type Ms, type PcmChunk, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Transcriber, Vad } from '../organs'
import { createSoundHearer } from './hear-sound'
import { checkHearing } from './hearing-check'
import { joined } from './utterance'

/** A test waits this much longer than it records before it says that no sound comes. */
const GRACE_MS: Ms = 1500

export interface TestRecordingOptions {
  readonly clock: Clock
  readonly newVad: () => Vad
  readonly transcriber: () => Transcriber
  readonly pauseMs: () => Ms
  readonly microphone: () => MicrophoneState
}

export interface TestRecording {
  readonly running: boolean
  /** Monotonic; when the last one ended. */
  readonly endedMs: Ms
  /** While it runs, sound is for the test. */
  take(chunk: PcmChunk): Promise<void>
  /** @throws Problem 'no-microphone' | 'test-running' | 'no-sound' */
  run(seconds: number): Promise<HearingTest>
  /** `seconds`: how much of it is speech. */
  last(): { readonly samples: Float32Array; readonly seconds: number } | null
  close(): void
}

interface Running {
  readonly pieces: Float32Array[]
  readonly wanted: number
  readonly hearer: ReturnType<typeof createSoundHearer>
  readonly whole: AbortController
}

export function createTestRecording(options: TestRecordingOptions): TestRecording {
  const { clock, newVad, transcriber, pauseMs, microphone } = options
  let running: Running | null = null
  let endedMs: Ms = Number.NEGATIVE_INFINITY
  let last: { samples: Float32Array; seconds: number } | null = null

  const record = async (seconds: number, device: string): Promise<HearingTest> => {
    const vad = newVad()
    const recogniser = transcriber()
    const hearer = createSoundHearer({ clock, vad, transcriber: recogniser, pauseMs: pauseMs() })
    const now: Running = {
      pieces: [],
      wanted: Math.ceil((seconds * 1000) / MIC_CHUNK_MS),
      hearer,
      whole: new AbortController(),
    }
    running = now
    try {
      await clock.sleep(seconds * 1000 + GRACE_MS, now.whole.signal)
    } finally {
      running = null
      endedMs = clock.monotonicMs()
    }
    const heard = await hearer.finish()
    await vad.close()
    if (now.pieces.length < now.wanted / 2)
      throw new Problem('no-sound', 'broken', 'No sound came from the microphone. Unmute it, or choose another on the Ears page.')
    const sound = joined(now.pieces)
    last = { samples: sound, seconds: heard.speech.reduce((sum, { start, end }) => sum + end - start, 0) }
    return checkHearing({ sound, heard, device, recogniser: recogniser.health() })
  }

  return {
    get running() {
      return running !== null
    },
    get endedMs() {
      return endedMs
    },
    async take(chunk) {
      if (!running || running.pieces.length >= running.wanted) return
      running.pieces.push(chunk.samples)
      const { pieces, wanted, whole, hearer } = running
      await hearer.take(chunk)
      if (pieces.length >= wanted) whole.abort()
    },
    async run(seconds) {
      const { source } = microphone()
      if (!source)
        throw new Problem('no-microphone', 'missing', 'No microphone is on. Turn it on on the Ears page and try again.')
      if (running) throw new Problem('test-running', 'busy', 'A test recording is running. Wait for its end.')
      return record(seconds, source.label)
    },
    last: () => last,
    close: () => running?.whole.abort(),
  }
}
