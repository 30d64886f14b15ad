// A phone: it pairs by the code of the panel, its microphone is heard, it plays her; and unpairing ends it. A real browser at the TLS door.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeWav } from '@psiona/psi'
import { MIC_RATE, MicrophoneState, PairingOffer, PhonesReply, Settings } from '@psiona/shared'
import type { Browser, Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SPEAKING_VOICES, speakAll } from '../../bench/hearing-voices'
import { launch, openPage, type WatchedPage } from './browser'
import { whenSounding, whenStats } from './overlay-gauge'
import { type RunningPsiona, startPsiona } from './psiona'

let folder: string
let psiona: RunningPsiona
let browser: Browser
let phone: WatchedPage

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'psiona-phone-'))
  const environment = { PSIONA_LAN: '1', PSIONA_LAN_HOST: '127.0.0.1', PSIONA_LAN_PORT: '0' }
  psiona = await startPsiona({ environment })
  const settings = await psiona.api('GET', '/api/settings', Settings)
  const recogniser = {
    kind: 'command' as const,
    command: 'pocketsphinx_continuous',
    args: ['-infile', '{wav}', '-logfn', '/dev/null'],
  }
  await psiona.api('PUT', '/api/settings', Settings, { ...settings, hearing: { ...settings.hearing, recogniser } })
  const [words] = speakAll([{ voice: SPEAKING_VOICES.find(({ name }) => name === 'flite rms')!, text: 'What is your name?' }])
  const file = join(folder, 'phone.wav')
  const pause = new Float32Array(12 * MIC_RATE)
  writeFileSync(file, encodeWav(Float32Array.from([...pause.subarray(0, 6 * MIC_RATE), ...(words ?? []), ...pause]), MIC_RATE))
  browser = await launch([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${file}`,
  ])
})
afterAll(async () => {
  await browser?.close()
  await psiona?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const microphone = () => psiona.api('GET', '/api/microphone', MicrophoneState)

describe('a phone', () => {
  it('[R90] [R91] pairs by the code of the panel, once', async () => {
    const offer = await psiona.api('POST', '/api/phones', PairingOffer)
    expect(offer.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/mic#pair=/)
    phone = await openPage(browser, offer.url, { viewport: { width: 390, height: 844 }, ignoreHTTPSErrors: true, hasTouch: true })
    await phone.page.getByLabel('Name of this phone').fill('Test phone')
    await phone.page.getByRole('button', { name: 'Pair this phone' }).click()
    await phone.page.getByRole('button', { name: 'Turn on' }).waitFor()
    expect(phone.page.url()).not.toContain('pair=')
    const { phones, lan } = await psiona.api('GET', '/api/phones', PhonesReply)
    expect(phones.map(({ name }) => name)).toEqual(['Test phone'])
    expect(lan).toMatchObject({ on: true, remedy: null })
    const second = await openPage(browser, offer.url, { ignoreHTTPSErrors: true })
    await second.page.getByRole('button', { name: 'Pair this phone' }).click()
    await second.page.getByRole('alert').first().waitFor()
    await second.page.context().close()
  })

  it('[R92] plays her, and what is said into it is answered there', async () => {
    const startedAt = Date.now()
    await phone.page.getByRole('button', { name: 'Play her here' }).click()
    let overlay: Frame | undefined
    await expect
      .poll(() => {
        overlay = phone.page.frames().find((frame) => new URL(frame.url()).pathname.startsWith('/overlay'))
        return overlay !== undefined
      })
      .toBe(true)
    await whenStats(overlay as Frame, ({ sounding }) => sounding)
    await phone.page.getByRole('button', { name: 'Turn on' }).click()
    await expect.poll(async () => (await microphone()).source?.kind, { timeout: 20_000 }).toBe('phone')
    const sound = await whenSounding(overlay as Frame, startedAt)
    expect(sound.startMs).toBeGreaterThan(startedAt)
    const [turn] = await psiona.turns()
    expect(turn?.said.toLowerCase()).toContain('name')
    expect(turn?.answered).toMatch(/Tori/)
  })

  it('[R71] its talk key holds for as long as a finger lies on it', async () => {
    await phone.page.getByRole('radio', { name: 'Push to talk' }).click()
    await expect.poll(async () => (await microphone()).mode).toBe('push-to-talk')
    const key = phone.page.getByRole('button', { name: /hold to talk|talk/i }).first()
    const box = await key.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    await phone.page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
    await phone.page.mouse.down()
    await expect.poll(async () => (await microphone()).held).toBe(true)
    await phone.page.mouse.up()
    await expect.poll(async () => (await microphone()).held).toBe(false)
  })

  it('[R93] unpaired, it is nobody’s microphone any more, and says how to pair again', async () => {
    const [paired] = (await psiona.api('GET', '/api/phones', PhonesReply)).phones
    await psiona.api('DELETE', `/api/phones/${paired?.id}`, z.object({ ok: z.literal(true) }))
    await expect.poll(async () => (await microphone()).source).toBeNull()
    await phone.page.getByText(/pair/i).first().waitFor()
  })
})
