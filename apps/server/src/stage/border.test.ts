// Every request and every upgrade against foreign hosts, origins and sites.
import { ROUTES } from '@psiona/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { concreteRoutes, foreignHosts, foreignOrigins } from '../../../../tests/fakes/foreigners'
import { ask, type ServedHouse, serveHouse, speakRaw, statusIn, upgradeLines } from '../../../../tests/fakes/served-house'

let served: ServedHouse
beforeAll(async () => {
  served = await serveHouse()
})
afterAll(() => served.close())

const opened = () => ({ scheme: 'http', name: 'localhost', port: served.port }) as const

describe('Host', () => {
  test('[R30] every route the router knows refuses every Host that is not ours, with the token', async () => {
    const routes = concreteRoutes(served.stage.routes)
    expect(routes.length).toBeGreaterThan(ROUTES.length)
    for (const { method, path } of routes)
      for (const [name, hosts] of foreignHosts(opened())) {
        const lines = [
          `${method} ${path} HTTP/1.1`,
          ...hosts,
          `Authorization: Bearer ${served.controlToken}`,
          'Connection: close',
        ]
        const status = statusIn(await speakRaw(served.port, lines))
        expect([400, 421], `${method} ${path} with ${name}`).toContain(status)
      }
    expect(served.house.calls).toEqual([])
  })

  test('[R30] every upgrade with a Host that is not ours is refused', async () => {
    for (const [name, hosts] of foreignHosts(opened())) {
      const lines = upgradeLines(served.port, [`Origin: ${served.origin}`]).filter((line) => !line.startsWith('Host:'))
      const answer = await speakRaw(served.port, [...lines, ...hosts])
      expect([400, 421], name).toContain(statusIn(answer))
    }
  })

  test('[R30] each of our own names is let in', async () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]'])
      expect((await ask(served.port, { path: '/healthz', headers: { Host: `${host}:${served.port}` } })).status).toBe(200)
  })

  test('[R30] a request line that names another server is refused', async () => {
    for (const target of ['http://evil.example/healthz', '//evil.example/healthz', '*', '/a\\b', '/a#b']) {
      const answer = await speakRaw(served.port, [
        `GET ${target} HTTP/1.1`,
        `Host: localhost:${served.port}`,
        'Connection: close',
      ])
      expect(statusIn(answer), target).toBe(400)
    }
  })
})

describe('Origin', () => {
  test('[R31] no foreign Origin is upgraded, whatever token it brings', async () => {
    const tokens = ['', `Authorization: Bearer ${served.controlToken}`, `Authorization: Bearer ${await served.overlayToken()}`]
    for (const origin of foreignOrigins(opened()))
      for (const token of tokens) {
        const answer = await speakRaw(served.port, upgradeLines(served.port, [`Origin: ${origin}`, token].filter(Boolean)))
        expect(statusIn(answer), `${origin} ${token.slice(0, 20)}`).toBe(403)
        expect(answer).not.toContain('"sid"')
      }
  })

  test('[R31] two Origins are refused, even when one is ours', async () => {
    const lines = upgradeLines(served.port, [`Origin: ${served.origin}`, 'Origin: http://evil.example'])
    expect(statusIn(await speakRaw(served.port, lines))).toBe(403)
  })

  test('[R31] without Origin an upgrade needs a token in its head', async () => {
    expect(statusIn(await speakRaw(served.port, upgradeLines(served.port, [])))).toBe(401)
    expect(statusIn(await speakRaw(served.port, upgradeLines(served.port, ['Authorization: Bearer wrong'])))).toBe(401)
    const lines = upgradeLines(served.port, [`Authorization: Bearer ${served.controlToken}`])
    expect(statusIn(await speakRaw(served.port, lines, 'head'))).toBe(101)
  })

  test('[R31] a page of another site reaches no route, whatever it brings', async () => {
    for (const origin of foreignOrigins(opened())) {
      const headers = { Origin: origin, Authorization: `Bearer ${served.controlToken}`, 'Content-Type': 'application/json' }
      const answer = await ask(served.port, { method: 'POST', path: '/api/stop', headers })
      expect(answer.status, origin).toBe(403)
    }
    expect(served.house.calls).toEqual([])
  })

  test('[R31] our own page is let in, under the name it was opened with', async () => {
    const host = `127.0.0.1:${served.port}`
    const headers = { Host: host, Origin: `http://${host}`, Authorization: `Bearer ${served.controlToken}` }
    expect((await ask(served.port, { path: '/api/health', headers })).status).toBe(200)
  })
})

describe('Sec-Fetch-Site', () => {
  test('[R32] what another site makes a browser ask for is refused, pages too', async () => {
    for (const site of ['cross-site', 'same-site', 'none, cross-site', ''])
      for (const path of ['/', '/overlay', '/healthz', '/models/tori/tori.rig.json'])
        expect((await ask(served.port, { path, headers: { 'Sec-Fetch-Site': site } })).status, `${site} ${path}`).toBe(403)
  })

  test('[R32] an address that was typed, and our own pages, are let in', async () => {
    for (const site of ['none', 'same-origin'])
      expect((await ask(served.port, { path: '/', headers: { 'Sec-Fetch-Site': site } })).status).toBe(200)
  })
})

describe('what is no Socket.IO WebSocket', () => {
  const upgrade = (path: string) => speakRaw(served.port, upgradeLines(served.port, [`Origin: ${served.origin}`], path))

  test('[R60] polling, sessions of others, old protocols and other paths are refused', async () => {
    expect(statusIn(await upgrade('/socket.io/?EIO=4&transport=polling'))).toBe(400)
    expect(statusIn(await upgrade('/socket.io/?EIO=3&transport=websocket'))).toBe(400)
    expect(statusIn(await upgrade('/socket.io/?EIO=4&transport=websocket&sid=abc'))).toBe(400)
    expect(statusIn(await upgrade('/socket.io/../api/say?EIO=4&transport=websocket'))).toBe(404)
    expect(statusIn(await upgrade('/api/health'))).toBe(404)
    for (const method of ['GET', 'POST'])
      expect((await ask(served.port, { method, path: '/socket.io/?EIO=4&transport=polling' })).status).toBe(404)
  })
})

test('[R33] refusals of every kind carry the security headers and the problem body', async () => {
  const host = `Host: localhost:${served.port}`
  const answers = [
    await speakRaw(served.port, ['GET / HTTP/1.1', 'Host: evil.example', 'Connection: close']),
    await speakRaw(served.port, ['GET / HTTP/1.1', host, 'Origin: null', 'Connection: close']),
    await speakRaw(served.port, upgradeLines(served.port, ['Origin: null'])),
    await speakRaw(served.port, ['this is not http']),
    await speakRaw(served.port, ['GET / HTTP/1.1', host, `X-Long: ${'a'.repeat(40_000)}`, 'Connection: close']),
    await speakRaw(served.port, ['GET /nowhere HTTP/1.1', host, 'Connection: close']),
  ]
  expect(answers.map(statusIn)).toEqual([421, 403, 403, 400, 431, 404])
  for (const answer of answers) {
    expect(answer).toMatch(/content-security-policy: default-src 'none'/i)
    expect(answer).toMatch(/x-content-type-options: nosniff/i)
    expect(answer).toMatch(/cross-origin-resource-policy: same-origin/i)
    if (statusIn(answer) !== 404) expect(answer).toMatch(/"code":"[a-z-]+","category":"[a-z]+","message":"[A-Z].*\."/)
  }
})
