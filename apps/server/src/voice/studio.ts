// Recordings on order, apart from the live voice. In: what to say and how. Out: the finished recording, one after the other. Its thread
// starts with the first order and ends when nobody has ordered anything for a while: most evenings nobody does.
import { Worker } from 'node:worker_threads'
import { FACE_CHANNEL_COUNT, type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Rendition, RenditionOrder } from './rendition'
import type { StudioAnswer, StudioOrder, StudioStart } from './studio-messages'

export interface Studio {
  /** Aborted before its turn, it is not made. @throws Problem 'studio-failed', 'studio-left', 'closing' */
  make(order: RenditionOrder, lexicon: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Rendition>
  close(): Promise<void>
}
export interface StudioOptions extends StudioStart {
  readonly clock: Clock
  /** The bundled studio-worker; worker threads load no TypeScript. */
  readonly workerFile: string
}

/** Loading the dictionary again costs less than keeping its memory for an evening. */
const IDLE_MS: Ms = 60_000
const LOOK_EVERY_MS: Ms = 5000

interface Job extends StudioOrder {
  readonly resolve: (made: Rendition) => void
  readonly reject: (problem: Problem) => void
}

const failed = (cause: unknown) =>
  new Problem('studio-failed', 'broken', 'The recording could not be made. Try again; if it stays, restart Psiona.', { cause })

const left = () => new Problem('studio-left', 'busy', 'Nobody waits for this recording any more. Ask for it again.')
const closing = () => new Problem('closing', 'busy', 'Psiona is closing. Start it again.')

export function createStudio({ clock, workerFile, ...start }: StudioOptions): Studio {
  let worker: Worker | null = null
  let closed = false
  let tickets = 0
  let usedMs = 0
  /** The thread works at the first. */
  let jobs: Job[] = []
  let atWork: number | null = null

  const settle = (job: Job): void => {
    jobs = jobs.filter((other) => other !== job)
  }
  const next = () => {
    const [job] = jobs
    if (!job || atWork !== null) return
    atWork = job.ticket
    const { ticket, order, lexicon } = job
    running().postMessage({ ticket, order, lexicon } satisfies StudioOrder)
  }
  const answered = (answer: StudioAnswer) => {
    atWork = null
    usedMs = clock.monotonicMs()
    const job = jobs.find(({ ticket }) => ticket === answer.ticket)
    if (job) {
      settle(job)
      if (answer.type === 'failed') job.reject(failed(answer.reason))
      else job.resolve(renditionOf(answer))
    }
    next()
  }
  const end = (problem: Problem) => {
    worker = null
    atWork = null
    const lost = jobs
    jobs = []
    for (const { reject } of lost) reject(problem)
  }
  const running = (): Worker => {
    if (worker) return worker
    const begun = new Worker(workerFile, { workerData: start })
    const lost = (cause: unknown) => {
      if (worker === begun) end(failed(cause))
    }
    begun.on('message', (answer: StudioAnswer) => {
      if (worker === begun) answered(answer)
    })
    begun.once('error', lost)
    begun.once('exit', lost)
    // It must not keep the process alive; close() and the idle look end it.
    begun.unref()
    worker = begun
    return begun
  }
  const dismiss = async () => {
    const old = worker
    end(closing())
    await old?.terminate()
  }
  const stopLooking = clock.every(LOOK_EVERY_MS, () => {
    if (worker && atWork === null && clock.monotonicMs() - usedMs > IDLE_MS) void dismiss()
  })

  return {
    make: (order, lexicon, signal) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(closing())
        if (signal.aborted) return reject(left())
        const leave = () => {
          settle(job)
          reject(left())
        }
        const over =
          <T>(tell: (value: T) => void) =>
          (value: T) => {
            signal.removeEventListener('abort', leave)
            tell(value)
          }
        const job: Job = { ticket: ++tickets, order, lexicon, resolve: over(resolve), reject: over(reject) }
        signal.addEventListener('abort', leave, { once: true })
        jobs.push(job)
        next()
      }),
    async close() {
      closed = true
      stopLooking()
      await dismiss()
    },
  }
}

function renditionOf({ pcm, face, words, visemes, loudness }: Extract<StudioAnswer, { type: 'made' }>): Rendition {
  const frames = Array.from({ length: face.length / FACE_CHANNEL_COUNT }, (_, i) =>
    face.subarray(i * FACE_CHANNEL_COUNT, (i + 1) * FACE_CHANNEL_COUNT),
  )
  return { pcm, frames, words, visemes, loudness }
}
