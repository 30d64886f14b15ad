// Where a download may be sent, and to whom it listens: redirects, names and certificates.
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { afterEach, describe, expect, it } from 'vitest'
import { pullVoices, type ServedVoices, serveVoices, VOICES, VOICES_PATH } from '../../../../tests/fakes/model-pull'
import { type Resolve, resolveHost } from './model-address'

const open: ServedVoices[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()))
})
const serve = async (...of: Parameters<typeof serveVoices>) => {
  const served = await serveVoices(...of)
  open.push(served)
  return served
}

describe('a redirect', () => {
  /** Names that a test gives to this machine, each with the neighbourhood it pretends to be in. */
  const names =
    (table: Readonly<Record<string, 'public' | 'private' | 'loopback'>>): Resolve =>
    async (host) => {
      const where = table[host]
      return where ? [{ address: '127.0.0.1', family: 4, where }] : resolveHost(host)
    }
  const moved = (to: string) => ({ kind: 'redirect', to }) as const

  it('on the same server and to another name is followed, and no cookie goes with it', async () => {
    const served = await serve({}, moved('/other/place?x=1'))
    served.server.put('/other/place?x=1', VOICES)
    served.server.script('/other/place?x=1', moved(`http://localhost:${served.server.port}/again`))
    served.server.put('/again', VOICES)
    expect(await pullVoices(served)).toMatchObject({ state: 'installed' })
    expect(served.server.asked.map(({ path }) => path)).toEqual([VOICES_PATH, '/other/place?x=1', '/again'])
    for (const { headers } of served.server.asked) {
      expect(headers.cookie ?? headers.authorization ?? headers.referer).toBeUndefined()
      expect(headers['accept-encoding']).toBe('identity')
    }
  })

  it('is followed again by the rest of an interrupted download', async () => {
    const served = await serve({}, moved('/elsewhere'), moved('/elsewhere'))
    served.server.put('/elsewhere', VOICES)
    served.server.script('/elsewhere', { kind: 'cut', afterBytes: 1_000_000 })
    expect(await pullVoices(served)).toMatchObject({ state: 'installed' })
    expect(served.server.asked.map(({ path, fromByte }) => [path, fromByte === null])).toEqual([
      [VOICES_PATH, true],
      ['/elsewhere', true],
      [VOICES_PATH, false],
      ['/elsewhere', false],
    ])
  })

  it('without end is not followed for ever', async () => {
    const served = await serve({}, ...Array.from({ length: 99 }, () => moved(VOICES_PATH)))
    expect(await pullVoices(served)).toMatchObject({
      state: 'absent',
      problem: expect.stringMatching(/from place to place without end/),
    })
    expect(served.server.asked).toHaveLength(6)
  })

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://192.168.0.1/',
    'http://[fe80::1]/',
    'http://0xa9fea9fe/',
    'file:///etc/passwd',
    'http://me:secret@localhost/',
  ])('to %s is refused', async (to) => {
    const served = await serve({}, moved(to))
    expect(await pullVoices(served)).toMatchObject({
      state: 'absent',
      problem: expect.stringMatching(/this network|no web address|password/),
    })
    expect(served.server.asked).toHaveLength(1)
  })

  it('from outside to this machine is refused, however it is written, and nothing connects', async () => {
    for (const back of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', 'router.example']) {
      const served = await serve({})
      const url = `http://localhost:${served.server.port}/first`
      const tripwire = await serve()
      served.publish({ voices: [{ bytes: VOICES, url }] })
      served.server.put('/first', VOICES)
      served.server.script('/first', moved(`http://models.example:${served.server.port}/second`))
      served.server.put('/second', VOICES)
      served.server.script('/second', moved(`http://${back}:${tripwire.server.port}${VOICES_PATH}`))
      const resolve = names({ 'models.example': 'public', 'router.example': 'private' })
      expect(await pullVoices(served, { resolve })).toMatchObject({
        state: 'absent',
        problem: expect.stringMatching(/inside this network/),
      })
      expect(served.server.asked.map(({ path }) => path)).toEqual(['/first', '/second'])
      expect(tripwire.server.asked).toEqual([])
    }
  })

  it('is dialled where its name pointed when it was looked at, though the name turns elsewhere after', async () => {
    const served = await serve({}, moved('http://flips.example:9/x'))
    let times = 0
    const resolve: Resolve = async (host) => {
      if (host !== 'flips.example') return resolveHost(host)
      return [{ address: '127.0.0.1', family: 4, where: times++ === 0 ? 'private' : 'public' }]
    }
    expect(await pullVoices(served, { resolve })).toMatchObject({ problem: expect.stringMatching(/inside this network/) })
    expect(times).toBe(1)
  })
})

describe('a server without a certificate that anybody vouches for', () => {
  it('is not believed, and not asked again', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }])
    let asked = 0
    const impostor = createServer({ key, cert }, (_, response) => {
      asked++
      response.end(VOICES)
    })
    await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve))
    const { port } = impostor.address() as AddressInfo
    const served = await serve({ url: `https://127.0.0.1:${port}/model.onnx` })
    expect(await pullVoices(served)).toMatchObject({ state: 'absent', problem: expect.stringMatching(/cannot prove to be it/) })
    expect(asked).toBe(0)
    await new Promise((resolve) => impostor.close(resolve))
  })
})
