// Which recogniser a choice comes to, and that the one before it is closed.
import { type PageEars, type PageTranscript, Problem, type RecogniserChoice } from '@psiona/shared'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { finalOf, HUM, spokenIn, transcriberSuite, transcriptsOf } from '../../../../tests/suites/transcriber-suite'
import type { Transcriber } from '../organs'
import { topic } from '../streams'
import { createTranscribers, type InstalledRecogniser, type Transcribers } from './transcribers'

const AUTO: RecogniserChoice = { kind: 'auto' }
const model = (id: string, job: InstalledRecogniser['job'], ...languages: string[]) => ({ id, job, languages, title: id })

let installed: InstalledRecogniser[]
let pageEars: PageEars | null
let microphoneOn: boolean
let opened: string[]
let closed: string[]
let troubles: unknown[]
let closes: () => Promise<void>
let transcribers: Transcribers

const sherpa = (id: string, language: string): Transcriber => {
  if (id === 'unknown') throw new Problem('gone', 'missing', 'There is no model unknown. Choose another.')
  const name = `${id} in ${language}`
  opened.push(name)
  return {
    name,
    async *transcribe() {},
    health: () => ({ state: 'ok', detail: name }),
    close: async () => {
      await closes()
      closed.push(name)
    },
  }
}
beforeEach(() => {
  installed = []
  pageEars = null
  microphoneOn = false
  opened = []
  closed = []
  troubles = []
  closes = async () => {}
  transcribers = createTranscribers({
    clock: fakeClock(),
    installed: () => installed,
    sherpa,
    pageEars: () => pageEars,
    pageTranscripts: topic<PageTranscript>(),
    microphoneOn: () => microphoneOn,
    tmpDir: '/nowhere',
    searchPath: '',
    onTrouble: (cause) => troubles.push(cause),
  })
})

transcriberSuite('no recogniser', {
  open: async () => ({
    ...transcribers.for({ kind: 'none' }, 'en-US'),
    health: () => ({ state: 'ok', detail: 'for the suite' }),
  }),
})

describe('the choice of a recogniser', () => {
  it('by itself: a streaming model of the language, else another model of it, else the page, else none', () => {
    const now = () => transcribers.resolve(AUTO, 'en-US')
    expect(now()).toEqual({ kind: 'none' })
    pageEars = { state: 'missing', language: 'en-US' }
    expect(now()).toEqual({ kind: 'none' })
    pageEars = { state: 'downloadable', language: 'de' }
    expect(now()).toEqual({ kind: 'none' })
    pageEars = { state: 'downloadable', language: 'en-GB' }
    expect(now()).toEqual({ kind: 'page' })
    installed = [model('german', 'streaming', 'de')]
    expect(now()).toEqual({ kind: 'page' })
    installed.push(model('whisper', 'offline', 'de', 'en'), model('moonshine', 'offline', 'en'))
    expect(now()).toEqual({ kind: 'sherpa', model: 'whisper' })
    installed.push(model('zipformer', 'streaming', 'en'), model('second', 'streaming', 'en'))
    expect(now()).toEqual({ kind: 'sherpa', model: 'zipformer' })
  })
  it('is kept while it stays the same, and by itself is made anew whenever it is asked for', async () => {
    installed = [model('whisper', 'offline', 'en')]
    const first = transcribers.for(AUTO, 'en')
    expect(transcribers.for(AUTO, 'en')).toBe(first)
    expect(opened).toEqual(['whisper in en'])
    installed.push(model('zipformer', 'streaming', 'en'))
    expect(transcribers.for(AUTO, 'en').name).toBe('zipformer in en')
    // The same by name: nothing is loaded again.
    transcribers.for({ kind: 'sherpa', model: 'zipformer' }, 'en')
    expect(opened).toEqual(['whisper in en', 'zipformer in en'])
    transcribers.for({ kind: 'sherpa', model: 'zipformer' }, 'de')
    await transcribers.close()
    expect(closed).toEqual(opened)
  })
  it.each<RecogniserChoice>([
    { kind: 'command', command: 'listen', args: ['{wav}'] },
    { kind: 'openai', baseUrl: 'http://127.0.0.1:9', model: 'tiny' },
    { kind: 'page' },
    { kind: 'sherpa', model: 'zipformer' },
    { kind: 'none' },
    { kind: 'auto' },
  ])('opens what is chosen: $kind', async (choice) => {
    const transcriber = transcribers.for(choice, 'en')
    expect(transcriber.name).not.toBe('')
    expect(transcribers.for({ ...choice }, 'en')).toBe(transcriber)
    await transcribers.close()
  })
  it('opens a model anew when it has been installed, and says why when it cannot be opened', async () => {
    const choice = { kind: 'sherpa', model: 'late' } as const
    transcribers.for(choice, 'en')
    installed = [model('late', 'offline', 'en')]
    transcribers.for(choice, 'en')
    transcribers.for(choice, 'en')
    expect(opened).toEqual(['late in en', 'late in en'])
    const unknown = transcribers.for({ kind: 'sherpa', model: 'unknown' }, 'en')
    expect(unknown.health()).toEqual({ state: 'trouble', detail: 'There is no model unknown.', remedy: 'Choose another.' })
    await expect(transcriptsOf(unknown.transcribe(spokenIn(HUM), new AbortController().signal))).rejects.toMatchObject({
      code: 'gone',
    })
    expect(await transcriptsOf(unknown.transcribe(spokenIn(HUM), AbortSignal.abort()))).toEqual([])
  })
  it('waits at the end for what was replaced, and tells when that fails', async () => {
    let release = () => {}
    closes = () => new Promise((resolve) => (release = resolve))
    transcribers.for({ kind: 'sherpa', model: 'slow' }, 'en')
    transcribers.for({ kind: 'none' }, 'en')
    const over = transcribers.close()
    expect(closed).toEqual([])
    release()
    await over
    expect(closed).toEqual(['slow in en'])
    closes = async () => {
      throw new Error('stuck')
    }
    transcribers.for({ kind: 'sherpa', model: 'stuck' }, 'en')
    await transcribers.close()
    expect(troubles).toHaveLength(1)
  })
})

describe('no recogniser', () => {
  it('is quiet by choice or while no microphone is on, and trouble when one is', () => {
    const remedy = expect.stringMatching(/^Fetch a model on the Ears page/)
    expect(transcribers.for({ kind: 'none' }, 'en').health()).toEqual({
      state: 'off',
      detail: 'no recogniser, by choice',
      remedy,
    })
    expect(transcribers.for(AUTO, 'en').health()).toEqual({ state: 'off', detail: 'no recogniser for en', remedy })
    microphoneOn = true
    expect(transcribers.for(AUTO, 'en').health()).toEqual({ state: 'trouble', detail: 'no recogniser for en', remedy })
    expect(transcribers.for({ kind: 'none' }, 'en').health().state).toBe('off')
  })
  it('answers with no words', async () => {
    const heard = transcribers.for(AUTO, 'en').transcribe(spokenIn(HUM), new AbortController().signal)
    expect(finalOf(await transcriptsOf(heard))).toBe('')
  })
})
