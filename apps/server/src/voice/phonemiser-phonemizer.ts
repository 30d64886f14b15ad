// The npm package phonemizer (espeak-ng as WebAssembly, GPL-3) as a phonemiser, where the user has installed it; it is no dependency of ours.
// It runs in a thread of its own: it takes half a second to start, and it puts its own handlers on the process it runs in.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Ms, Problem } from '@psiona/shared'
import { z } from 'zod'
import type { Clock } from '../clock'
import { type EspeakVoice, espeakVoice } from './espeak-voices'
import type { Phonemiser } from './phonemiser'

export interface PhonemizerOptions {
  readonly clock: Clock
  /** A file beside the node_modules in which the package would lie, such as the checkout's package.json. */
  readonly besideFile: string
  /** Its name; another one in tests. */
  readonly packageName?: string
}

const LIMIT_MS: Ms = 5000
/** It unpacks a megabyte of dictionaries first. */
const START_LIMIT_MS: Ms = 30_000

/** Runs inside the thread; the package's two functions are `list_voices` and `phonemize(text, voice)`. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads')
import(workerData.url).then(async (found) => {
  const module = found.phonemize ? found : found.default
  const voices = module.list_voices ? await module.list_voices() : []
  parentPort.on('message', ({ ticket, text, voice }) => {
    module.phonemize(text, voice).then(
      (lines) => parentPort.postMessage({ type: 'lines', ticket, lines }),
      () => parentPort.postMessage({ type: 'failed', ticket }),
    )
  })
  parentPort.postMessage({ type: 'ready', voices })
}, () => parentPort.postMessage({ type: 'unloadable' }))
`
const Language = z.object({ name: z.string().max(40), priority: z.number() })
const FromThread = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), voices: z.array(z.object({ languages: z.array(Language).max(50) })).max(500) }),
  z.object({ type: z.literal('unloadable') }),
  z.object({ type: z.literal('lines'), ticket: z.number(), lines: z.array(z.string().max(100_000)).max(10_000) }),
  z.object({ type: z.literal('failed'), ticket: z.number() }),
])

interface Running {
  readonly worker: Worker
  readonly voices: readonly EspeakVoice[]
  ask(text: string, voice: string): Promise<readonly string[]>
}

const failed = (how: string, cause?: unknown) =>
  new Problem('phonemiser-failed', 'broken', `The package phonemizer ${how}. Install espeak-ng instead; it is used first.`, {
    cause,
  })

export function phonemiserPhonemizer({ clock, besideFile, packageName = 'phonemizer' }: PhonemizerOptions): Phonemiser {
  const closing = new AbortController()
  let running: Promise<Running> | null = null

  const url = (): string | null => {
    try {
      return pathToFileURL(createRequire(besideFile).resolve(packageName)).href
    } catch {
      // Not installed: the usual case.
      return null
    }
  }
  /** Rejects when `promise` takes too long or the voice is closed. */
  const within = async <T>(limitMs: Ms, promise: Promise<T>): Promise<T> => {
    const over = new AbortController()
    const late = clock.sleep(limitMs, AbortSignal.any([over.signal, closing.signal])).then((): never => {
      throw failed('took too long')
    })
    late.catch(() => {})
    return Promise.race([promise, late]).finally(() => over.abort())
  }
  const start = async (from: string): Promise<Running> => {
    const worker = new Worker(THREAD, { eval: true, workerData: { url: from } })
    worker.unref()
    const waiting = new Map<number, { resolve: (lines: readonly string[]) => void; reject: (problem: Problem) => void }>()
    let tickets = 0
    const ready = new Promise<readonly EspeakVoice[]>((resolve, reject) => {
      const end = (problem: Problem) => {
        running = null
        reject(problem)
        for (const each of waiting.values()) each.reject(problem)
        waiting.clear()
      }
      worker.on('message', (message: unknown) => {
        const parsed = FromThread.safeParse(message)
        if (!parsed.success) return end(failed('answers otherwise than it did'))
        switch (parsed.data.type) {
          case 'ready':
            return resolve(
              parsed.data.voices.flatMap(({ languages }) => languages.map(({ name }) => ({ language: name, others: [] }))),
            )
          case 'unloadable':
            return end(failed('could not be loaded'))
          case 'lines':
            waiting.get(parsed.data.ticket)?.resolve(parsed.data.lines)
            return void waiting.delete(parsed.data.ticket)
          case 'failed':
            waiting.get(parsed.data.ticket)?.reject(failed('could not read a line'))
            return void waiting.delete(parsed.data.ticket)
          default:
            parsed.data satisfies never
        }
      })
      worker.once('error', (cause) => end(failed('stopped', cause)))
      worker.once('exit', () => end(failed('stopped')))
    })
    const ask = (text: string, voice: string) =>
      new Promise<readonly string[]>((resolve, reject) => {
        const ticket = ++tickets
        waiting.set(ticket, { resolve, reject })
        worker.postMessage({ ticket, text, voice })
      })
    try {
      return { worker, voices: await within(START_LIMIT_MS, ready), ask }
    } catch (cause) {
      await worker.terminate()
      throw cause
    }
  }
  const thread = (): Promise<Running> | null => {
    const from = url()
    if (!from || closing.signal.aborted) return null
    const begun = running ?? start(from)
    running = begun
    // A start that failed is tried again with the next line.
    begun.catch(() => {
      if (running === begun) running = null
    })
    return begun
  }

  return {
    name: 'phonemizer',
    installed: () => url() !== null,
    async voiceFor(language) {
      const begun = await thread()?.catch(() => null)
      return begun ? espeakVoice(language, begun.voices) : null
    },
    async ipa(clauses, voice, signal) {
      const begun = await thread()
      if (!begun) throw failed('is not installed any more')
      const lines: string[] = []
      for (const clause of clauses) {
        if (signal.aborted) throw new Problem('phonemiser-stopped', 'busy', 'The line was given up before it could be read.')
        try {
          lines.push((await within(LIMIT_MS, begun.ask(clause, voice))).join(' '))
        } catch (cause) {
          await begun.worker.terminate()
          throw cause
        }
      }
      return lines
    },
    async close() {
      closing.abort()
      const begun = await running?.catch(() => null)
      await begun?.worker.terminate()
    },
  }
}
