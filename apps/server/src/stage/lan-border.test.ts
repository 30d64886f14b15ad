// The door for the local network: every request and every upgrade against foreign hosts, origins and sites.
import { ROUTES } from '@psiona/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { concreteRoutes, foreignHosts, foreignOrigins } from '../../../../tests/fakes/foreigners'
import { type Phone, pairedPhone } from '../../../../tests/fakes/phone'
import { ask, type ServedHouse, serveHouse, speakRaw, statusIn, upgradeLines } from '../../../../tests/fakes/served-house'

const NAME = 'studio.local'
let served: ServedHouse
let phone: Phone
beforeAll(async () => {
  served = await serveHouse({ config: { lan: true, lanNames: () => ['127.0.0.1', NAME] } })
  phone = await pairedPhone(served)
  served.house.calls.length = 0
})
afterAll(() => served.close())

const opened = () => ({ scheme: 'https', name: NAME, port: served.lanPort }) as const
const host = () => `Host: ${NAME}:${served.lanPort}`
const origin = () => `Origin: https://${NAME}:${served.lanPort}`
const rights = (): string[][] => [[`Authorization: Bearer ${served.controlToken}`], [`Cookie: ${phone.cookie}`, origin()]]
const speak = (lines: readonly string[], until?: 'close' | 'head') => speakRaw(served.lanPort, lines, until, true)

test('[R88] every route the router knows refuses every Host that is not ours, whatever right it brings', async () => {
  const routes = concreteRoutes(served.stage.routes)
  expect(routes.length).toBeGreaterThan(ROUTES.length)
  for (const { method, path } of routes)
    for (const [name, hosts] of foreignHosts(opened())) {
      const right = rights()[name.length % 2] ?? []
      const status = statusIn(await speak([`${method} ${path} HTTP/1.1`, ...hosts, ...right, 'Connection: close']))
      expect([400, 421], `${method} ${path} with ${name}`).toContain(status)
    }
  expect(served.house.calls).toEqual([])
})

test('[R88] every route refuses every Origin that is not the one its Host makes', async () => {
  for (const { method, path } of concreteRoutes(served.stage.routes))
    for (const foreign of foreignOrigins(opened())) {
      const right = [`Authorization: Bearer ${served.controlToken}`, `Cookie: ${phone.cookie}`]
      const lines = [`${method} ${path} HTTP/1.1`, host(), `Origin: ${foreign}`, ...right, 'Connection: close']
      expect(statusIn(await speak(lines)), `${method} ${path} from ${foreign}`).toBe(403)
    }
  expect(served.house.calls).toEqual([])
})

test('[R88] no upgrade with a foreign Host or Origin is let in, whatever it brings', async () => {
  for (const right of rights()) {
    for (const [name, hosts] of foreignHosts(opened())) {
      const lines = upgradeLines(served.lanPort, right).filter((line) => !line.startsWith('Host:'))
      expect([400, 421], name).toContain(statusIn(await speak([...lines, ...hosts])))
    }
    for (const foreign of foreignOrigins(opened())) {
      const carried = right.filter((line) => !line.startsWith('Origin:'))
      const answer = await speak(upgradeLines(served.lanPort, [host(), `Origin: ${foreign}`, ...carried]))
      expect(statusIn(answer), foreign).toBe(403)
      expect(answer).not.toContain('"sid"')
    }
  }
})

test('[R88] the names and origins of one door are not those of the other', async () => {
  const crossed = [
    await ask(served.lanPort, { byLan: true, path: '/healthz', headers: { Host: `localhost:${served.lanPort}` } }),
    await ask(served.lanPort, { byLan: true, path: '/healthz', headers: { Host: `127.0.0.1:${served.port}` } }),
    await ask(served.port, { path: '/healthz', headers: { Host: `${NAME}:${served.port}` } }),
    await ask(served.port, { path: '/healthz', headers: { Host: `127.0.0.1:${served.lanPort}` } }),
  ]
  expect(crossed.map(({ status }) => status)).toEqual([421, 421, 421, 421])
  const headers = { Origin: served.lanOrigin }
  expect((await ask(served.port, { path: '/healthz', headers })).status).toBe(403)
})

test('[R88] each of our names, our own pages and an address that was scanned are let in', async () => {
  for (const Host of [`127.0.0.1:${served.lanPort}`, `${NAME}:${served.lanPort}`])
    for (const headers of [{}, { Origin: `https://${Host}` }, { 'Sec-Fetch-Site': 'none' }, { 'Sec-Fetch-Site': 'same-origin' }])
      expect((await ask(served.lanPort, { byLan: true, path: '/mic', headers: { Host, ...headers } })).status).toBe(200)
  for (const right of rights()) {
    const lines = upgradeLines(served.lanPort, [host(), ...right])
    expect(statusIn(await speak(lines, 'head'))).toBe(101)
  }
})

test('[R88] what another site makes a browser ask for is refused, pages too', async () => {
  for (const site of ['cross-site', 'same-site', ''])
    for (const path of ['/mic', '/overlay', '/healthz', '/api/phone'])
      expect((await phone.ask({ path, headers: { 'Sec-Fetch-Site': site } })).status, `${site} ${path}`).toBe(403)
})

test('[R33] refusals of every kind carry the security headers, and none asks for HTTPS to be remembered', async () => {
  const answers = [
    await speak(['GET / HTTP/1.1', 'Host: evil.example', 'Connection: close']),
    await speak(['GET / HTTP/1.1', host(), 'Origin: null', 'Connection: close']),
    await speak(upgradeLines(served.lanPort, [host(), origin()])),
    await speak(['this is not http']),
    await speak(['GET / HTTP/1.1', host(), 'Connection: close']),
  ]
  expect(answers.map(statusIn)).toEqual([421, 403, 401, 400, 401])
  for (const answer of answers) {
    expect(answer).toMatch(/content-security-policy: default-src 'none'/i)
    expect(answer).toMatch(/cross-origin-resource-policy: same-origin/i)
    expect(answer).not.toMatch(/strict-transport-security|access-control/i)
  }
})

test('a client without TLS gets no answer', async () => {
  const answer = await speakRaw(served.lanPort, ['GET /mic HTTP/1.1', host(), 'Connection: close']).catch(() => '')
  expect(answer).not.toContain('HTTP/1.1')
})
