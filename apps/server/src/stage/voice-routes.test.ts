// The routes for trying voices out, as they reach the house: how large, how clean, and only while somebody waits.
import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { ENDLESS } from '../../../../tests/fakes/fake-house'
import { command, type ServedHouse, serveHouse } from '../../../../tests/fakes/served-house'

let served: ServedHouse
beforeAll(async () => {
  served = await serveHouse({ logLevel: 'debug' })
})
afterAll(() => served.close())
afterEach(() => void served.house.calls.splice(0))

const names = () => served.house.calls.map(({ name }) => name)
const render = (body: unknown) => command(served, 'POST', '/api/voice/render', body)
const consent = { kind: 'given', statement: 'Ada agrees that this recording is imitated.' }
const reference = { name: 'Ada', speaker: 'Ada Example', consent, wav: 'UklGRg==' }

describe('trying a voice out', () => {
  test('[R99] is answered to who asked: nothing is said, asked or stored', async () => {
    const before = JSON.stringify(served.house.snapshot())
    expect((await render({ text: 'he\u202ello [laugh]' })).status).toBe(200)
    expect(served.house.calls).toEqual([{ name: 'renderVoice', with: { text: 'hello [laugh]', emotion: {}, seed: 1 } }])
    expect(JSON.stringify(served.house.snapshot())).toBe(before)
  })

  test('[R99] ends when nobody waits for it any more', async () => {
    const headers = { Authorization: `Bearer ${served.controlToken}`, 'Content-Type': 'application/json' }
    const asked = request({ port: served.port, method: 'POST', path: '/api/voice/render', headers })
    asked.on('error', () => {})
    asked.end(JSON.stringify({ text: ENDLESS }))
    await vi.waitFor(() => expect(names()).toEqual(['renderVoice']))
    asked.destroy()
    await vi.waitFor(() => expect(names()).toEqual(['renderVoice', 'left']))
  })

  test('[R54] takes no language that is none, and quotes none', async () => {
    const { status, text } = await render({ text: 'hi', language: 'canary; rm -r' })
    expect(status).toBe(400)
    expect(text).toContain('a language tag such as en-US')
    expect(text).not.toContain('canary')
  })
})

describe('a voice to imitate', () => {
  const add = (more: object) => command(served, 'POST', '/api/voice/references', { ...reference, ...more })

  test('[R52] may be 16.5 MB large; nothing else may', async () => {
    expect((await add({ wav: 'A'.repeat(1_000_000) })).status).toBe(200)
    expect((await add({ wav: 'A'.repeat(16_600_000) })).status).toBe(413)
    expect((await render({ text: 'a'.repeat(300_000) })).status).toBe(413)
    expect(names()).toEqual(['addReference'])
  })

  test('[R53] is kept under clean names', async () => {
    await add({ name: ' A\u202eda\u0000 ', speaker: 'x\u0301\u0301\u0301\u0301a' })
    expect(served.house.calls[0]?.with).toEqual({ ...reference, name: 'Ada', speaker: 'x\u0301\u0301a' })
    for (const more of [{ speaker: '\u200b' }, { consent: { ...consent, statement: '\u200b'.repeat(20) } }])
      expect((await add(more)).status).toBe(400)
    await command(served, 'POST', '/api/ratings', { roundId: 'r', questionId: 'q', answer: 1, listener: ' M\u202eira ' })
    expect(served.house.calls.at(-1)?.with).toMatchObject({ listener: 'Mira' })
  })

  test('[R47] names nobody in the log, also when it is refused', async () => {
    for (const more of [{ speaker: 'Ada Canary', consent: { kind: 'assumed', statement: 'x'.repeat(20) } }, { name: '' }])
      expect((await add(more)).status).toBe(400)
    expect(served.logLines.join('\n')).not.toMatch(/Ada|Canary|Mira/)
  })
})
