// A finished recording and its mark flow in, what the API answers flows out: files as text, face and mouth as numbers.
import { setImmediate } from 'node:timers/promises'
import { type AiMark, encodeWav, subRip, VISEME_SETS, visemeStream, webVtt } from '@psiona/psi'
import { FACE_CHANNELS, FACE_RATE, type RenderedVoice, SAMPLE_RATE } from '@psiona/shared'
import type { Rendition } from './rendition'

export function base64Wav(pcm: Float32Array, mark: AiMark): string {
  const { buffer, byteOffset, byteLength } = encodeWav(pcm, SAMPLE_RATE, mark)
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

/** A minute of face and mouth is half a million numbers: what else runs has its turn in between. */
export async function renderedVoice(made: Rendition, mark: AiMark): Promise<Omit<RenderedVoice, 'renderMs' | 'notes'>> {
  const { pcm, words, visemes, loudness } = made
  const wav = base64Wav(pcm, mark)
  await setImmediate()
  const frames = made.frames.map((frame) => Array.from(frame, (value) => Math.round(value * 1e3) / 1e3))
  const visemeStreams: RenderedVoice['visemeStreams'] = []
  for (const set of VISEME_SETS) {
    await setImmediate()
    const { fps, channels, frames: keys } = visemeStream(set, made.frames, visemes)
    visemeStreams.push({ set, fps, channels: [...channels], frames: keys.map((frame) => [...frame]) })
  }
  await setImmediate()
  return {
    wav,
    audioSeconds: pcm.length / SAMPLE_RATE,
    loudnessLufs: loudness.lufs,
    truePeakDbtp: loudness.truePeakDbtp,
    face: { fps: FACE_RATE, channels: FACE_CHANNELS.map(({ name }) => name), frames },
    words: [...words],
    visemes: [...visemes],
    captions: { vtt: webVtt(words, mark), srt: subRip(words) },
    visemeStreams,
  }
}
