// What a phone may do, what the local network may not, and how a phone is paired and unpaired.
import { PhoneHome, PhonesReply, ROUTES } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { joinByLan, newCode, pairedPhone, presentCode } from '../../../../tests/fakes/phone'
import {
  ask,
  command,
  joinNamespace,
  nextEvent,
  outcomeOf,
  type ServedHouse,
  type ServeOptions,
  serveHouse,
} from '../../../../tests/fakes/served-house'

const open: ServedHouse[] = []
async function serve(options: ServeOptions = {}): Promise<ServedHouse> {
  const house = await serveHouse({ ...options, config: { lan: true, ...options.config } })
  open.push(house)
  return house
}
let served: ServedHouse
beforeEach(async () => {
  served = await serve()
})
afterEach(async () => {
  for (const house of open.splice(0)) await house.close()
})

const navigation = { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }
const byLan = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  ask(served.lanPort, { byLan: true, method, path, headers })
const codeIn = ({ text }: { text: string }): unknown => JSON.parse(text).code
const phones = async () => PhonesReply.parse(JSON.parse((await command(served, 'GET', '/api/phones')).text)).phones
const withToken = ROUTES.filter(({ token }) => token !== 'none').map((route) => ({
  ...route,
  path: route.path.replace(/:\w+/, 'tori'),
}))

describe('the door for phones', () => {
  test('[R89] serves the phone’s page, the overlay, files and models; the panel to control alone', async () => {
    for (const path of ['/mic', '/overlay', '/_next/static/chunks/a.js', '/models/tori/tori.rig.json', '/healthz'])
      expect((await byLan(path, navigation)).status, path).toBe(200)
    for (const path of ['/', '/character', '/character/'])
      for (const headers of [{}, navigation, { Cookie: (await pairedPhone(served)).cookie, Origin: served.lanOrigin }]) {
        const answer = await byLan(path, headers)
        expect([answer.status, codeIn(answer)]).toEqual([401, 'no-token'])
      }
    expect((await byLan('/', { Authorization: `Bearer ${served.controlToken}` })).status).toBe(200)
    expect((await byLan('/nowhere')).status).toBe(404)
  })

  test('[R81] the phone’s page may frame the overlay and is framed by nobody', async () => {
    const policies = await Promise.all(
      ['/mic', '/overlay'].map(async (path) => String((await byLan(path)).headers['content-security-policy'])),
    )
    expect(policies[0]).toContain("frame-src 'self'")
    expect(policies[0]).toContain("frame-ancestors 'none'")
    expect(policies[1]).toContain("frame-ancestors 'self'")
  })

  test('[R89] never sets the panel’s cookie, and takes it from nobody', async () => {
    for (const path of ['/', '/mic', '/overlay', '/character'])
      for (const headers of [navigation, { ...navigation, Authorization: `Bearer ${served.controlToken}` }])
        expect((await byLan(path, headers)).headers['set-cookie'], path).toBeUndefined()
    const [panel = ''] = (await ask(served.port, { headers: navigation })).headers['set-cookie'] ?? []
    const [name = '', value = ''] = (panel.split(';')[0] ?? '').split('=')
    expect(
      (await ask(served.port, { path: '/api/health', headers: { Origin: served.origin, Cookie: `${name}=${value}` } })).status,
    ).toBe(200)
    const cookies = [name, `psiona-${served.lanPort}`, `__Host-psiona-phone-${served.lanPort}`].map(
      (other) => `${other}=${value}`,
    )
    for (const Cookie of [...cookies, cookies.join('; ')])
      for (const { method, path } of withToken)
        expect((await byLan(path, { Origin: served.lanOrigin, Cookie }, method)).status, `${method} ${path}`).toBe(401)
    expect(served.house.calls).toEqual([])
  })

  test('[R89] the control token counts there, the display token does not', async () => {
    expect((await byLan('/api/health', { Authorization: `Bearer ${served.controlToken}` })).status).toBe(200)
    const display = { Authorization: `Bearer ${await served.overlayToken()}` }
    for (const { method, path } of withToken) expect((await byLan(path, display, method)).status).toBe(401)
    for (const namespace of ['/overlay', '/mic', '/panel'])
      for (const headers of [display, { Origin: served.lanOrigin }, {}] as Record<string, string>[])
        expect(await outcomeOf(joinByLan(served, namespace, headers, await served.overlayToken()))).not.toBe('joined')
  })
})

describe('pairing', () => {
  test('[R94] the offer is a link to the phone’s page with the code in the fragment, and its picture', async () => {
    const offer = JSON.parse((await command(served, 'POST', '/api/phones')).text)
    const url = new URL(offer.url)
    expect([url.origin, url.pathname, url.search]).toEqual([served.lanOrigin, '/mic', ''])
    expect(url.hash).toMatch(/^#pair=[A-Za-z0-9_-]{22}$/)
    expect(offer.qrSvg).toMatch(/^<svg .*<\/svg>$/)
  })

  test('[R91] the right code brings a cookie that scripts and plain HTTP never see, for a year', async () => {
    const answer = await presentCode(served, await newCode(served), {}, '  My\u202e phone\u200b ')
    expect(answer.status).toBe(200)
    const [phone] = await phones()
    expect(JSON.parse(answer.text)).toEqual({ ok: true, phoneId: phone?.id })
    expect(phone?.name).toBe('My phone')
    expect(answer.headers['set-cookie']).toHaveLength(1)
    const attributes = 'Path=/; Max-Age=31536000; HttpOnly; Secure; SameSite=Strict'
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^__Host-psiona-phone-${served.lanPort}=[A-Za-z0-9_-]{43}; ${attributes}$`),
    )
  })

  test('[R90] wrong, twice, outlived and after five mistakes: one answer, no cookie, no phone', async () => {
    const refused = async (code: string) => {
      const answer = await presentCode(served, code)
      expect([answer.status, codeIn(answer), answer.headers['set-cookie']]).toEqual([403, 'bad-code', undefined])
      return answer.text
    }
    const first = await newCode(served)
    const answers = [await refused('wrong'), await refused(first.slice(1)), await refused(`${first}A`)]
    expect((await presentCode(served, first)).status).toBe(200)
    answers.push(await refused(first))
    const second = await newCode(served)
    for (let mistake = 0; mistake < 5; mistake++) answers.push(await refused('wrong'))
    answers.push(await refused(second))
    expect(new Set(answers).size).toBe(1)
    expect(await phones()).toHaveLength(1)
  })

  test('[R90] after two minutes the code counts no more', async () => {
    const clock = fakeClock()
    served = await serve({ clock })
    const code = await newCode(served)
    await clock.advance(120_000)
    expect(codeIn(await presentCode(served, code))).toBe('bad-code')
  })

  test('[R91] a name of which nothing is left costs no code, and a form is not read', async () => {
    const code = await newCode(served)
    expect(codeIn(await presentCode(served, code, {}, '\u200b'))).toBe('nothing-readable')
    expect((await presentCode(served, code, { 'Content-Type': 'text/plain' })).status).toBe(415)
    expect((await presentCode(served, code)).status).toBe(200)
  })

  test('[R91] through the other door there is no pairing', async () => {
    const code = await newCode(served)
    const headers = { Origin: served.origin, 'Content-Type': 'application/json', Authorization: `Bearer ${served.controlToken}` }
    const body = JSON.stringify({ code, name: 'x' })
    const answer = await ask(served.port, { method: 'POST', path: '/api/pair', headers, body })
    expect([answer.status, codeIn(answer), answer.headers['set-cookie']]).toEqual([404, 'no-route', undefined])
    expect((await presentCode(served, code)).status).toBe(200)
  })

  test('[R91] a phone that is paired again takes the place of what it was', async () => {
    const before = await pairedPhone(served, 'Before')
    const answer = await presentCode(served, await newCode(served), { Cookie: before.cookie }, 'After')
    expect(answer.status).toBe(200)
    expect((await phones()).map(({ name }) => name)).toEqual(['After'])
    expect((await before.ask({ path: '/api/phone' })).status).toBe(401)
  })

  test('[R86] without the door nothing is offered, and the answer says how to open it', async () => {
    served = await serve({ config: { lan: false } })
    const answer = await command(served, 'POST', '/api/phones')
    expect([answer.status, codeIn(answer)]).toEqual([403, 'no-lan'])
    const remedy = 'Start Psiona with PSIONA_LAN=1 to use a phone as microphone.'
    expect(JSON.parse(answer.text).message).toBe(remedy)
    const { lan } = PhonesReply.parse(JSON.parse((await command(served, 'GET', '/api/phones')).text))
    expect(lan).toEqual({ on: false, origins: [], fingerprint: null, remedy })
  })
})

describe('a paired phone', () => {
  test('[R92] may ask for its home and the microphone, and for nothing else', async () => {
    const phone = await pairedPhone(served)
    const home = PhoneHome.parse(JSON.parse((await phone.ask({ path: '/api/phone' })).text))
    expect(home).toEqual({
      character: { id: 'tori', name: 'Tori' },
      overlayPath: `/overlay#token=${await served.overlayToken()}`,
    })
    for (const { method, path, token } of [...withToken, { method: 'GET', path: '/metrics', token: 'control' }]) {
      const { status } = await phone.ask({ method, path })
      if (token === 'control') expect(status, `${method} ${path}`).toBe(401)
      else expect([200, 400], `${method} ${path}`).toContain(status)
    }
    expect(served.house.calls).toEqual([])
    const body = JSON.stringify({ muted: true })
    const answer = await phone.ask({
      method: 'PUT',
      path: '/api/microphone',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
    expect(answer.status).toBe(200)
    expect(served.house.calls).toEqual([{ name: 'setMicrophone', with: { muted: true } }])
  })

  test('[R92] its cookie counts only when one of our own pages asks, and through that door alone', async () => {
    const { cookie } = await pairedPhone(served)
    const statusWith = async (headers: Record<string, string>) =>
      (await byLan('/api/phone', { Cookie: cookie, ...headers })).status
    expect(await statusWith({ Origin: served.lanOrigin })).toBe(200)
    expect(await statusWith({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200)
    expect(await statusWith({})).toBe(401)
    expect(await statusWith({ 'Sec-Fetch-Site': 'none' })).toBe(401)
    expect(await statusWith({ Origin: served.lanOrigin, Authorization: 'Bearer wrong' })).toBe(401)
    expect(await statusWith({ Origin: served.lanOrigin, Cookie: `a=b; ${cookie}; c=d` })).toBe(200)
    expect(await statusWith({ Origin: served.lanOrigin, Cookie: cookie.replace('__Host-', '') })).toBe(401)
    const home = { Origin: served.origin, Cookie: cookie }
    expect((await ask(served.port, { path: '/api/phone', headers: home })).status).toBe(401)
    expect(await outcomeOf(joinNamespace(served, '/mic', { headers: home }))).toBe('no-token')
  })

  test('[R92] is a microphone and shows her; the panel’s socket is not for it', async () => {
    const phone = await pairedPhone(served)
    expect(await outcomeOf(phone.join('/mic'))).toBe('joined')
    expect(await outcomeOf(phone.join('/overlay', await served.overlayToken()))).toBe('joined')
    expect(await outcomeOf(phone.join('/overlay', 'wrong'))).toBe('no-token')
    expect(await outcomeOf(phone.join('/panel'))).toBe('no-token')
  })

  test('[R93] once unpaired its connections end at once, and it comes in no more, by whatever it knows', async () => {
    const [phone, other] = [await pairedPhone(served), await pairedPhone(served, 'Other')]
    const display = await served.overlayToken()
    const sockets = [phone.join('/mic'), phone.join('/overlay', display)]
    const kept = other.join('/mic')
    for (const socket of [...sockets, kept]) expect(await outcomeOf(socket)).toBe('joined')
    const gone = Promise.all(sockets.map((socket) => nextEvent(socket, 'disconnect')))
    expect((await command(served, 'DELETE', `/api/phones/${phone.id}`)).status).toBe(200)
    expect(await gone).toEqual(['io server disconnect', 'io server disconnect'])
    expect((await phone.ask({ path: '/api/phone' })).status).toBe(401)
    for (const socket of [phone.join('/mic'), phone.join('/overlay', display)]) expect(await outcomeOf(socket)).not.toBe('joined')
    expect(await outcomeOf(joinByLan(served, '/overlay', { Authorization: `Bearer ${display}` }, display))).not.toBe('joined')
    expect(kept.connected).toBe(true)
    expect((await command(served, 'DELETE', `/api/phones/${phone.id}`)).status).toBe(404)
    expect((await phones()).map(({ id }) => id)).toEqual([other.id])
  })

  test('[R93] a connection that has joined nothing yet ends as well', async () => {
    const phone = await pairedPhone(served)
    const socket = phone.join('/mic')
    const closed = new Promise<string>((resolve) => socket.io.engine.once('close', resolve))
    await new Promise<void>((resolve) => socket.io.engine.once('open', () => resolve()))
    await command(served, 'DELETE', `/api/phones/${phone.id}`)
    expect(await closed).toBeTruthy()
  })

  test('[R92] is still known after a restart', async () => {
    const phone = await pairedPhone(served)
    await served.stage.close()
    const again = await serve({ config: { dataDir: `${served.root}/data`, lanPort: served.lanPort } })
    expect(again.lanOrigin).toBe(served.lanOrigin)
    expect(again.stage.lan().fingerprint).toBe(served.stage.lan().fingerprint)
    expect((await phone.ask({ path: '/api/phone' })).status).toBe(200)
  })
})
