// The ψ voice as any other, in its real thread; and a thread that is not there.
import { join } from 'node:path'
import { VOICES } from '@psiona/psi'
import { describe, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { LONG, SHORT, say, soundOf, ttsSuite } from '../../../../tests/suites/tts-suite'
import { psiDataFiles } from '../psi-data'
import { type TtsPsiOptions, ttsPsi } from './tts-psi'

const [dials] = Object.values(VOICES)
if (!dials) throw new Error('there is no voice')
const options: TtsPsiOptions = {
  ...psiDataFiles(root),
  dials,
  lexicon: {},
  seed: 1,
  workerFile: join(root, 'dist/tts-psi-worker.mjs'),
}

ttsSuite('her own voice beside the live one', {
  open: async () => ttsPsi(options),
  // English rules read it as nothing.
  cannotSay: ['日本語'],
  broken: async () => ttsPsi({ ...options, dictionaryFile: join(root, 'no-such.dict') }),
})

describe('her own voice beside the live one', () => {
  it('says the same line the same way, and another feeling another way', async () => {
    const tts = ttsPsi(options)
    const once = soundOf(await say(tts, SHORT))
    expect(soundOf(await say(tts, SHORT))).toEqual(once)
    const glad: number[] = []
    const request = { text: SHORT, language: 'en', emotion: { joy: 1 } }
    for await (const { pcm } of tts.synthesise(request, new AbortController().signal)) glad.push(...pcm)
    expect(glad.length).not.toBe(once.pcm.length)
    await tts.close()
  })
  it('starts again when its thread was lost', async () => {
    const tts = ttsPsi({ ...options, workerFile: join(root, 'dist/no-such-worker.mjs') })
    for (let i = 0; i < 2; i++) await expect(say(tts, LONG)).rejects.toMatchObject({ code: 'voice-failed' })
    await tts.close()
  })
})
