// The main thread's side of the door: starts the engine thread, sends it lines, hands back placed lines and rendered blocks.
import { Worker } from 'node:worker_threads'
import { type Emotion, type Gesture, Problem, type Seconds, type VoiceBlock, type VoiceDials } from '@psiona/shared'
import type { TtsPiece } from '../organs'
import { BlockRing, newRingMemory } from './block-ring'
import type { EngineStart, FromEngine, LineToSpeak, PlacedLine, ToEngine } from './engine-messages'

/** What goes to the thread at once: a longer piece would keep it from rendering. */
const PIECE_SECONDS: Seconds = 0.2
/** Rendering allocates nothing, and a line little: without a bound V8 keeps 16 MB more than the tables need, from loading. Shorter pauses too. */
const YOUNG_HEAP_MB = 6

/** A line whose sound another voice makes. */
export interface SoundLine {
  /** Where it stands, as far as is known. */
  readonly placed: PlacedLine
  append(piece: TtsPiece): void
  /** All of it is there. `whole`: the text has been said to its end; otherwise words without sound are left out. Null after a cut. */
  end(whole: boolean): Promise<PlacedLine | null>
}

export interface EngineThread {
  speak(line: LineToSpeak): Promise<PlacedLine>
  /** `pieces`: its sound so far. `onMoved`: it had to wait for its sound, so that it ends later. */
  speakSound(
    line: LineToSpeak,
    voice: string,
    pieces: readonly TtsPiece[],
    onMoved: (placed: PlacedLine) => void,
  ): Promise<SoundLine>
  /** Everything rendered from now on belongs to `epoch`; what was queued is gone. `neutral`: and so is every feeling in the face. */
  cut(epoch: number, neutral?: boolean): void
  render(blocks: number): void
  gesture(gesture: Gesture): void
  setMood(emotion: Emotion): void
  setCharacter(dials: VoiceDials, lexicon: Readonly<Record<string, string>>): void
  close(): Promise<void>
}

export interface EngineThreadOptions extends Omit<EngineStart, 'ring'> {
  /** The bundled engine-worker; worker threads load no TypeScript. */
  readonly workerFile: string
  readonly onBlock: (block: Omit<VoiceBlock, 'lineId'>) => void
  /** The thread was ready and died: nothing will sound until a restart. Told once. */
  readonly onLost: (cause: unknown) => void
}

/** Resolves when the thread has loaded its tables. @throws Problem 'voice-failed' */
export async function startEngineThread({ workerFile, onBlock, onLost, ...start }: EngineThreadOptions): Promise<EngineThread> {
  const memory = newRingMemory()
  const ring = new BlockRing(memory)
  const worker = new Worker(workerFile, {
    workerData: { ...start, ring: memory } satisfies EngineStart,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  })
  const waiting = new Map<number, { resolve: (placed: PlacedLine) => void; reject: (problem: Problem) => void }>()
  /** Lines whose sound is still coming, and who waits for them to be whole. */
  const sounds = new Map<number, { moved: (placed: PlacedLine) => void; ended: (placed: PlacedLine | null) => void }>()
  let tickets = 0
  let cuts = 0
  let state: 'starting' | 'running' | 'ended' = 'starting'
  const send = (message: ToEngine, transfer: ArrayBuffer[] = []) => worker.postMessage(message, transfer)
  const dropSounds = () => {
    for (const { ended } of sounds.values()) ended(null)
    sounds.clear()
  }
  const sendPiece = (ticket: number, { pcm, sampleRate }: TtsPiece) => {
    const most = Math.ceil(PIECE_SECONDS * sampleRate)
    for (let at = 0; at < pcm.length; at += most) {
      const piece = pcm.slice(at, at + most)
      send({ type: 'sound', ticket, pcm: piece, sampleRate }, [piece.buffer])
    }
  }
  /** `sent`: in the same breath, before anything is rendered. */
  const placing = (
    message: (ticket: number) => ToEngine,
    sent?: (ticket: number) => void,
  ): Promise<PlacedLine & { readonly ticket: number }> =>
    new Promise((resolve, reject) => {
      if (state === 'ended') return reject(ended())
      const ticket = ++tickets
      waiting.set(ticket, { resolve: (placed) => resolve({ ...placed, ticket }), reject })
      send(message(ticket))
      sent?.(ticket)
    })
  const ended = (cause?: unknown) =>
    new Problem(
      'voice-failed',
      'broken',
      'The voice thread ended. Restart Psiona; if it happens again, report it with the log.',
      {
        cause,
      },
    )
  const end = (cause?: unknown) => {
    state = 'ended'
    for (const { reject } of waiting.values()) reject(ended(cause))
    waiting.clear()
    dropSounds()
  }

  await new Promise<void>((ready, fail) => {
    worker.on('message', (message: FromEngine) => {
      switch (message.type) {
        case 'ready':
          state = 'running'
          return ready()
        case 'placed': {
          waiting.get(message.ticket)?.resolve(message)
          waiting.delete(message.ticket)
          return
        }
        case 'moved': {
          const sound = sounds.get(message.ticket)
          if (!message.ended) return sound?.moved(message)
          sounds.delete(message.ticket)
          return sound?.ended(message)
        }
        case 'failed': {
          const problem = new Problem(
            'line-failed',
            'broken',
            `The voice could not speak a line (${message.reason}); it was skipped.`,
          )
          waiting.get(message.ticket)?.reject(problem)
          waiting.delete(message.ticket)
          sounds.get(message.ticket)?.ended(null)
          sounds.delete(message.ticket)
          return
        }
        case 'rendered': {
          for (let blockId = message.from; blockId < message.to; blockId++) {
            const block = ring.read(blockId)
            if (block) onBlock(block)
          }
          return
        }
        default:
          message satisfies never
      }
    })
    const lost = (cause: unknown) => {
      if (state === 'ended') return
      const wasRunning = state === 'running'
      end(cause)
      if (wasRunning) return onLost(cause)
      const sentence = 'The voice could not start. Run npm start again; if it stays, delete dist/ first.'
      fail(new Problem('voice-failed', 'broken', sentence, { cause }))
    }
    worker.once('error', lost)
    worker.once('exit', (code) => lost(new Error(`engine thread exit ${code}`)))
  })

  return {
    speak: (line) => placing((ticket) => ({ type: 'speak', ticket, ...line })),
    async speakSound(line, voice, pieces, onMoved) {
      const cutsBefore = cuts
      let { ticket, ...placed } = await placing(
        (number) => ({ type: 'sound-begins', ticket: number, voice, ...line }),
        (number) => {
          for (const piece of pieces) sendPiece(number, piece)
        },
      )
      let whole: (placed: PlacedLine | null) => void = () => {}
      const ends = new Promise<PlacedLine | null>((resolve) => {
        whole = resolve
      })
      if (state === 'ended' || cuts !== cutsBefore) whole(null)
      else
        sounds.set(ticket, {
          moved: (next) => {
            placed = next
            onMoved(next)
          },
          ended: whole,
        })
      return {
        get placed() {
          return placed
        },
        append: (piece) => sendPiece(ticket, piece),
        end(complete) {
          send({ type: 'sound-ends', ticket, whole: complete })
          return ends
        },
      }
    },
    cut: (epoch, neutral = false) => {
      cuts++
      dropSounds()
      send({ type: 'cut', epoch, neutral })
    },
    render: (blocks) => send({ type: 'render', blocks }),
    gesture: (gesture) => send({ type: 'gesture', gesture }),
    setMood: (emotion) => send({ type: 'mood', emotion }),
    setCharacter: (dials, lexicon) => send({ type: 'character', dials, lexicon }),
    close: async () => {
      end()
      await worker.terminate()
    },
  }
}
