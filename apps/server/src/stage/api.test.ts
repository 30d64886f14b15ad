// The API: rights, bodies, fields, names, statuses.
import { OWNER, Problem, ROUTES } from '@psiona/shared'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aModelSheet } from '../../../../tests/fakes/looks'
import {
  ask,
  command,
  type Question,
  type ServedHouse,
  serveHouse,
  speakRaw,
  statusIn,
} from '../../../../tests/fakes/served-house'

let served: ServedHouse
beforeAll(async () => {
  served = await serveHouse()
})
beforeEach(() => {
  served.house.calls.length = 0
})
afterAll(() => served.close())

const concrete = (path: string) => path.replace(/:\w+/g, 'tori')
const withToken = (question: Question) =>
  ask(served.port, { ...question, headers: { Authorization: `Bearer ${served.controlToken}`, ...question.headers } })
/** A file as it is. */
const send = (method: string, path: string, type: string, body: string | Buffer = 'file') =>
  withToken({ method, path, headers: { 'Content-Type': type }, body })
const codeIn = ({ text }: { text: string }): unknown => JSON.parse(text).code

describe('rights', () => {
  test('[R41] every control route of the list refuses who has no token, and says where it lies', async () => {
    for (const { method, path, token } of ROUTES) {
      const answer = await ask(served.port, { method, path: concrete(path) })
      expect(answer.status, `${method} ${path}`).toBe(token !== 'none' ? 401 : path === '/api/pair' ? 404 : 200)
      if (token !== 'none') expect(JSON.parse(answer.text)).toMatchObject({ code: 'no-token', category: 'refused' })
    }
    expect((await ask(served.port, { path: '/metrics' })).status).toBe(401)
    expect(served.house.calls).toEqual([])
  })

  test('[R42] a token that is not quite the token is none', async () => {
    const wrong = ['', 'Bearer', 'Bearer ', `Bearer ${served.controlToken}x`, `Basic ${served.controlToken}`, served.controlToken]
    for (const Authorization of wrong)
      expect((await ask(served.port, { path: '/api/health', headers: { Authorization } })).status).toBe(401)
    expect((await ask(served.port, { path: `/api/health?token=${served.controlToken}` })).status).toBe(401)
  })

  test('[R57] a GET changes nothing', async () => {
    for (const { path } of ROUTES) await withToken({ path: concrete(path) })
    expect(served.house.calls).toEqual([])
  })
})

describe('bodies', () => {
  const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
    withToken({ method: 'POST', path: '/api/say', body, headers: { 'Content-Type': 'application/json', ...headers } })

  test('[R51] a form, plain text or nothing named is not read', async () => {
    const body = JSON.stringify({ text: 'hi' })
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=a',
      'application/jsonp',
    ])
      expect((await post(body, { 'Content-Type': type })).status, type).toBe(415)
    expect((await withToken({ method: 'POST', path: '/api/say', body })).status).toBe(415)
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await withToken({ method: 'POST', path: '/api/stop', headers })).status).toBe(415)
    expect(served.house.calls).toEqual([])
  })

  test('[R51] what a page of another site can send without asking does nothing, even with the panel cookie', async () => {
    const navigation = { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }
    const cookie = String((await ask(served.port, { headers: navigation })).headers['set-cookie']).split(';')[0] ?? ''
    for (const path of ['/api/stop', '/api/say', '/api/overlay-address'])
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json'])
        for (const site of [{ Origin: 'http://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }, {}]) {
          const headers = { Cookie: cookie, 'Content-Type': type, ...site }
          const answer = await ask(served.port, { method: 'POST', path, headers, body: '{"text":"hi"}' })
          expect([401, 403], `${path} ${type}`).toContain(answer.status)
          expect(answer.headers['access-control-allow-origin']).toBeUndefined()
        }
    const preflight = { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' }
    const answer = await ask(served.port, { method: 'OPTIONS', path: '/api/say', headers: preflight })
    expect(answer.status).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(served.house.calls).toEqual([])
  })

  test('[R52] more than 256 kB is refused, announced or not', async () => {
    const big = JSON.stringify({ text: 'a'.repeat(300_000) })
    expect((await post(big)).status).toBe(413)
    const chunk = 'a'.repeat(16_384)
    const chunked = [
      'POST /api/say HTTP/1.1',
      `Host: localhost:${served.port}`,
      `Authorization: Bearer ${served.controlToken}`,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
      'Connection: close',
      '',
      ...Array.from({ length: 20 }, () => `4000\r\n${chunk}`),
      '0',
    ]
    expect(statusIn(await speakRaw(served.port, chunked))).toBe(413)
    expect((await command(served, 'GET', '/api/health')).status).toBe(200)
  })

  test('[R51] what is not JSON in UTF-8 is refused without being quoted', async () => {
    for (const body of ['', '{', '{"text":"canary"', Buffer.from([0x22, 0xff, 0x22]), `${'['.repeat(100_000)}canary`]) {
      const answer = await post(body)
      expect(answer.status).toBe(400)
      expect(answer.text).not.toContain('canary')
    }
  })

  test('[R54] a wrong field is named with what it may be; strange names are not echoed', async () => {
    const about = async (body: unknown) => JSON.parse((await command(served, 'POST', '/api/say', body)).text).message
    expect(await about({})).toMatch(/^text: .*expected string/)
    expect(await about({ text: 7 })).toMatch(/^text: .*expected string/)
    expect(await about({ text: 'a'.repeat(5000) })).toMatch(/^text: .*4096/)
    expect(await about({ text: 'hi', emotion: { joy: 3 } })).toMatch(/^emotion\.joy: /)
    expect(await about({ text: 'hi', loud: true })).toMatch(/no field loud/)
    expect(await about({ text: 'hi', 'what I said to her': 1 })).not.toMatch(/said/)
    expect(await about({ text: 'hi', emotion: { 'what I feel': 1 } })).not.toMatch(/feel/)
    expect(await about([])).toMatch(/^The body: /)
    expect(await about(JSON.parse('{"text":"hi","__proto__":{"a":1}}'))).toMatch(/no field/)
    expect(served.house.calls).toEqual([])
  })

  test('[R54] a query is held to its limits', async () => {
    for (const limit of ['0', '501', 'many', '1.5'])
      expect((await command(served, 'GET', `/api/turns?limit=${limit}`)).status).toBe(400)
    expect(JSON.parse((await command(served, 'GET', '/api/turns?limit=1')).text).turns).toHaveLength(1)
  })
})

describe('text', () => {
  const said = () => served.house.calls.at(-1)?.with

  test('[R53] what enters the house has been sanitised', async () => {
    await command(served, 'POST', '/api/say', { text: '  he\u202ello\u200b\u0000  \ud800 ', emotion: { joy: 1 } })
    expect(said()).toEqual({ text: 'hello', emotion: { joy: 1 } })
    await command(served, 'POST', '/api/chat', { text: `${'a'.repeat(4000)}` })
    expect(said()).toMatchObject({ text: 'a'.repeat(500), from: OWNER, aloud: true })
    const from = { platform: 'twitch', id: '42\u200b', name: 'x\u0301\u0301\u0301\u0301a' }
    await command(served, 'POST', '/api/chat', { text: 'hi', from, speak: false })
    expect(said()).toEqual({
      text: 'hi',
      from: { platform: 'twitch', id: '42', name: 'x\u0301\u0301a' },
      aloud: false,
    })
  })

  test('[R53] text of which nothing readable is left is an error', async () => {
    for (const text of ['\u200b\u200b', '   ', '\u202e', '\u0007']) {
      const answer = await command(served, 'POST', '/api/chat', { text })
      expect(answer.status).toBe(400)
      expect(codeIn(answer)).toBe('nothing-readable')
    }
    const nameless = { text: 'hi', from: { platform: 'api', id: 'x', name: '\u200b' } }
    expect((await command(served, 'POST', '/api/chat', nameless)).status).toBe(400)
    expect(served.house.calls).toEqual([])
  })
})

describe('names', () => {
  test('[R56] a name that is no slug reaches no file, on every route that takes one', async () => {
    const names = [
      '..',
      '.',
      '../tori',
      '..%2ftori',
      '%2e%2e%2ftori',
      '..%5ctori',
      '%2fetc%2fpasswd',
      'C%3a%5cx',
      'tori%00',
      'tori%00.yaml',
      'con',
      'nul',
      'aux',
      'com1',
      'TORI',
      'Tori',
      'tori.yaml',
      'tori%20',
      '-tori',
      'a'.repeat(49),
      'a'.repeat(4000),
      'file:%2f%2fx',
      '%252e%252e',
      'tori;x',
      '%ff',
      '__proto__',
      'constructor%2f..',
    ]
    for (const { name: route, method, path } of ROUTES.filter(({ path }) => path.includes(':')))
      for (const name of names) {
        const target = path.replace(/:\w+/, name)
        const headers = { 'Content-Type': 'application/json' }
        // A dot leads to a path that is one step shorter, which may be another route's.
        const content = { putDials: '{"dials":{}}', putAppearance: '{}' }[route as string] ?? '{"yaml":"a: b"}'
        const body = method === 'PUT' ? { body: content, headers } : {}
        const { status } = await withToken({ method, path: target, ...body })
        expect([400, 404, 405], `${method} ${target}`).toContain(status)
      }
    expect(served.house.calls).toEqual([])
  })
})

describe('answers', () => {
  test('[R50] a Problem of the house comes out with the status of its category and its place', async () => {
    const where = { file: 'characters/tori.yaml', line: 3, column: 5 }
    const cases: [Problem, number][] = [
      [new Problem('bad-character', 'input', 'Line 3 is wrong. Correct it.', { where }), 400],
      [new Problem('in-use', 'refused', 'She is in use. Choose another first.'), 403],
      [new Problem('no-character', 'missing', 'There is none. Choose another.'), 404],
      [new Problem('too-many-waiting', 'busy', 'Too many wait. Try again.'), 429],
      [new Problem('starting', 'busy', 'The voice still starts. Try again.'), 503],
      [new Problem('store-broken', 'broken', 'The store is broken. Restart.'), 500],
    ]
    for (const [problem, status] of cases) {
      served.house.failure = problem
      const answer = await command(served, 'PUT', '/api/characters/tori', { yaml: 'a: b' })
      expect(answer.status).toBe(status)
      expect(JSON.parse(answer.text)).toEqual(problem.body())
      expect(answer.headers['retry-after']).toBe(problem.category === 'busy' ? '1' : undefined)
    }
  })

  test('[R50] what breaks inside tells nothing of itself', async () => {
    served.house.failure = new Error('canary in the message')
    const answer = await command(served, 'POST', '/api/say', { text: 'hi' })
    expect(answer.status).toBe(500)
    expect(codeIn(answer)).toBe('internal')
    expect(answer.text).not.toContain('canary')
  })

  test('[R55] unknown paths are 404, known paths with another method 405 with the methods they have', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/characters/tori/more'])
      for (const method of ['GET', 'POST']) expect((await withToken({ method, path })).status, path).toBe(404)
    const answer = await withToken({ method: 'DELETE', path: '/api/say' })
    expect([answer.status, answer.headers.allow, codeIn(answer)]).toEqual([405, 'POST', 'method-not-allowed'])
    expect((await withToken({ method: 'PATCH', path: '/api/characters/tori' })).headers.allow).toBe('GET, PUT, DELETE, HEAD')
    expect((await ask(served.port, { method: 'POST', path: '/' })).status).toBe(405)
    expect((await ask(served.port, { method: 'TRACE', path: '/' })).status).toBe(405)
  })

  test('every route of the list does its work', async () => {
    const bodies: Record<string, unknown> = {
      say: { text: 'hi' },
      chat: { text: 'hi' },
      putCharacter: { yaml: 'a: b' },
      putSettings: { twitch: { channel: 'Tori' } },
      putMicrophone: { muted: true },
      putDials: { dials: {} },
      putAppearance: { model: 'tori' },
      putAvatar: aModelSheet,
      fetchCubism: { accept: true, licenceVersion: '1' },
      putLook: { variant: null },
      showEffect: { kind: 'hearts' },
      testHearing: {},
      renderVoice: { text: 'hi' },
      addReference: { name: 'Me', speaker: 'me', consent: { kind: 'mine', statement: 'This is my voice.' }, wav: 'UklGRg==' },
      drawRound: { kind: 'mos' },
      putObsPassword: { password: 'geheim' },
      setUpObs: {},
      actInObs: { do: 'scene', scene: 'Game' },
      moderate: { platform: 'twitch', messageId: 'one' },
      panic: {},
      judgeHeld: { verdict: 'approve' },
      tryFilter: { text: 'hi' },
      addRating: { roundId: 'round', questionId: 'one', answer: 1 },
    }
    const ids: Record<string, string> = { models: 'whisper-tiny-en', traces: 'events' }
    // Phones have a house of their own, at the other door.
    for (const { name, method, path, response, ...route } of ROUTES.filter(({ path }) => !/\/(pair|phones)/.test(path))) {
      const target = path.replace(/([a-z]+)\/:\w+/, (_, kind) => `${kind}/${ids[kind] ?? 'tori'}`)
      const answer =
        'upload' in route
          ? await send(method, `${target}?licenceVersion=1`, route.upload)
          : await command(served, method, target, bodies[name])
      expect(answer.status, name).toBe(200)
      expect(response.safeParse(JSON.parse(answer.text)).success, name).toBe(true)
    }
    expect(served.house.settings().twitch.channel).toBe('tori')
    expect((await ask(served.port, { method: 'HEAD', path: '/healthz' })).text).toBe('')
  })
})
