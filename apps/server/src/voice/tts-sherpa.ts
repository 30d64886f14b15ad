// A voice of the catalogue, in a process of its own. In: lines. Out: their sound, clause by clause. The process is kept warm between lines,
// ended when she has been silent for long, and started again when she speaks.
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import { openModelProcess } from '../model-process'
import type { Tts } from '../organs'
import { FromSherpaVoice, type ToSherpaVoice } from './sherpa-speech-messages'
import type { SherpaVoiceModel } from './sherpa-voice-models'
import { healthOfProblem } from './tts-health'
import { clauses } from './tts-text'
import { createTtsTickets } from './tts-tickets'

export interface TtsSherpaOptions {
  readonly model: SherpaVoiceModel
  /** Where the model's files lie. */
  readonly folder: string
  readonly speaker: number
  readonly speed: number
  /** The bundled sherpa-speech-worker. */
  readonly workerFile: string
  /** Each voice writes into a folder of its own in there, for a moment. */
  readonly tmpDir: string
  readonly clock: Clock
}

const WORDS = { kind: 'voice', page: 'the Voice page', next: 'the next line' }
/** A voice takes 100 to 500 MB of memory; it is back within a second or two. */
export const IDLE_MS: Ms = 15 * 60_000

export function ttsSherpa(options: TtsSherpaOptions): Tts {
  const { model, folder, speaker, speed, workerFile, tmpDir, clock } = options
  const { title } = model
  const scratchDir = join(tmpDir, randomUUID())
  const tickets = createTtsTickets()
  let idle = new AbortController()
  /** What was asked of it, not what it is. */
  let trouble: Problem | null = null
  const tidy = () => rmSync(scratchDir, { recursive: true, force: true })

  const sherpa = openModelProcess<ToSherpaVoice, FromSherpaVoice>({
    clock,
    workerFile,
    title,
    words: WORDS,
    files: Object.values(model.files).flatMap((path) => (path === undefined ? [] : [join(folder, path)])),
    load: { type: 'load', model, folder, scratchDir },
    shape: FromSherpaVoice,
    onMessage(message) {
      const { ticket } = message
      switch (message.type) {
        case 'piece':
          trouble = null
          return tickets.piece(ticket, message)
        case 'done':
          return tickets.done(ticket)
        case 'no-such-speaker': {
          const { speakers } = message
          const has = speakers === 1 ? 'one voice, number 0' : `${speakers} voices, numbered 0 to ${speakers - 1}`
          trouble = new Problem('no-such-speaker', 'input', `${title} has ${has}. Choose one of them on the Voice page.`)
          return tickets.fail(ticket, trouble)
        }
        case 'failed': {
          const sentence = `${title} could not say a line (${message.reason}). If it stays so, choose another voice on the Voice page.`
          trouble = new Problem('line-not-spoken', 'broken', sentence)
          return tickets.fail(ticket, trouble)
        }
        default:
          message satisfies never
      }
    },
    onLost(problem) {
      tidy()
      tickets.failAll(problem)
    },
  })
  const beIdle = () => {
    idle.abort()
    idle = new AbortController()
    const { signal } = idle
    void clock.sleep(IDLE_MS, signal).then(() => {
      if (!signal.aborted) sherpa.rest()
    })
  }

  return {
    name: title,
    async *synthesise({ text }, signal) {
      const said = clauses(text)
      if (said.length === 0 || signal.aborted || sherpa.closed) return
      sherpa.start()
      idle.abort()
      try {
        yield* tickets.ask(
          signal,
          (ticket) => sherpa.send({ type: 'speak', ticket, clauses: said, speaker, speed }),
          (ticket) => sherpa.send({ type: 'drop', ticket }),
        )
      } finally {
        if (tickets.waiting === 0 && !sherpa.closed) beIdle()
      }
    },
    health() {
      const health = sherpa.health()
      const problem = health.state === 'trouble' ? health.problem : trouble
      if (problem) return healthOfProblem(problem)
      return health.state === 'ok' ? health : { state: 'ok', detail: title }
    },
    async close() {
      idle.abort()
      const closed = sherpa.close()
      tickets.doneAll()
      await closed
      tidy()
    },
  }
}
