// Sound that is listened to and not answered: a recording, or a test. In: chunks as from a microphone. Out: where somebody spoke, and what was understood.
import { MIC_CHUNK_SAMPLES, MIC_RATE, type Ms, type PcmChunk } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Transcriber, Vad } from '../organs'
import { createSpeechFinder, type SpeechEvent } from './speech-finder'
import { beginUtterance, type Utterance } from './utterance'

export interface HeardSound {
  /** Seconds from the start. */
  readonly speech: readonly { readonly start: number; readonly end: number }[]
  readonly text: string
  /** From the end of the last voice to its text; null when nobody spoke. */
  readonly recogniserMs: Ms | null
  /** What failed on the way, null when nothing did. */
  readonly trouble: unknown
}

export interface SoundHearerOptions {
  readonly clock: Clock
  /** A fresh one. */
  readonly vad: Vad
  readonly transcriber: Transcriber
  readonly pauseMs: Ms
}

export interface SoundHearer {
  /** The talk key does not matter here. One call after the other. */
  take(chunk: PcmChunk): Promise<void>
  /** No more comes. Never rejects. */
  finish(): Promise<HeardSound>
}

/** At most a hundredth of a second, so that times are the same on every run. */
const seconds = (samples: number): number => Math.round((Math.max(0, samples) / MIC_RATE) * 100) / 100

export function createSoundHearer({ clock, vad, transcriber, pauseMs }: SoundHearerOptions): SoundHearer {
  const finder = createSpeechFinder({ vad, pauseMs: () => pauseMs })
  const speech: { start: number; end: number }[] = []
  const ended: Utterance['ended'][] = []
  let running: { readonly utterance: Utterance; readonly start: number } | null = null
  let firstSample: number | null = null
  let trouble: unknown = null

  const follow = (events: readonly SpeechEvent[]) => {
    for (const event of events) {
      switch (event.type) {
        case 'voice-start': {
          const onTrouble = (cause: unknown) => {
            trouble = cause
          }
          const utterance = beginUtterance({ clock, transcriber, onPartial: () => {}, onTrouble })
          utterance.sound(event.samples)
          running = { utterance, start: seconds(event.atSample - (firstSample ?? 0)) }
          break
        }
        case 'voice-sound':
          running?.utterance.sound(event.samples)
          break
        case 'voice-stop':
          if (!running) break
          running.utterance.stop()
          ended.push(running.utterance.ended)
          speech.push({ start: running.start, end: seconds(event.atSample - (firstSample ?? 0)) })
          running = null
          break
        case 'voice-dropped':
          running?.utterance.drop()
          running = null
          break
        default:
          event satisfies never
      }
    }
  }

  return {
    async take(chunk) {
      firstSample ??= chunk.atSample
      follow(await finder.take({ ...chunk, gate: 'open' }))
    },
    async finish() {
      follow(finder.finish())
      const ends = await Promise.all(ended)
      const text = ends.flatMap((end) => end.text || []).join(' ')
      return { speech, text, recogniserMs: ends.at(-1)?.recogniserMs ?? null, trouble }
    },
  }
}

/** A finished recording at MIC_RATE. */
export async function hearSound(sound: Float32Array, options: SoundHearerOptions): Promise<HeardSound> {
  const hearer = createSoundHearer(options)
  for (let sequence = 0; sequence * MIC_CHUNK_SAMPLES < sound.length; sequence++) {
    const atSample = sequence * MIC_CHUNK_SAMPLES
    const samples = new Float32Array(MIC_CHUNK_SAMPLES)
    samples.set(sound.subarray(atSample, atSample + MIC_CHUNK_SAMPLES))
    await hearer.take({ sequence, atSample, samples, gate: 'open', micId: 'recording' })
  }
  return hearer.finish()
}
