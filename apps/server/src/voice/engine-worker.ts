// The sample world: a thread of its own. In: lines to speak, sound of other voices, and how many blocks to render. Out: blocks in the ring,
// places on the clock. Nothing here awaits; rendering neither allocates nor throws.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { composeScore, createEngine, english, openDictionary, openLetterToSound, phonemise } from '@psiona/psi'
import { BlockRing } from './block-ring'
import type { EngineStart, FromEngine, LineToSpeak, ToEngine } from './engine-messages'
import { ForeignLine } from './foreign-line'

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
/** Lines of other voices whose sound is still coming. */
const foreign = new Map<number, ForeignLine>()

/** Each utterance has its own seed, so that repeats differ as a person's do, and a run can be repeated exactly. */
function compose({ text, phrases, emotion }: LineToSpeak) {
  const seed = start.seed + ++spoken
  return { seed, score: composeScore(phrases ?? phonemise(text, pronouncer), { dials, emotion, seed }) }
}

function speak(message: Extract<ToEngine, { type: 'speak' }>): void {
  const { score } = compose(message)
  if (message.gesture) engine.gesture(message.gesture)
  if (score.durationSamples === 0) {
    const here = engine.atSample
    tell({ type: 'placed', ticket: message.ticket, startSample: here, endSample: here, words: [] })
    return
  }
  const placed = engine.enqueue(score)
  tell({ type: 'placed', ticket: message.ticket, ...placed })
}

function beginSound(message: Extract<ToEngine, { type: 'sound-begins' }>): void {
  const { ticket, text, emotion, voice, gesture } = message
  const { score, seed } = compose(message)
  const line = new ForeignLine(engine, text, score, { emotion, voice, seed })
  foreign.set(ticket, line)
  if (gesture) engine.gesture(gesture)
  tell({ type: 'placed', ticket, ...line.place() })
}

function endSound({ ticket, whole }: Extract<ToEngine, { type: 'sound-ends' }>): void {
  const line = foreign.get(ticket)
  if (!line) return
  foreign.delete(ticket)
  tell({ type: 'moved', ticket, ended: true, ...line.end(whole) })
}

function render(blocks: number): void {
  const from = nextBlock
  for (let i = 0; i < blocks; i++, nextBlock++) {
    const atSample = engine.atSample
    const sounds = engine.render(ring.pcm(nextBlock), ring.face(nextBlock), start.forecast ? ring.forecast(nextBlock) : null)
    ring.stamp(nextBlock, epoch, atSample, sounds && !mute, start.forecast)
    mute = false
  }
  tell({ type: 'rendered', from, to: nextBlock })
  for (const [ticket, line] of foreign) {
    const moved = line.waited()
    if (moved) tell({ type: 'moved', ticket, ended: false, ...moved })
  }
}

/** A line that cannot be spoken is told, and the thread goes on. */
function attempt(ticket: number, action: () => void): void {
  try {
    action()
  } catch (error) {
    foreign.delete(ticket)
    tell({ type: 'failed', ticket, reason: error instanceof Error ? error.name : 'unknown' })
  }
}

port.on('message', (message: ToEngine) => {
  switch (message.type) {
    case 'render':
      return render(message.blocks)
    case 'speak':
      return attempt(message.ticket, () => speak(message))
    case 'sound-begins':
      return attempt(message.ticket, () => beginSound(message))
    case 'sound':
      return attempt(message.ticket, () => foreign.get(message.ticket)?.append(message.pcm, message.sampleRate))
    case 'sound-ends':
      return attempt(message.ticket, () => endSound(message))
    case 'cut':
      epoch = message.epoch
      mute = true
      foreign.clear()
      engine.cut()
      if (message.neutral) engine.neutral()
      return
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
