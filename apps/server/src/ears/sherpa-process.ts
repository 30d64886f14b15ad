// The server's side of a sherpa process. In: sound. Out: what the model makes of it.
import { join } from 'node:path'
import { Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import { openModelProcess } from '../model-process'
import type { Transcriber } from '../organs'
import { type Channel, channel } from '../streams'
import { healthOfProblem } from './recogniser-health'
import { FromSherpa, type SherpaAnswer, type SherpaStart, type ToSherpa } from './sherpa-messages'

const WORDS = { kind: 'recogniser', page: 'the Ears page', next: 'the next words' }

export interface SherpaProcess {
  /** Begins to load the model, when it is not there. @throws Problem when it could not be loaded as it is, or died too often */
  start(): void
  /** Answers while the sound comes, which it takes no faster than the model hears it; the last is a final text or an embedding. Ends without
   *  one when the signal aborts or the process is closed. @throws Problem */
  hear(sound: AsyncIterable<Float32Array>, signal: AbortSignal): AsyncIterable<SherpaAnswer>
  health(): ReturnType<Transcriber['health']>
  close(): Promise<void>
}

export interface SherpaProcessOptions extends SherpaStart {
  /** The bundled sherpa-worker. */
  readonly workerFile: string
  readonly clock: Clock
}

type Reply = SherpaAnswer | { readonly type: 'failed'; readonly cause: unknown }
interface Listening {
  readonly replies: Channel<Reply>
  /** What was sent has been heard, or nobody waits for it. */
  heard: () => void
}

export function sherpaProcess({ model, folder, language, workerFile, clock }: SherpaProcessOptions): SherpaProcess {
  const { title } = model
  const listening = new Map<number, Listening>()
  let tickets = 0

  const fail = (ticket: number, cause: unknown) => listening.get(ticket)?.replies.push({ type: 'failed', cause })
  const sherpa = openModelProcess<ToSherpa, FromSherpa>({
    clock,
    workerFile,
    title,
    words: WORDS,
    files: Object.values(model.files).map((path) => join(folder, path)),
    load: { type: 'load', model, folder, language },
    shape: FromSherpa,
    onMessage(message) {
      const { ticket } = message
      if (message.type === 'heard') {
        if (message.answer) listening.get(ticket)?.replies.push(message.answer)
        return listening.get(ticket)?.heard()
      }
      const sentence = `${title} could not make words of a sound (${message.reason}). Say it again; if it stays, choose another recogniser.`
      fail(ticket, new Problem('sound-not-understood', 'broken', sentence))
    },
    onLost(problem) {
      for (const ticket of listening.keys()) fail(ticket, problem)
    },
  })

  /** Hands the sound over until it ends or nobody wants it; of each stretch of sound one piece is under way, the rest stays where it comes from. */
  const pass = async (ticket: number, mine: Listening, sound: AsyncIterable<Float32Array>) => {
    try {
      for await (const samples of sound) {
        if (!listening.has(ticket)) return
        await new Promise<void>((heard) => {
          mine.heard = heard
          sherpa.send({ type: 'sound', ticket, samples })
        })
      }
      if (listening.has(ticket)) sherpa.send({ type: 'end', ticket })
    } catch (cause) {
      fail(ticket, cause)
    }
  }

  return {
    start: sherpa.start,
    async *hear(sound, signal) {
      if (signal.aborted || sherpa.closed) return
      sherpa.start()
      const ticket = ++tickets
      const mine: Listening = { replies: channel<Reply>(), heard: () => {} }
      const over = () => mine.replies.close()
      listening.set(ticket, mine)
      signal.addEventListener('abort', over, { once: true })
      void pass(ticket, mine, sound)
      let answered = false
      try {
        for await (const reply of mine.replies) {
          if (signal.aborted) return
          if (reply.type === 'failed') throw reply.cause
          answered = reply.type === 'embedding' || reply.final
          yield reply
          if (answered) return
        }
      } finally {
        signal.removeEventListener('abort', over)
        listening.delete(ticket)
        mine.heard()
        if (!answered) sherpa.send({ type: 'drop', ticket })
      }
    },
    health() {
      const health = sherpa.health()
      return health.state === 'ok' ? health : healthOfProblem(health.problem)
    },
    async close() {
      const closed = sherpa.close()
      for (const { replies } of listening.values()) replies.close()
      await closed
    },
  }
}
