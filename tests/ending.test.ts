// The process at its end: what was being said when Ctrl C came.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type HeardProgress, ObsRule, SayReply } from '@psiona/shared'
import { io } from 'socket.io-client'
import { afterAll, describe, expect, it } from 'vitest'
import { type RunningPsiona, startPsiona } from './e2e/psiona'
import { startRiggedPsiona } from './fakes/rigged-psiona'

const dataDir = mkdtempSync(join(tmpdir(), 'psiona-ending-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Nobody watches, so a virtual listener hears; the panel is told how far. */
const wordsHeard = ({ url, token }: RunningPsiona, least: number) =>
  new Promise<void>((resolve) => {
    const panel = io(`${url}/panel`, { transports: ['websocket'], extraHeaders: { authorization: `Bearer ${token}` } })
    panel.on('heard', ({ heardWords }: HeardProgress) => {
      if (heardWords < least) return
      panel.close()
      resolve()
    })
  })

describe('the end of the process', () => {
  it('[R21] keeps the words that were heard when it comes in mid-sentence', async () => {
    let psiona = await startPsiona({ dataDir })
    const heard = wordsHeard(psiona, 2)
    const text = 'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.'
    const { turnId } = await psiona.api('POST', '/api/say', SayReply, { text })
    await heard
    await psiona.stop({ keepData: true })
    expect(psiona.process.exitCode).toBe(0)
    psiona = await startPsiona({ dataDir })
    const turn = (await psiona.turns()).find(({ id }) => id === turnId)
    await psiona.stop({ keepData: true })
    expect(turn).toMatchObject({ status: 'cut', heard: expect.stringMatching(/^One two/) })
    expect(turn?.heard).not.toContain('sixteen')
  })

  it('comes within seconds while OBS and Twitch hang', async () => {
    const input = 'music'
    const { psiona, obs, twitch, api, close } = await startRiggedPsiona((settings) => ({
      obs: {
        ...settings.obs,
        rules: [
          ObsRule.parse({
            id: 'talk',
            title: 'Talk',
            when: { on: 'speaking' },
            back: { after: 'over' },
            does: [{ do: 'mute', input, muted: true }],
          }),
        ],
        duck: { ...settings.obs.duck, on: true, inputs: [input] },
      },
    }))
    try {
      await psiona.api('POST', '/api/say', SayReply, {
        text: 'Listen to me for a moment, the music can wait until I am through with this.',
      })
      await expect.poll(() => obs.asked.includes('SetInputMute'), { timeout: 15_000 }).toBe(true)
      obs.manners = 'stuck'
      twitch.mute(true)
      api.trouble('/', ...Array.from({ length: 50 }, () => ({ kind: 'hang' as const })))
      const over = psiona.stop().then(() => 'over')
      const late = new Promise((resolve) => setTimeout(() => resolve('late'), 9000))
      expect(await Promise.race([over, late])).toBe('over')
      expect(psiona.process.exitCode).toBe(0)
    } finally {
      await close()
    }
  }, 60_000)
})
