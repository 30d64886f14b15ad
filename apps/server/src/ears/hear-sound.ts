// A finished recording, heard as if it came from a microphone. In: sound at MIC_RATE. Out: where somebody spoke, and what was understood.
import { MIC_CHUNK_SAMPLES, MIC_RATE, type Ms } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Transcriber, Vad } from '../organs'
import { createSpeechFinder } from './speech-finder'
import { beginUtterance, type Utterance } from './utterance'

export interface HeardSound {
  /** Seconds from the start. */
  readonly speech: readonly { readonly start: number; readonly end: number }[]
  readonly text: string
  /** From the end of the last voice to its text; null when nobody spoke. */
  readonly recogniserMs: Ms | null
  readonly trouble: unknown
}

export interface HearSoundOptions {
  readonly clock: Clock
  readonly vad: Vad
  readonly transcriber: Transcriber
  readonly pauseMs: number
}

/** At most a hundredth of a second, so that times are the same on every run. */
const seconds = (samples: number): number => Math.round((Math.max(0, samples) / MIC_RATE) * 100) / 100

export async function hearSound(
  sound: Float32Array,
  { clock, vad, transcriber, pauseMs }: HearSoundOptions,
): Promise<HeardSound> {
  vad.reset()
  const finder = createSpeechFinder({ vad, pauseMs: () => pauseMs })
  const speech: { start: number; end: number }[] = []
  const texts: string[] = []
  let running: { utterance: Utterance; start: number } | null = null
  let recogniserMs: Ms | null = null
  let trouble: unknown = null

  // The pause that a voice at the very end needs to be over is added, and cut from the times.
  const tailChunks = Math.ceil(((pauseMs + 500) * MIC_RATE) / 1000 / MIC_CHUNK_SAMPLES)
  const chunks = Math.ceil(sound.length / MIC_CHUNK_SAMPLES)
  for (let sequence = 0; sequence <= chunks + tailChunks; sequence++) {
    const atSample = sequence * MIC_CHUNK_SAMPLES
    const samples = new Float32Array(MIC_CHUNK_SAMPLES)
    samples.set(sound.subarray(atSample, atSample + MIC_CHUNK_SAMPLES))
    const last = sequence === chunks + tailChunks
    const events = last ? finder.finish() : await finder.take({ sequence, atSample, samples, gate: 'open', micId: 'recording' })
    for (const event of events) {
      switch (event.type) {
        case 'voice-start': {
          const utterance = beginUtterance({
            clock,
            transcriber,
            onPartial: () => {},
            onTrouble: (cause) => {
              trouble = cause
            },
          })
          utterance.sound(event.samples)
          running = { utterance, start: seconds(event.atSample) }
          break
        }
        case 'voice-sound':
          running?.utterance.sound(event.samples)
          break
        case 'voice-stop': {
          if (!running) break
          running.utterance.stop()
          const end = await running.utterance.ended
          recogniserMs = end.recogniserMs
          if (end.text) texts.push(end.text)
          speech.push({ start: running.start, end: seconds(Math.min(event.atSample, sound.length)) })
          running = null
          break
        }
        case 'voice-dropped':
          running?.utterance.drop()
          running = null
          break
        default:
          event satisfies never
      }
    }
  }
  return { speech, text: texts.join(' '), recogniserMs, trouble }
}
