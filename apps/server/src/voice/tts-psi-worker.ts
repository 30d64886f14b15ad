// A ψ voice beside the live one, in a thread of its own. In: lines. Out: their sound, a quarter of a second at a time; between two of them it
// hears what it is told.
import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { composeScore, createEngine, english, openDictionary, openLetterToSound, phonemise } from '@psiona/psi'
import { BLOCK_SAMPLES, FACE_CHANNEL_COUNT } from '@psiona/shared'
import type { FromPsiVoice, PsiVoiceStart, ToPsiVoice } from './tts-psi-messages'

const start = workerData as PsiVoiceStart
const port = parentPort
if (!port) throw new Error('tts-psi-worker runs as a worker thread only')

const PIECE_BLOCKS = 15
const pronouncer = english({
  dictionary: openDictionary(readFileSync(start.dictionaryFile)),
  letterToSound: openLetterToSound(readFileSync(start.letterToSoundFile)),
  lexicon: start.lexicon,
})
const wanted = new Set<number>()
const tell = (message: FromPsiVoice) =>
  port.postMessage(message, message.type === 'piece' ? [message.pcm.buffer as ArrayBuffer] : [])

async function speak({ ticket, text, emotion }: Extract<ToPsiVoice, { type: 'speak' }>): Promise<void> {
  const phrases = phonemise(text, pronouncer)
  if (phrases.length === 0) return
  const { seed, dials } = start
  const score = composeScore(phrases, { dials, emotion, seed })
  const engine = createEngine({ seed, dials })
  engine.setMood(emotion)
  engine.enqueue(score)
  const face = new Float32Array(FACE_CHANNEL_COUNT)
  for (let at = 0; at < score.durationSamples; at += PIECE_BLOCKS * BLOCK_SAMPLES) {
    const pcm = new Float32Array(Math.min(PIECE_BLOCKS * BLOCK_SAMPLES, score.durationSamples - at))
    for (let sample = 0; sample < pcm.length; sample += BLOCK_SAMPLES)
      engine.render(pcm.subarray(sample, sample + BLOCK_SAMPLES), face)
    tell({ type: 'piece', ticket, pcm })
    await setImmediate()
    if (!wanted.has(ticket)) return
  }
}

port.on('message', async (message: ToPsiVoice) => {
  const { ticket } = message
  if (message.type === 'drop') return void wanted.delete(ticket)
  wanted.add(ticket)
  try {
    await speak(message)
    tell({ type: 'done', ticket })
  } catch (error) {
    tell({ type: 'failed', ticket, reason: error instanceof Error ? error.name : 'unknown' })
  } finally {
    wanted.delete(ticket)
  }
})
