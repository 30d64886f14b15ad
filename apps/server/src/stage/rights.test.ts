// What the display token can do (nothing but watch) and what never shows: secrets and words in logs and answers.
import { ROUTES } from '@psiona/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinByLan, newCode, pairedPhone, presentCode } from '../../../../tests/fakes/phone'
import {
  ask,
  joinNamespace,
  outcomeOf,
  type Question,
  type ServedHouse,
  serveHouse,
  speakRaw,
  upgradeLines,
} from '../../../../tests/fakes/served-house'

let served: ServedHouse
beforeAll(async () => {
  served = await serveHouse({ logLevel: 'debug', config: { lan: true } })
})
afterAll(() => served.close())

test('[R45] the display token is refused on every control route, as bearer, cookie, query or body', async () => {
  const token = await served.overlayToken()
  const carriers: Record<string, string>[] = [
    { Authorization: `Bearer ${token}` },
    { Cookie: `psiona-${served.port}=${token}`, 'Sec-Fetch-Site': 'same-origin' },
    { 'X-Token': token, Origin: served.origin },
  ]
  const control = [...ROUTES.filter((route) => route.token === 'control'), { method: 'GET', path: '/metrics' }]
  for (const { method, path } of control)
    for (const headers of carriers) {
      const answer = await ask(served.port, { method, path: `${path.replace(/:\w+/, 'tori')}?token=${token}`, headers })
      expect(answer.status, `${method} ${path}`).toBe(401)
    }
  expect(served.house.calls).toEqual([])
})

test('[R47] secrets and words are in no log line and in no answer, whatever goes wrong', async () => {
  const canaries = [
    served.controlToken,
    await served.overlayToken(),
    ...['text', 'name', 'path', 'query', 'header', 'cookie', 'bearer', 'yaml', 'cause', 'agent', 'key', 'auth'].map(
      (place) => `canary-${place}-5b1e`,
    ),
  ]
  const [, , text, name, path, query, header, cookie, bearer, yaml, cause, agent, key, auth] = canaries
  const good = { Authorization: `Bearer ${served.controlToken}`, 'Content-Type': 'application/json', 'User-Agent': agent }
  const questions: Question[] = [
    { method: 'POST', path: '/api/say', headers: good, body: `{"text":"${text}"` },
    { method: 'POST', path: '/api/say', headers: good, body: JSON.stringify({ [`${key}`]: text }) },
    { method: 'POST', path: '/api/say', headers: good, body: JSON.stringify({ text: [text] }) },
    {
      method: 'POST',
      path: '/api/chat',
      headers: good,
      body: JSON.stringify({ text, from: { platform: name, id: name, name } }),
    },
    { method: 'PUT', path: `/api/characters/${path}..`, headers: good, body: JSON.stringify({ yaml }) },
    {
      method: 'PUT',
      path: '/api/settings',
      headers: good,
      body: JSON.stringify({ mind: { kind: 'openai', baseUrl: `ftp://${text}`, model: '' } }),
    },
    { path: `/api/turns?limit=${query}`, headers: good },
    { path: `/${path}?${query}` },
    { path: '/api/health', headers: { Authorization: `Bearer ${bearer}`, 'X-Header': header } },
    { path: '/api/health', headers: { Cookie: `psiona-${served.port}=${cookie}` } },
    { path: '/', headers: { Host: `${header}.example` } },
    { path: '/', headers: { Origin: `http://${header}.example` } },
  ]
  let answers = ''
  const gather = (answer: { text: string; headers: object }) => {
    answers += answer.text + JSON.stringify(answer.headers)
  }
  for (const question of questions) gather(await ask(served.port, question))
  for (const failing of ['say', 'chat'])
    for (const thrown of [
      new Error(`${cause}`),
      new TypeError(`${cause} ${text}`, { cause: new Error(`${cause}`) }),
      `${cause}`,
      { text },
    ]) {
      served.house.failure = thrown
      gather(await ask(served.port, { method: 'POST', path: `/api/${failing}`, headers: good, body: JSON.stringify({ text }) }))
    }
  answers += await speakRaw(served.port, [`GET /${path} HTTP/1.1`, `Host: localhost:${served.port}`, `Bad Header ${header}`])
  answers += await speakRaw(served.port, upgradeLines(served.port, [`Origin: http://${header}.example`], `/${path}?${query}`))
  const socket = joinNamespace(served, '/overlay', { token: `${auth}` })
  await outcomeOf(socket)
  socket.disconnect()

  const logged = served.logLines.join('')
  expect(served.logLines.length).toBeGreaterThan(15)
  for (const canary of canaries)
    for (const form of [
      canary,
      encodeURIComponent(canary),
      Buffer.from(canary).toString('base64'),
      Buffer.from(canary).toString('base64url'),
    ]) {
      expect(logged).not.toContain(form)
      expect(answers).not.toContain(form)
    }
})

test('[R47] codes, cookies and names of phones are in no log line, and in no answer but their own', async () => {
  const name = 'canary-phone-name-5b1e'
  const code = await newCode(served)
  const phone = await pairedPhone(served, name)
  const canaries = [name, code, phone.cookie.split('=')[1] ?? '', await newCode(served)]
  const body = JSON.stringify({ code, name, more: 1 })
  const headers = { Origin: served.lanOrigin, Cookie: phone.cookie, 'Content-Type': 'application/json' }
  const answers = [
    await presentCode(served, code, {}, name),
    await ask(served.lanPort, { byLan: true, method: 'POST', path: '/api/pair', headers, body }),
    await ask(served.port, { method: 'POST', path: '/api/pair', headers: { 'Content-Type': 'application/json' }, body }),
    await phone.ask({ path: `/api/health?code=${code}` }),
    await phone.ask({ path: '/api/phone', headers: { Origin: `https://${name}.example` } }),
  ]
  await outcomeOf(joinByLan(served, '/mic', { Origin: served.lanOrigin, Cookie: `${phone.cookie}x` }))
  await outcomeOf(phone.join('/panel', code))
  expect(answers.map(({ status }) => status)).toEqual([403, 400, 404, 401, 403])
  const shown = served.logLines.join('') + answers.map(({ text, headers: sent }) => text + JSON.stringify(sent)).join('')
  for (const canary of canaries) expect(shown).not.toContain(canary)
})
