// The main thread's side of the door: starts the engine thread, sends it lines, hands back placed lines and rendered blocks.
import { Worker } from 'node:worker_threads'
import { type Emotion, type Gesture, Problem, type VoiceBlock, type VoiceDials, type WordSpan } from '@psiona/shared'
import { BlockRing, newRingMemory } from './block-ring'
import type { EngineStart, FromEngine, ToEngine } from './engine-messages'

export interface PlacedLine {
  readonly startSample: number
  readonly endSample: number
  readonly words: readonly WordSpan[]
}

export interface EngineThread {
  speak(text: string, emotion: Emotion, gesture?: Gesture): Promise<PlacedLine>
  /** Everything rendered from now on belongs to `epoch`; what was queued is gone. */
  cut(epoch: number): void
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
  const worker = new Worker(workerFile, { workerData: { ...start, ring: memory } satisfies EngineStart })
  const waiting = new Map<number, { resolve: (placed: PlacedLine) => void; reject: (problem: Problem) => void }>()
  let tickets = 0
  let state: 'starting' | 'running' | 'ended' = 'starting'
  const send = (message: ToEngine) => worker.postMessage(message)
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
        case 'failed': {
          const problem = new Problem(
            'line-failed',
            'broken',
            `The voice could not speak a line (${message.reason}); it was skipped.`,
          )
          waiting.get(message.ticket)?.reject(problem)
          waiting.delete(message.ticket)
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
    speak: (text, emotion, gesture) =>
      new Promise((resolve, reject) => {
        if (state === 'ended') return reject(ended())
        const ticket = ++tickets
        waiting.set(ticket, { resolve, reject })
        send({ type: 'speak', ticket, text, emotion, gesture })
      }),
    cut: (epoch) => send({ type: 'cut', epoch }),
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
