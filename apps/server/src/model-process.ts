// The server's side of a model's process, whatever the model does. In: the model's files and the first message. Out: a process that is there
// when it is needed: started late, started again when it died, left alone when that does not help, ended at the end.
import { statSync } from 'node:fs'
import { type Ms, Problem } from '@psiona/shared'
import { z } from 'zod'
import type { Clock } from './clock'
import { type ModelChild, type ModelEnd, openModelChild } from './model-child'
import { type ModelWords, modelTroubles } from './model-troubles'

/** A process that dies so often dies of the model or the machine; then it rests until the oldest death is so long ago. */
const MOST_DEATHS = 3
const DEATHS_MS: Ms = 10 * 60_000

/** What every model's process says of itself, beside what the model makes. */
const Lifecycle = z.discriminatedUnion('type', [
  /** From here on the model's files are in the hands of the native library, which may end the process. */
  z.object({ type: z.literal('loading') }),
  z.object({ type: z.literal('loaded') }),
  /** The model cannot be used. */
  z.object({ type: z.literal('unusable'), code: z.string(), message: z.string() }),
])
export type Lifecycle = Readonly<z.infer<typeof Lifecycle>>

export interface ModelProcessOptions<To, From> {
  readonly clock: Clock
  /** The bundled worker. */
  readonly workerFile: string
  /** The model's, for people. */
  readonly title: string
  readonly words: ModelWords
  /** Absolute; when one of them changes, a model that could not be loaded is tried again. */
  readonly files: readonly string[]
  /** The first message of every start. */
  readonly load: To
  /** What the model makes. */
  readonly shape: z.ZodType<From>
  readonly onMessage: (message: From) => void
  /** What was asked for and is not there yet never comes. */
  readonly onLost: (problem: Problem) => void
}

export interface ModelProcess<To> {
  /** Begins to load the model, when it is not there. @throws Problem when it could not be loaded as it is, or died too often */
  start(): void
  /** To nobody when it does not run. */
  send(message: To): void
  /** Ends it, blaming nobody: the next start begins anew. */
  rest(): void
  health(): { readonly state: 'ok'; readonly detail: string } | { readonly state: 'trouble'; readonly problem: Problem }
  /** Resolves when the process is gone. No start after it. */
  close(): Promise<void>
  readonly closed: boolean
}

export function openModelProcess<To extends object, From>(options: ModelProcessOptions<To, From>): ModelProcess<To> {
  const { clock, workerFile, title, words, load, shape, onMessage, onLost } = options
  const troubles = modelTroubles(words, title)
  const shapes = z.union([Lifecycle.transform((said) => ({ said })), shape.transform((made) => ({ made }))])
  let child: ModelChild<To> | null = null
  let state: 'idle' | 'starting' | 'loading' | 'ready' | 'closed' = 'idle'
  /** Why it does not run; null when it never failed or runs again. */
  let trouble: Problem | null = null
  /** The files as they were when it could not be loaded: not tried again until they are others. */
  let unloadable: string | null = null
  let files = ''
  let deathsMs: Ms[] = []
  let ending: Promise<unknown> = Promise.resolve()

  const letGo = (next: 'idle' | 'closed') => {
    ending = Promise.all([ending, child?.end()])
    child = null
    state = next
  }
  const stop = (problem: Problem) => {
    letGo('idle')
    trouble = problem
    onLost(problem)
  }
  const ended = (end: ModelEnd) => {
    if (state === 'loading') {
      unloadable = files
      return stop(troubles.notLoaded(end))
    }
    deathsMs.push(clock.monotonicMs())
    stop(state === 'ready' ? troubles.stoppedWorking(end) : troubles.notStarted(end))
  }
  const hear = (said: Lifecycle) => {
    switch (said.type) {
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
        return stop(new Problem(said.code, 'missing', said.message))
      default:
        said satisfies never
    }
  }
  return {
    start() {
      if (child || state === 'closed') return
      files = options.files.map(asItIs).join(' | ')
      if (trouble && unloadable === files) throw trouble
      deathsMs = deathsMs.filter((atMs) => clock.monotonicMs() - atMs < DEATHS_MS)
      if (deathsMs.length >= MOST_DEATHS) {
        trouble = troubles.stoppedTooOften(MOST_DEATHS, DEATHS_MS)
        throw trouble
      }
      state = 'starting'
      try {
        const mine = openModelChild<To, z.infer<typeof shapes>>({
          workerFile,
          shape: shapes,
          onMessage: (message) => {
            if (child !== mine) return
            if ('said' in message) hear(message.said)
            else onMessage(message.made)
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
      child.send(load)
    },
    send: (message) => child?.send(message),
    rest: () => {
      if (state !== 'closed') letGo('idle')
    },
    health() {
      if (trouble) return { state: 'trouble', problem: trouble }
      return { state: 'ok', detail: state === 'starting' || state === 'loading' ? `loading ${title}` : title }
    },
    async close() {
      if (state !== 'closed') letGo('closed')
      await ending
    },
    get closed() {
      return state === 'closed'
    },
  }
}

/** Another text whenever the file came, went or changed. */
function asItIs(path: string): string {
  try {
    const stat = statSync(path, { bigint: true })
    return `${stat.ino} ${stat.size} ${stat.ctimeNs}`
  } catch {
    // Missing or out of reach; the process says which, and until it is there nothing changes.
    return ''
  }
}
