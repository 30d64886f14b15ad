// The process at its end: what was being said when Ctrl C came.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type HeardProgress, SayReply } from '@psiona/shared'
import { io } from 'socket.io-client'
import { afterAll, describe, expect, it } from 'vitest'
import { type RunningPsiona, startPsiona } from './e2e/psiona'

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
})
