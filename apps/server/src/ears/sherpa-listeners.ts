// What a loaded model does with one stretch of sound. In: samples, then an end. Out: answers. Every call blocks; in the sherpa process only.
import { MIC_RATE } from '@psiona/shared/pcm'
import type { OfflineRecognizer, OnlineRecognizer, SpeakerEmbeddingExtractor } from 'sherpa-onnx-node'
import type { SherpaAnswer } from './sherpa-messages'
import { speechPieces } from './speech-pieces'

export interface SherpaListener {
  /** Null: nothing new. */
  hear(samples: Float32Array): SherpaAnswer | null
  end(): SherpaAnswer
}

/** Answers while it hears. */
export function streamingListener(recogniser: OnlineRecognizer, tailSamples: number): SherpaListener {
  const stream = recogniser.createStream()
  const text = (final: boolean): SherpaAnswer => ({ type: 'text', text: recogniser.getResult(stream).text, final })
  const decode = (): boolean => {
    const ready = recogniser.isReady(stream)
    while (recogniser.isReady(stream)) recogniser.decode(stream)
    return ready
  }
  return {
    hear(samples) {
      stream.acceptWaveform({ samples, sampleRate: MIC_RATE })
      return decode() ? text(false) : null
    },
    end() {
      stream.acceptWaveform({ samples: new Float32Array(tailSamples), sampleRate: MIC_RATE })
      stream.inputFinished()
      decode()
      return text(true)
    },
  }
}

/** Shorter than any syllable, and too short for some models to run at all. */
const LEAST_SAMPLES = MIC_RATE / 10

/** Answers at the end; of long speech it gives what it has so far. */
export function offlineListener(recogniser: OfflineRecognizer): SherpaListener {
  const pieces = speechPieces()
  const texts: string[] = []
  const decode = (samples: Float32Array) => {
    if (samples.length < LEAST_SAMPLES) return
    const stream = recogniser.createStream()
    stream.acceptWaveform({ samples, sampleRate: MIC_RATE })
    recogniser.decode(stream)
    texts.push(recogniser.getResult(stream).text)
  }
  const text = (final: boolean): SherpaAnswer => ({ type: 'text', text: texts.join(' '), final })
  return {
    hear(samples) {
      const full = pieces.add(samples)
      full.forEach(decode)
      return full.length > 0 ? text(false) : null
    },
    end() {
      decode(pieces.rest())
      return text(true)
    },
  }
}

/** More of a voice tells no more of whose it is, and costs time. */
const VOICE_MAX_SAMPLES = 10 * MIC_RATE

export function speakerListener(extractor: SpeakerEmbeddingExtractor): SherpaListener {
  const stream = extractor.createStream()
  let room = VOICE_MAX_SAMPLES
  return {
    hear(samples) {
      const part = samples.subarray(0, room)
      room -= part.length
      if (part.length > 0) stream.acceptWaveform({ samples: part, sampleRate: MIC_RATE })
      return null
    },
    end() {
      stream.inputFinished()
      return { type: 'embedding', embedding: extractor.isReady(stream) ? extractor.compute(stream, false) : null }
    },
  }
}
