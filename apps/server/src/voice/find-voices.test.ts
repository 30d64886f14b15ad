// What can be had on this machine: servers over real HTTP, models as they are told.
import { createServer } from 'node:http'
import { VoicesReply } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import { speechServer } from '../../../../tests/fakes/speech-server'
import { type FindVoicesOptions, findVoices } from './find-voices'

let clock: FakeClock
beforeEach(() => {
  clock = fakeClock()
})
afterEach(() => expect(clock.waiting).toBe(0))
const NOWHERE = 'http://127.0.0.1:9'
const find = async (more: Partial<FindVoicesOptions> = {}) => {
  const engines = await findVoices({ clock, installed: () => [], places: [NOWHERE], ...more })
  return VoicesReply.parse({ voices: [], engines }).engines
}
const servedBy = async (options: Parameters<typeof speechServer>[0]) => {
  const server = await speechServer(options)
  const found = await find({ places: [server.baseUrl] })
  await server.close()
  return found.slice(1).map(({ choice }) => (choice.kind === 'openai' ? [choice.model, choice.voice] : choice))
}

describe('looking for voices', () => {
  it('finds her own where there is nothing else', async () => {
    expect(await find()).toMatchObject([{ choice: { kind: 'psi' }, title: 'Her own voice' }])
  })
  it('finds installed models, each speaker by name', async () => {
    const found = await find({
      installed: () => [
        {
          id: 'kokoro-en',
          title: 'Kokoro English',
          speakers: [
            { number: 3, name: 'Heart' },
            { number: 9, name: 'Sarah' },
          ],
        },
        { id: 'piper-thorsten-de', title: 'Piper Thorsten (German)' },
      ],
    })
    expect(found.slice(1).map(({ choice, title }) => [title, choice])).toEqual([
      ['Kokoro English · Heart', { kind: 'sherpa', model: 'kokoro-en', speaker: 3, speed: 1 }],
      ['Kokoro English · Sarah', { kind: 'sherpa', model: 'kokoro-en', speaker: 9, speed: 1 }],
      ['Piper Thorsten (German)', { kind: 'sherpa', model: 'piper-thorsten-de', speaker: 0, speed: 1 }],
    ])
  })
  it('finds the voices of a server, in whatever form it lists them', async () => {
    const models = { data: [{ id: 'whisper-1' }, { id: 'kokoro' }] }
    expect(await servedBy({ voices: { voices: ['af_heart', 'am_puck'] }, models })).toEqual([
      ['kokoro', 'af_heart'],
      ['kokoro', 'am_puck'],
    ])
    expect(await servedBy({ voices: { voices: [{ id: 'a', name: 'A' }, { voice_id: 'b' }, { name: 'c' }] } })).toEqual([
      ['tts-1', 'a'],
      ['tts-1', 'b'],
      ['tts-1', 'c'],
    ])
    expect(await servedBy({ voices: ['x'] })).toEqual([['tts-1', 'x']])
    expect(await servedBy({ voices: { voices: Array.from({ length: 99 }, (_, i) => `v${i}`) } })).toHaveLength(40)
  })
  it('finds models that speak where no voices are listed: by what is said of them, else by their names', async () => {
    const models = {
      data: [
        { id: 'a/b', task: 'text-to-speech', voices: [{ name: 'nova', language: 'en' }] },
        { id: 'tts-like-recogniser', task: 'automatic-speech-recognition' },
        { id: 'gpt-4' },
        { id: 'voice-en_US-amy-piper' },
        { id: 'x'.repeat(201), task: 'text-to-speech' },
      ],
    }
    expect(await servedBy({ models })).toEqual([
      ['a/b', 'nova'],
      ['voice-en_US-amy-piper', 'alloy'],
    ])
    expect(await servedBy({ models: { data: [{ id: 'llama' }] } })).toEqual([])
  })
  it('is not held up by a server that says nothing, talks nonsense or never stops', async () => {
    const here = await speechServer({ voices: ['here'] })
    const odd = await Promise.all(
      [() => {}, 'x', '{"voices":[1]}', 'x'.repeat(1_000_000)].map(async (body) => {
        const server = createServer((_, response) => {
          if (typeof body === 'string') response.end(body)
        })
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        const address = server.address()
        return { server, place: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` }
      }),
    )
    const asked = new Promise<void>((resolve) => odd[0]!.server.once('request', () => resolve()))
    const looking = find({ places: [...odd.map(({ place }) => place), here.baseUrl] })
    await asked
    // The one that answers has done so before the time is up: it is the faster of two real requests.
    await fetch(`${here.baseUrl}/v1/audio/voices`).then((answer) => answer.text())
    await clock.advance(800)
    expect((await looking).slice(1).map(({ title }) => title)).toEqual([expect.stringMatching(/^here \(tts-1\) at 127/)])
    for (const { server } of odd) {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
    await here.close()
  })
})
