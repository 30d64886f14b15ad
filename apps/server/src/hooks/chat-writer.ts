// Lines for a chat, one after the other under its platform's limits. In: text and what it answers. Out: whether it stands there, or in words why not. Bounded; nothing is written twice.
import type { Ms } from '@psiona/shared'
import type { Clock } from '../clock'
import type { ChatOut, ChatSent } from '../organs'
import { writableText } from './writable-text'

/** Beyond it the oldest would be answered a minute late. */
const MOST_WAITING = 20

/** The platform wants a pause: nothing was written. */
export interface WriteLater {
  readonly retryInMs: Ms
}
export interface ChatWriterOptions {
  readonly clock: Clock
  /** So many lines within so long; asked before every line. */
  readonly most: () => number
  readonly withinMs: Ms
  /** Code points of one line. */
  readonly longest: number
  /** The same words may be written again within that time. */
  readonly mayRepeat: () => boolean
  /** Writes it once. Never rejects. */
  readonly send: (line: ChatOut) => Promise<ChatSent | WriteLater>
  readonly onChange: () => void
}
export interface ChatWriter {
  write(line: ChatOut, signal: AbortSignal): Promise<ChatSent>
  readonly waiting: number
  /** What waits is refused. */
  clear(why: string): void
  close(): Promise<void>
}

interface Waiting {
  readonly line: ChatOut
  readonly signal: AbortSignal
  readonly settle: (sent: ChatSent) => void
}
const no = (why: string): ChatSent => ({ sent: false, why })

export function createChatWriter(options: ChatWriterOptions): ChatWriter {
  const { clock, withinMs, send, onChange } = options
  let queue: Waiting[] = []
  let written: { readonly atMs: Ms; readonly text: string }[] = []
  let pausedUntilMs: Ms = 0
  let pausing = new AbortController()
  let running = false
  let ended = Promise.resolve()
  let closed = false
  let cleared = { why: '' }

  const remove = (one: Waiting) => {
    queue = queue.filter((other) => other !== one)
    // Nobody waits any more: neither does the timer.
    if (queue.length === 0) pausing.abort()
    onChange()
  }
  const freeInMs = (): Ms => {
    const now = clock.monotonicMs()
    written = written.filter(({ atMs }) => now - atMs < withinMs)
    const most = options.most()
    const next = written.length < most ? 0 : (written.at(-most)?.atMs ?? now) + withinMs - now
    return Math.max(0, next, pausedUntilMs - now)
  }
  const pump = async () => {
    for (let next = queue[0]; next; next = queue[0]) {
      const waitMs = freeInMs()
      if (waitMs > 0) {
        pausing = new AbortController()
        await clock.sleep(waitMs, pausing.signal)
        continue
      }
      const { line, settle } = next
      if (!options.mayRepeat() && written.some(({ text }) => text === line.text)) {
        remove(next)
        settle(no(`the same words were written less than ${withinMs / 1000} s ago, and such a line is dropped`))
        continue
      }
      const entry = { atMs: clock.monotonicMs(), text: line.text }
      written.push(entry)
      remove(next)
      const before = cleared
      const outcome = await send(line)
      if ('sent' in outcome) {
        if (!outcome.sent) forgetText(entry)
        settle(outcome)
        continue
      }
      written = written.filter((other) => other !== entry)
      pausedUntilMs = clock.monotonicMs() + outcome.retryInMs
      // Whoever cleared the queue did not mean this line to be written later, perhaps in another channel.
      if (cleared !== before) settle(no(cleared.why))
      else if (!next.signal.aborted) queue = [next, ...queue]
    }
    running = false
  }
  /** It counted against the limit, but it does not stand in chat. */
  const forgetText = (entry: { readonly atMs: Ms; readonly text: string }) => {
    written = written.map((other) => (other === entry ? { ...entry, text: '' } : other))
  }
  const clear = (why: string) => {
    cleared = { why }
    const gone = queue
    queue = []
    pausing.abort()
    for (const { settle } of gone) settle(no(why))
    if (gone.length > 0) onChange()
  }

  return {
    write(line, signal) {
      const text = writableText(line.text, options.longest)
      if (text === '') return Promise.resolve(no('there is nothing to write'))
      if (closed || signal.aborted) return Promise.resolve(no('stopped'))
      if (queue.length >= MOST_WAITING) return Promise.resolve(no('too many lines wait already'))
      return new Promise((resolve) => {
        const settle = (sent: ChatSent) => {
          signal.removeEventListener('abort', stop)
          resolve(sent)
        }
        const waiting: Waiting = { line: { ...line, text }, signal, settle }
        const stop = () => {
          remove(waiting)
          settle(no('stopped'))
        }
        signal.addEventListener('abort', stop, { once: true })
        queue.push(waiting)
        onChange()
        if (running) return
        running = true
        ended = pump()
      })
    },
    get waiting() {
      return queue.length
    },
    clear,
    async close() {
      closed = true
      clear('closed')
      await ended
    },
  }
}
