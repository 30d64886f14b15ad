// The studio's thread. In: orders for recordings. Out: sound, faces, words and visemes; one order after the other, apart from the live voice.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { english, openDictionary, openLetterToSound } from '@psiona/psi'
import { FACE_CHANNEL_COUNT } from '@psiona/shared'
import { makeRendition } from './rendition'
import type { StudioAnswer, StudioOrder, StudioStart } from './studio-messages'

const start = workerData as StudioStart
const port = parentPort
if (!port) throw new Error('studio-worker runs as a worker thread only')

const dictionary = openDictionary(readFileSync(start.dictionaryFile))
const letterToSound = openLetterToSound(readFileSync(start.letterToSoundFile))

port.on('message', ({ ticket, order, lexicon }: StudioOrder) => {
  try {
    const { pcm, frames, ...made } = makeRendition(order, english({ dictionary, letterToSound, lexicon }))
    const face = new Float32Array(frames.length * FACE_CHANNEL_COUNT)
    frames.forEach((frame, i) => {
      face.set(frame, i * FACE_CHANNEL_COUNT)
    })
    port.postMessage({ ticket, type: 'made', pcm, face, ...made } satisfies StudioAnswer, [
      pcm.buffer,
      face.buffer,
    ] as ArrayBuffer[])
  } catch (error) {
    port.postMessage({ ticket, type: 'failed', reason: error instanceof Error ? error.name : 'unknown' } satisfies StudioAnswer)
  }
})
