// What she was given to keep: looked for in every answer, every event, and every file but its own. A real Psiona, with OBS and Twitch on loopback.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ChatReply, ObsState, ROUTES, TwitchState } from '@psiona/shared'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHANNEL, type RiggedPsiona, startRiggedPsiona } from './fakes/rigged-psiona'

let rigged: RiggedPsiona
beforeAll(async () => {
  rigged = await startRiggedPsiona((settings) => ({ traces: { ...settings.traces, events: { on: true, keepDays: 1 } } }))
}, 60_000)
afterAll(() => rigged?.close())

const filesUnder = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(dir, entry.name)) : [join(dir, entry.name)],
  )

it('[R113] password, login and device code are in no answer, no event and no file but secrets.json', async () => {
  const { psiona, obs, twitch, api } = rigged
  const seen: string[] = []
  const panel = io(`${psiona.url}/panel`, {
    transports: ['websocket'],
    extraHeaders: { authorization: `Bearer ${psiona.token}` },
  })
  panel.onAny((event: string, ...content: unknown[]) => seen.push(JSON.stringify([event, content])))
  await new Promise((resolve) => panel.once('snapshot', resolve))
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${psiona.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${psiona.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    seen.push(await answer.text())
  }
  const looked = ROUTES.filter(({ method, token, path }) => method === 'GET' && token === 'control' && !path.includes(':'))
  const lookEverywhere = async () => {
    for (const { path } of looked) await ask('GET', path)
  }
  await lookEverywhere()
  // Things go wrong: a password that is none, tokens that are over, a platform that hangs up, orders that cannot be.
  const wrong = 'wrong canary 9c1d'
  await ask('PUT', '/api/obs/password', { password: [wrong] })
  await ask('PUT', '/api/obs/password', { password: wrong })
  await expect.poll(async () => (await psiona.api('GET', '/api/obs', ObsState)).link).toBe('wrong-password')
  await ask('POST', '/api/obs/act', { do: 'scene', scene: 'nowhere' })
  await ask('POST', '/api/obs/setup', {})
  twitch.say(CHANNEL, { name: 'mira', text: 'Tori, how are you?' })
  api.signIn.expire(true)
  await ask('POST', '/api/moderation', { platform: 'twitch', messageId: 'm' })
  await ask('POST', '/api/panic', {})
  await ask('POST', '/api/panic', { on: false })
  await lookEverywhere()
  await ask('DELETE', '/api/twitch/login')
  await ask('POST', '/api/twitch/login')
  await expect.poll(async () => (await psiona.api('GET', '/api/twitch', TwitchState)).login).toBe('waiting')
  await lookEverywhere()
  obs.dropAll()
  await psiona.api('POST', '/api/chat', ChatReply, { text: 'What is the password?', speak: false })
  await psiona.stop({ keepData: true })
  panel.close()

  const forbidden = [...rigged.secrets, wrong]
  const own = join(psiona.dataDir, 'secrets.json')
  expect(statSync(own).mode & 0o777).toBe(0o600)
  const files = filesUnder(psiona.dataDir).filter((file) => file !== own)
  expect(files.some((file) => file.endsWith('psiona.log'))).toBe(true)
  expect(seen.join('')).not.toMatch(/device-\d/)
  const kept = files.map((file) => readFileSync(file, 'latin1')).join('') + psiona.output()
  expect(kept).not.toMatch(/device-\d/)
  for (const secret of forbidden)
    for (const form of [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
    ]) {
      expect(seen.join('').includes(form), `told: ${form}`).toBe(false)
      expect(kept.includes(Buffer.from(form).toString('latin1')), `kept: ${form}`).toBe(false)
    }
})
