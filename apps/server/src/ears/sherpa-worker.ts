// A process that has one sherpa model. In: sound, by ticket. Out: what the model makes of it. sherpa's calls block, so nothing else runs here.
import { MIC_RATE } from '@psiona/shared/pcm'
import type { Lifecycle } from '../model-process'
import { UnusableModel } from '../unusable-model'
import { sherpaConfig } from './sherpa-config'
import { checkModelFiles } from './sherpa-files'
import { offlineListener, type SherpaListener, speakerListener, streamingListener } from './sherpa-listeners'
import type { FromSherpa, SherpaStart, ToSherpa } from './sherpa-messages'

if (!process.send) throw new Error('sherpa-worker runs as a child process only')
/** Resolves when it is on its way: what is said before a native call arrives even if the call ends the process. To a server that is gone
 *  nothing can be said, and that ends the process. */
const tell = (message: FromSherpa | Lifecycle) => new Promise<void>((sent) => process.send?.(message, () => sent()))

/** A model's first run takes longer than the others; silence will do for it, and what cannot run at all is found out before it is needed. */
const WARM_UP_SAMPLES = MIC_RATE / 2

/** @throws UnusableModel */
async function load({ model, folder, language }: SherpaStart): Promise<() => SherpaListener> {
  const described = checkModelFiles(model, folder)
  const wanted = sherpaConfig(model, folder, language, described)
  await tell({ type: 'loading' })
  const { default: sherpa } = await import('sherpa-onnx-node').catch((cause) => {
    const sentence = 'The recogniser sherpa-onnx does not run on this machine. Choose another recogniser on the Ears page.'
    throw new UnusableModel('sherpa-missing', sentence, cause)
  })
  switch (wanted.job) {
    case 'streaming': {
      const recogniser = new sherpa.OnlineRecognizer(wanted.config)
      return () => streamingListener(recogniser, wanted.tailSamples)
    }
    case 'offline': {
      const recogniser = new sherpa.OfflineRecognizer(wanted.config)
      return () => offlineListener(recogniser)
    }
    case 'speaker': {
      const extractor = new sherpa.SpeakerEmbeddingExtractor(wanted.config)
      return () => speakerListener(extractor)
    }
    default:
      return wanted satisfies never
  }
}

let listen: (() => SherpaListener) | null = null
const listeners = new Map<number, SherpaListener>()
/** One message a turn of the loop, so that a drop overtakes the work it makes needless. */
let waiting: Extract<ToSherpa, { type: 'sound' | 'end' }>[] = []
let working = false

function work(): void {
  const message = listen && waiting.shift()
  working = !!message
  if (!listen || !message) return
  const { ticket } = message
  try {
    const listener = listeners.get(ticket) ?? listen()
    listeners.set(ticket, listener)
    const answer = message.type === 'sound' ? listener.hear(message.samples) : listener.end()
    if (message.type === 'end') listeners.delete(ticket)
    void tell({ type: 'heard', ticket, answer })
  } catch (error) {
    listeners.delete(ticket)
    void tell({ type: 'failed', ticket, reason: error instanceof Error ? error.name : 'unknown' })
  }
  setImmediate(work)
}

async function begin(start: SherpaStart): Promise<void> {
  try {
    const loaded = await load(start)
    const warm = loaded()
    warm.hear(new Float32Array(WARM_UP_SAMPLES))
    warm.end()
    await tell({ type: 'loaded' })
    listen = loaded
    work()
  } catch (error) {
    const { code, message } =
      error instanceof UnusableModel
        ? error
        : {
            code: 'model-unusable',
            message: `${start.model.title} cannot be loaded. Choose another recogniser on the Ears page.`,
          }
    void tell({ type: 'unusable', code, message })
  }
}

process.on('message', (message: ToSherpa) => {
  switch (message.type) {
    case 'load':
      return void begin(message)
    case 'drop':
      waiting = waiting.filter(({ ticket }) => ticket !== message.ticket)
      listeners.delete(message.ticket)
      return
    default:
      waiting.push(message)
      if (!working) work()
  }
})
// The server is gone, in whatever way.
process.on('disconnect', () => process.exit())
// Ctrl C and the end of a service reach every process of a group; the server says when this one is over.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
