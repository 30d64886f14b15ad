// Who waits for which sound. In: pieces by ticket, from a process or a thread that makes them. Out: each asker's own, in order.
import type { TtsPiece } from '../organs'
import { type Channel, channel } from '../streams'
import { MOST_SECONDS } from './tts-sound'

type Reply = { readonly piece: TtsPiece } | { readonly failure: unknown }

export interface TtsTickets {
  /** `begin` is called at once, `drop` when nobody wants the rest. Ends without more when the signal aborts. @throws what fail() was told */
  ask(signal: AbortSignal, begin: (ticket: number) => void, drop: (ticket: number) => void): AsyncIterable<TtsPiece>
  piece(ticket: number, piece: TtsPiece): void
  done(ticket: number): void
  fail(ticket: number, failure: unknown): void
  failAll(failure: unknown): void
  doneAll(): void
  readonly waiting: number
}

export function createTtsTickets(): TtsTickets {
  const open = new Map<number, Channel<Reply>>()
  let tickets = 0
  const done = (ticket: number) => {
    const replies = open.get(ticket)
    open.delete(ticket)
    replies?.close()
  }
  const fail = (ticket: number, failure: unknown) => {
    open.get(ticket)?.push({ failure })
    done(ticket)
  }
  return {
    async *ask(signal, begin, drop) {
      if (signal.aborted) return
      const ticket = ++tickets
      const replies = channel<Reply>()
      open.set(ticket, replies)
      const over = () => {
        if (open.has(ticket)) drop(ticket)
        done(ticket)
      }
      signal.addEventListener('abort', over, { once: true })
      let seconds = 0
      try {
        begin(ticket)
        for await (const reply of replies) {
          if (signal.aborted) return
          if ('failure' in reply) throw reply.failure
          seconds += reply.piece.pcm.length / reply.piece.sampleRate
          if (seconds > MOST_SECONDS) return
          yield reply.piece
        }
      } finally {
        signal.removeEventListener('abort', over)
        over()
      }
    },
    piece: (ticket, piece) => void open.get(ticket)?.push({ piece }),
    done,
    fail,
    failAll(failure) {
      for (const ticket of [...open.keys()]) fail(ticket, failure)
    },
    doneAll() {
      for (const ticket of [...open.keys()]) done(ticket)
    },
    get waiting() {
      return open.size
    },
  }
}
