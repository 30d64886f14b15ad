// What the display token can do (nothing but watch) and what never shows: secrets and words in logs and answers.
import { ROUTES } from '@psiona/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  served = await serveHouse({ logLevel: 'debug' })
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
