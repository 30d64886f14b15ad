// The server's side of a sherpa process. In: sound. Out: what the model makes of it. Starts the process, restarts it when it died, ends it.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Transcriber } from '../organs'
import { type Channel, channel } from '../streams'
import { healthOfProblem } from './recogniser-health'
import { openSherpaChild, type SherpaChild, type SherpaEnd } from './sherpa-child'
import type { FromSherpa, SherpaAnswer, SherpaStart, ToSherpa } from './sherpa-messages'
import { notLoaded, notStarted, stoppedTooOften, stoppedWorking } from './sherpa-troubles'

/** A process that dies so often dies of the model or the machine; then it rests until the oldest death is so long ago. */
const MOST_DEATHS = 3
const DEATHS_MS: Ms = 10 * 60_000

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
  let child: SherpaChild | null = null
  let state: 'idle' | 'starting' | 'loading' | 'ready' | 'closed' = 'idle'
  /** Why it does not run; null when it never failed or runs again. */
  let trouble: Problem | null = null
  /** The files as they were when it could not be loaded: not tried again until they are others. */
  let unloadable: string | null = null
  let files = ''
  let deathsMs: Ms[] = []
  let ending: Promise<unknown> = Promise.resolve()

  const send = (message: ToSherpa) => child?.send(message)
  const fail = (ticket: number, cause: unknown) => listening.get(ticket)?.replies.push({ type: 'failed', cause })
  const stop = (problem: Problem) => {
    ending = Promise.all([ending, child?.end()])
    child = null
    state = 'idle'
    trouble = problem
    for (const ticket of listening.keys()) fail(ticket, problem)
  }
  const ended = (end: SherpaEnd) => {
    if (state === 'loading') {
      unloadable = files
      return stop(notLoaded(title, end))
    }
    deathsMs.push(clock.monotonicMs())
    stop(state === 'ready' ? stoppedWorking(title, end) : notStarted(title, end))
  }
  const take = (message: FromSherpa) => {
    switch (message.type) {
      case 'loading':
        state = 'loading'
        return
      case 'loaded':
        state = 'ready'
        trouble = null
        unloadable = null
        return
      case 'unusable':
        unloadable = files
        return stop(new Problem(message.code, 'missing', message.message))
      case 'heard': {
        const { ticket, answer } = message
        if (answer) listening.get(ticket)?.replies.push(answer)
        return listening.get(ticket)?.heard()
      }
      case 'failed': {
        const sentence = `${title} could not make words of a sound (${message.reason}). Say it again; if it stays, choose another recogniser.`
        return fail(message.ticket, new Problem('sound-not-understood', 'broken', sentence))
      }
      default:
        message satisfies never
    }
  }

  const begin = () => {
    if (child || state === 'closed') return
    files = filesAsTheyAre({ model, folder })
    if (trouble && unloadable === files) throw trouble
    deathsMs = deathsMs.filter((atMs) => clock.monotonicMs() - atMs < DEATHS_MS)
    if (deathsMs.length >= MOST_DEATHS) {
      trouble = stoppedTooOften(title, MOST_DEATHS, DEATHS_MS)
      throw trouble
    }
    state = 'starting'
    try {
      const mine = openSherpaChild({
        workerFile,
        onMessage: (message) => {
          if (child === mine) take(message)
        },
        onEnd: (end) => {
          if (child === mine) ended(end)
        },
      })
      child = mine
    } catch (failure) {
      ended({ code: null, signal: null, failure })
      throw trouble
    }
    send({ type: 'load', model, folder, language })
  }

  /** Hands the sound over until it ends or nobody wants it; of each stretch of sound one piece is under way, the rest stays where it comes from. */
  const pass = async (ticket: number, mine: Listening, sound: AsyncIterable<Float32Array>) => {
    try {
      for await (const samples of sound) {
        if (!listening.has(ticket)) return
        await new Promise<void>((heard) => {
          mine.heard = heard
          send({ type: 'sound', ticket, samples })
        })
      }
      if (listening.has(ticket)) send({ type: 'end', ticket })
    } catch (cause) {
      fail(ticket, cause)
    }
  }

  return {
    start: begin,
    async *hear(sound, signal) {
      if (signal.aborted || state === 'closed') return
      begin()
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
        if (!answered) send({ type: 'drop', ticket })
      }
    },
    health() {
      if (trouble) return healthOfProblem(trouble)
      return { state: 'ok', detail: state === 'starting' || state === 'loading' ? `loading ${title}` : title }
    },
    async close() {
      if (state !== 'closed') {
        const running = child
        child = null
        state = 'closed'
        for (const { replies } of listening.values()) replies.close()
        ending = Promise.all([ending, running?.end()])
      }
      await ending
    },
  }
}

/** Another text whenever one of the model's files came, went or changed. */
function filesAsTheyAre({ model, folder }: Pick<SherpaStart, 'model' | 'folder'>): string {
  const asItIs = (path: string) => {
    try {
      const stat = statSync(join(folder, path), { bigint: true })
      return `${stat.ino} ${stat.size} ${stat.ctimeNs}`
    } catch {
      // Missing or out of reach; the process says which, and until it is there nothing changes.
      return ''
    }
  }
  return Object.values(model.files).map(asItIs).join(' | ')
}
