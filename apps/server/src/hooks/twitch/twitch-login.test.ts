// Signing in, staying signed in, and being told when it is over.
import { defaultSettings, TwitchSettings } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTwitchReading, type TwitchReading } from '../../../../../tests/fakes/twitch-reading'
import { TWITCH_SCOPES } from './twitch-scopes'

let twitch: TwitchReading

beforeEach(async () => {
  twitch = await startTwitchReading()
  await twitch.read()
})
afterEach(async () => {
  await twitch.close()
  expect(twitch.clock.waiting).toBe(0)
})
const login = () => twitch.hook.state().login
const asked = (path: string) => twitch.api.asked.filter((one) => one.path === path)
const again = async (signedIn: { name: string }) => {
  await twitch.close()
  twitch = await startTwitchReading({ signedIn })
}

describe('signing in', () => {
  it('[R113] shows a code, waits until it is entered, and keeps the tokens where nobody else reads', async () => {
    const shown = await twitch.hook.signIn()
    expect(shown).toMatchObject({ login: 'waiting', name: '', device: { code: expect.stringMatching(/^ABCD/) } })
    expect(shown.device).toMatchObject({
      url: expect.stringContaining('twitch.tv/activate'),
      expiresAt: twitch.clock.wallMs() + 1_800_000,
    })
    await twitch.soon(() => asked('/oauth2/token').length === 2, 5000)
    expect(login()).toBe('waiting')
    twitch.api.signIn.enter('Psiona')
    await twitch.soon(() => twitch.hook.state().name === 'psiona', 5000)
    expect(twitch.hook.state()).toMatchObject({ login: 'signed-in', device: null, scopes: TWITCH_SCOPES, detail: '' })
    const kept = twitch.secrets.read('twitch-login') ?? ''
    expect(JSON.parse(kept)).toMatchObject({ accessToken: expect.stringMatching(/^access-/), name: 'psiona' })
    expect(JSON.stringify([twitch.hook.state(), twitch.hook.health()])).not.toMatch(/access-|refresh-|device-\d/)
    // The secret of an application never exists.
    expect(twitch.api.asked.map(({ body }) => body).join()).not.toContain('client_secret')
  })

  it('asks less often when told to, and lives through an outage meanwhile', async () => {
    await twitch.hook.signIn()
    twitch.api.signIn.slowDown()
    await twitch.clock.whenAsleep(5000)
    await twitch.clock.advance(5000)
    await twitch.clock.whenAsleep(10_000)
    twitch.api.trouble('/oauth2/token', { kind: 'drop' }, { kind: 'status', status: 503 })
    twitch.api.signIn.enter('Psiona')
    await twitch.soon(() => login() === 'signed-in', 5000)
  })

  it.each([
    ['refused', () => twitch.api.signIn.deny()],
    ['forgotten by Twitch', () => twitch.api.signIn.codesOver()],
    ['not entered for half an hour', () => {}],
  ])('says so when the code is %s', async (_, what) => {
    await twitch.hook.signIn()
    what()
    await twitch.soon(() => login() === 'none', 5000)
    expect(twitch.hook.state()).toMatchObject({ device: null, detail: expect.stringContaining('Ask for a new code') })
  })

  it('takes the newest code when asked twice', async () => {
    const first = await twitch.hook.signIn()
    const second = await twitch.hook.signIn()
    expect(second.device?.code).not.toBe(first.device?.code)
    twitch.api.signIn.enter('Psiona')
    await twitch.soon(() => login() === 'signed-in', 5000)
  })

  it.each([
    [
      'an unknown application',
      { kind: 'status', status: 400, message: 'invalid client' } as const,
      /does not know this client id/,
    ],
    ['nonsense', { kind: 'garbage' } as const, /something else/],
    ['trouble at Twitch', { kind: 'status', status: 500 } as const, /trouble of its own/],
  ])('fails in words for %s', async (_, trouble, words) => {
    twitch.api.trouble('/oauth2/device', trouble)
    await expect(twitch.hook.signIn()).rejects.toThrow(words)
    expect(login()).toBe('none')
  })

  it('gives up on an answer that drips', async () => {
    twitch.api.trouble('/oauth2/device', { kind: 'drip' })
    const signing = twitch.hook.signIn().catch((cause: Error) => cause.message)
    await twitch.soon(() => asked('/oauth2/device').length === 1)
    await twitch.clock.advance(10_000)
    expect(await signing).toMatch(/does not answer/)
  })

  it('needs a client id', async () => {
    twitch.hook.settle({ ...defaultSettings(), twitch: TwitchSettings.parse({ channel: 'psiona' }) })
    await expect(twitch.hook.signIn()).rejects.toThrow(/client id/)
  })
})

describe('staying signed in', () => {
  it('is checked at the start and every hour', async () => {
    await again({ name: 'Psiona' })
    await twitch.when(() => twitch.hook.state().name === 'psiona')
    const before = asked('/oauth2/validate').length
    await twitch.soon(() => asked('/oauth2/validate').length > before, 600_000)
    expect(login()).toBe('signed-in')
  })

  it('renews an ended token, each refresh token once, and keeps the new one before it is used', async () => {
    await again({ name: 'Psiona' })
    await twitch.when(() => twitch.hook.state().name === 'psiona')
    const kept = twitch.secrets.read('twitch-login')
    twitch.api.signIn.expire()
    await twitch.soon(() => twitch.api.signIn.refreshed.length === 1, 600_000)
    await twitch.when(() => twitch.secrets.read('twitch-login') !== kept)
    expect(new Set(twitch.api.signIn.refreshed).size).toBe(twitch.api.signIn.refreshed.length)
    expect(login()).toBe('signed-in')
  })

  it('renews ahead of the end', async () => {
    await again({ name: 'Psiona' })
    await twitch.when(() => twitch.hook.state().name === 'psiona')
    twitch.api.signIn.lifeSeconds = 200
    await twitch.soon(() => twitch.api.signIn.refreshed.length === 1, 600_000)
  })

  it('is over when the refresh is refused: the state and the health say so', async () => {
    await again({ name: 'Psiona' })
    twitch.choose('psiona')
    await twitch.when(() => twitch.hook.state().name === 'psiona')
    twitch.api.signIn.expire(true)
    await twitch.soon(() => login() === 'expired', 600_000)
    expect(twitch.hook.state().detail).toMatch(/no longer accepts .* Sign in/)
    await twitch.soon(() => twitch.hook.health().state === 'trouble')
    expect(twitch.hook.health().remedy).toMatch(/Sign in to Twitch again/)
    expect(twitch.hook.cannotWrite()).toMatch(/Sign in/)
  })

  it('tells an application of the wrong kind', async () => {
    await again({ name: 'Psiona' })
    await twitch.when(() => twitch.hook.state().name === 'psiona')
    twitch.api.signIn.confidential = true
    twitch.api.signIn.expire()
    await twitch.soon(() => login() === 'expired', 600_000)
    expect(twitch.hook.state().detail).toMatch(/public/)
  })

  it('outlasts an outage at the start', async () => {
    await twitch.close()
    twitch = await startTwitchReading({ signedIn: { name: 'Psiona' } })
    twitch.api.trouble('/oauth2/validate', { kind: 'drop' }, { kind: 'status', status: 502 }, { kind: 'garbage' })
    await twitch.soon(() => twitch.hook.state().name === 'psiona')
    expect(twitch.hook.state().detail).toBe('')
  })

  it('[R113] ends with signing out: revoked at Twitch and gone here', async () => {
    await again({ name: 'Psiona' })
    await twitch.when(() => twitch.hook.state().name === 'psiona')
    expect(await twitch.hook.signOut()).toMatchObject({ login: 'none', name: '', scopes: [] })
    expect(twitch.api.signIn.revoked).toHaveLength(1)
    expect(twitch.secrets.read('twitch-login')).toBeNull()
  })
})

describe('what was kept', () => {
  it.each(['', '{', '[]', '{"clientId":"x"}', 'null'])('and is no sign-in (%j) is none', async (kept) => {
    await twitch.close()
    twitch = await startTwitchReading({ kept })
    expect(login()).toBe('none')
    await twitch.read()
    expect(twitch.hook.health().state).toBe('ok')
  })
})
