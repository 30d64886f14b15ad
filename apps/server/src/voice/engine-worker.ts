// The sample world: a thread of its own. In: lines to speak and how many blocks to render. Out: blocks in the ring, places on the clock.
// Nothing here awaits; rendering neither allocates nor throws.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { composeScore, createEngine, english, openDictionary, openLetterToSound, phonemise } from '@psiona/psi'
import { BlockRing } from './block-ring'
import type { EngineStart, FromEngine, ToEngine } from './engine-messages'

const start = workerData as EngineStart
const port = parentPort
if (!port) throw new Error('engine-worker runs as a worker thread only')

const tell = (message: FromEngine) => port.postMessage(message)
const dictionary = openDictionary(readFileSync(start.dictionaryFile))
const letterToSound = openLetterToSound(readFileSync(start.letterToSoundFile))
const ring = new BlockRing(start.ring)

let dials = start.dials
let pronouncer = english({ dictionary, letterToSound, lexicon: start.lexicon })
const engine = createEngine({ seed: start.seed, dials })
let epoch = 0
let nextBlock = 0
let spoken = 0
/** The block after a cut holds the end of the engine's own fade; the client has faded already where it was. */
let mute = false

function speak(message: Extract<ToEngine, { type: 'speak' }>): void {
  const phrases = phonemise(message.text, pronouncer)
  if (phrases.length === 0) {
    const here = engine.atSample
    if (message.gesture) engine.gesture(message.gesture)
    tell({ type: 'placed', ticket: message.ticket, startSample: here, endSample: here, words: [] })
    return
  }
  // Each utterance has its own seed, so that repeats differ as a person's do, and a run can be repeated exactly.
  const score = composeScore(phrases, { dials, emotion: message.emotion, seed: start.seed + ++spoken })
  const placed = engine.enqueue(score)
  if (message.gesture) engine.gesture(message.gesture)
  tell({ type: 'placed', ticket: message.ticket, ...placed })
}

function render(blocks: number): void {
  const from = nextBlock
  for (let i = 0; i < blocks; i++, nextBlock++) {
    const atSample = engine.atSample
    const sounds = engine.render(ring.pcm(nextBlock), ring.face(nextBlock))
    ring.stamp(nextBlock, epoch, atSample, sounds && !mute)
    mute = false
  }
  tell({ type: 'rendered', from, to: nextBlock })
}

port.on('message', (message: ToEngine) => {
  switch (message.type) {
    case 'render':
      return render(message.blocks)
    case 'speak':
      try {
        return speak(message)
      } catch (error) {
        return tell({ type: 'failed', ticket: message.ticket, reason: error instanceof Error ? error.name : 'unknown' })
      }
    case 'cut':
      epoch = message.epoch
      mute = true
      return engine.cut()
    case 'gesture':
      return engine.gesture(message.gesture)
    case 'mood':
      return engine.setMood(message.emotion)
    case 'character':
      dials = message.dials
      engine.setDials(dials)
      pronouncer = english({ dictionary, letterToSound, lexicon: message.lexicon })
      return
    default:
      message satisfies never
  }
})

// Warm code paths before the first line, so that the first answer is not the slowest.
composeScore(phonemise('Hello, I am warming up.', pronouncer), { dials, emotion: {}, seed: start.seed })
tell({ type: 'ready' })
