// Her own voice in the form of any other: to be compared with them, beside the live one. In: lines. Out: their sound as it is rendered.
import { Worker } from 'node:worker_threads'
import { Problem, SAMPLE_RATE } from '@psiona/shared'
import type { Tts } from '../organs'
import { healthOfProblem } from './tts-health'
import type { FromPsiVoice, PsiVoiceStart, ToPsiVoice } from './tts-psi-messages'
import { speakable } from './tts-text'
import { createTtsTickets } from './tts-tickets'

export interface TtsPsiOptions extends PsiVoiceStart {
  /** The bundled tts-psi-worker; worker threads load no TypeScript. */
  readonly workerFile: string
}

const NAME = 'her own voice'

/** Its thread is started at the first line, and again when it was lost. */
export function ttsPsi({ workerFile, ...start }: TtsPsiOptions): Tts {
  const tickets = createTtsTickets()
  let worker: Worker | null = null
  let trouble: Problem | null = null
  let closed = false

  const hear = (message: FromPsiVoice) => {
    const { ticket } = message
    switch (message.type) {
      case 'piece':
        return tickets.piece(ticket, { pcm: message.pcm, sampleRate: SAMPLE_RATE })
      case 'done':
        trouble = null
        return tickets.done(ticket)
      case 'failed':
        trouble = new Problem(
          'line-not-spoken',
          'broken',
          `Her own voice could not say a line (${message.reason}). Report it with the log.`,
        )
        return tickets.fail(ticket, trouble)
      default:
        message satisfies never
    }
  }
  const running = (): Worker => {
    if (worker) return worker
    const mine = new Worker(workerFile, { workerData: start })
    const lost = (cause: unknown) => {
      if (worker !== mine) return
      worker = null
      trouble = new Problem('voice-failed', 'broken', 'Her own voice stopped. It starts again at the next line.', { cause })
      tickets.failAll(trouble)
    }
    mine.on('message', hear)
    mine.once('error', lost)
    mine.once('exit', (code) => lost(new Error(`thread exit ${code}`)))
    worker = mine
    return mine
  }

  return {
    name: NAME,
    async *synthesise({ text, emotion }, signal) {
      const said = speakable(text)
      if (said === '' || closed) return
      const send = (message: ToPsiVoice) => running().postMessage(message)
      yield* tickets.ask(
        signal,
        (ticket) => send({ type: 'speak', ticket, text: said, emotion }),
        (ticket) => worker?.postMessage({ type: 'drop', ticket } satisfies ToPsiVoice),
      )
    },
    health: () => (trouble ? healthOfProblem(trouble) : { state: 'ok', detail: NAME }),
    async close() {
      closed = true
      tickets.doneAll()
      const last = worker
      worker = null
      await last?.terminate()
    },
  }
}
