// A process that has one voice. In: clauses, by ticket. Out: their sound, clause by clause.
import { rmSync } from 'node:fs'
import type { OfflineTts } from 'sherpa-onnx-node'
import type { Lifecycle } from '../model-process'
import { UnusableModel } from '../unusable-model'
import type { FromSherpaVoice, SherpaVoiceStart, ToSherpaVoice } from './sherpa-speech-messages'
import { sherpaVoiceConfig } from './sherpa-voice-config'
import { checkVoiceFiles } from './sherpa-voice-files'
import { audible } from './tts-sound'

if (!process.send) throw new Error('sherpa-speech-worker runs as a child process only')
/** Resolves when it is on its way: what is said before a native call arrives even if the call ends the process. To a server that is gone
 *  nothing can be said, and that ends the process. */
const tell = (message: FromSherpaVoice | Lifecycle) => new Promise<void>((sent) => process.send?.(message, () => sent()))

/** A model's first run takes longer than the others, and what cannot run at all is found out before it is needed. */
const WARM_UP = 'a.'

type Speak = Extract<ToSherpaVoice, { type: 'speak' }>

/** @throws UnusableModel, or the file system's error */
async function load(start: SherpaVoiceStart): Promise<OfflineTts> {
  checkVoiceFiles(start.model, start.folder)
  try {
    const config = sherpaVoiceConfig(start)
    await tell({ type: 'loading' })
    const { default: sherpa } = await import('sherpa-onnx-node').catch((cause) => {
      const sentence = 'The voice engine sherpa-onnx does not run on this machine. Choose another voice on the Voice page.'
      throw new UnusableModel('sherpa-missing', sentence, cause)
    })
    const voice = new sherpa.OfflineTts(config)
    await voice.generateAsync({ text: WARM_UP, sid: 0, speed: 1, enableExternalBuffer: false })
    return voice
  } finally {
    // The library has read it.
    rmSync(start.scratchDir, { recursive: true, force: true })
  }
}

let voice: OfflineTts | null = null
let waiting: Speak[] = []
let working = false

/** One clause after the other; a drop overtakes the work it makes needless. */
async function work(): Promise<void> {
  if (working || !voice) return
  working = true
  for (let line = waiting[0]; line; line = waiting[0]) {
    try {
      await speak(voice, line)
    } catch (error) {
      void tell({ type: 'failed', ticket: line.ticket, reason: error instanceof Error ? error.name : 'unknown' })
    }
    waiting = waiting.filter((other) => other !== line)
  }
  working = false
}

async function speak(mine: OfflineTts, line: Speak): Promise<void> {
  const { ticket, speaker, speed } = line
  const { sampleRate } = mine
  const speakers = Math.max(1, mine.numSpeakers)
  if (speaker >= speakers) return tell({ type: 'no-such-speaker', ticket, speakers })
  const wanted = () => waiting.includes(line)
  for (const text of line.clauses) {
    if (!wanted()) return
    await mine.generateAsync({
      text,
      sid: speaker,
      speed,
      enableExternalBuffer: false,
      onProgress({ samples }) {
        if (!wanted()) return 0
        if (samples.length > 0) void tell({ type: 'piece', ticket, pcm: audible(samples), sampleRate })
        return 1
      },
    })
  }
  if (wanted()) void tell({ type: 'done', ticket })
}

async function begin(start: SherpaVoiceStart): Promise<void> {
  try {
    voice = await load(start)
    await tell({ type: 'loaded' })
    void work()
  } catch (error) {
    const { code, message } =
      error instanceof UnusableModel
        ? error
        : {
            code: 'model-unusable',
            message: `${start.model.title} cannot be loaded. Make room on the disk, or choose another voice on the Voice page.`,
          }
    void tell({ type: 'unusable', code, message })
  }
}

process.on('message', (message: ToSherpaVoice) => {
  switch (message.type) {
    case 'load':
      return void begin(message)
    case 'drop':
      waiting = waiting.filter(({ ticket }) => ticket !== message.ticket)
      return
    default:
      waiting.push(message)
      void work()
  }
})
// The server is gone, in whatever way.
process.on('disconnect', () => process.exit())
// Ctrl C and the end of a service reach every process of a group; the server says when this one is over.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
