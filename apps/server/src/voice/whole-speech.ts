// A text and another engine flow in, all of its sound flows out at once: for recordings, where nobody listens while it is made.
import { type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Tts, TtsRequest } from '../organs'
import { MOST_SECONDS } from './tts-sound'
import { speakable } from './tts-text'

/** An engine that has not finished by then will not. */
const LONGEST_MS: Ms = 60_000

export const nothingToSay = () =>
  new Problem('nothing-to-say', 'input', 'There is nothing in this text that can be said. Write some words.')

/** Aborted, it ends with what there is. @throws Problem of the engine, 'nothing-to-say', 'voice-too-slow', 'voice-silent' */
export async function wholeSpeech(
  clock: Clock,
  tts: Tts,
  request: TtsRequest,
  signal: AbortSignal,
): Promise<{ pcm: Float32Array; sampleRate: number }> {
  if (speakable(request.text) === '') throw nothingToSay()
  const over = new AbortController()
  let late = false
  const limit = clock.sleep(LONGEST_MS, over.signal).then(() => {
    late = !over.signal.aborted
    over.abort()
  })
  const pieces: Float32Array[] = []
  let sampleRate = 0
  let length = 0
  try {
    for await (const piece of tts.synthesise(request, AbortSignal.any([signal, over.signal]))) {
      pieces.push(piece.pcm)
      sampleRate = piece.sampleRate
      length += piece.pcm.length
      if (length > MOST_SECONDS * sampleRate) break
    }
  } finally {
    over.abort()
    await limit
  }
  if (late)
    throw new Problem('voice-too-slow', 'busy', `${tts.name} took longer than a minute. Try a shorter text or another voice.`)
  if (length === 0 && !signal.aborted)
    throw new Problem('voice-silent', 'broken', `${tts.name} answered without sound. Try another text or another voice.`)
  const pcm = new Float32Array(length)
  let at = 0
  for (const piece of pieces) {
    pcm.set(piece, at)
    at += piece.length
  }
  return { pcm, sampleRate }
}
