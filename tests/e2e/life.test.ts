// What a newcomer and a streamer meet around the talking: restarts, a server that is not there yet, mistakes, a port in use.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CharacterFile, ChatReply } from '@psiona/shared'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../checkout'
import { launch, openPage } from './browser'
import { overlayStats, whenIdle, whenSounding, whenStats } from './overlay-gauge'
import { type RunningPsiona, startPsiona } from './psiona'

let browser: Browser
const folders: string[] = []
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'psiona-life-'))
  folders.push(path)
  return path
}
beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  for (const path of folders) rmSync(path, { recursive: true, force: true })
})

/** Runs the server to its end; what it said and how it ended. */
const runToEnd = (environment: Record<string, string>) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, [join(root, 'dist/main.mjs')], { cwd: root, env: { ...process.env, ...environment } })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('exit', (code) => resolve({ code, said: said.trim() }))
  })

describe('life of the process', () => {
  it('after a restart she knows what was said, and an open overlay comes back by itself', async () => {
    const dataDir = folder()
    let psiona: RunningPsiona = await startPsiona({ dataDir })
    const { port } = psiona
    const { page, complaints } = await openPage(browser, await psiona.overlayUrl())
    await whenIdle(page)
    await psiona.api('POST', '/api/chat', ChatReply, { text: 'My cat is called Schroedinger.', speak: false })
    await psiona.stop({ keepData: true })
    await whenStats(page, ({ link }) => link !== 'connected')
    psiona = await startPsiona({ dataDir, port })
    await whenIdle(page)
    const sentAt = Date.now()
    const reply = await psiona.api('POST', '/api/chat', ChatReply, { text: 'What is my cat called?' })
    expect(reply.reply).toMatch(/Schroedinger/i)
    expect(reply.remembered.length).toBeGreaterThan(0)
    await whenSounding(page, sentAt)
    expect((await overlayStats(page)).frames.length).toBeGreaterThan(10)
    expect(complaints.filter((complaint) => !/ERR_CONNECTION_REFUSED|WebSocket/.test(complaint))).toEqual([])
    await page.context().close()
    await psiona.stop()
  })

  it('a port in use is one sentence and exit code 1', async () => {
    const holder = createServer()
    const port = await new Promise<number>((resolve) =>
      holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port)),
    )
    const { code, said } = await runToEnd({ PSIONA_PORT: String(port), PSIONA_DATA: folder() })
    holder.close()
    expect(code).toBe(1)
    expect(said.split('\n')).toHaveLength(1)
    expect(said).toMatch(/PSIONA_PORT/)
  })

  it('a data folder that cannot be written is one sentence and exit code 1', async () => {
    const file = join(folder(), 'not-a-folder')
    writeFileSync(file, '')
    const { code, said } = await runToEnd({ PSIONA_PORT: '0', PSIONA_DATA: file })
    expect(code).toBe(1)
    expect(said.split('\n')).toHaveLength(1)
    expect(said).toMatch(/PSIONA_DATA|folder/)
  })

  it('a mistake in the character file is told with its line while the last good version stays; an edit applies live', async () => {
    const psiona = await startPsiona({ dataDir: folder() })
    const file = await psiona.api('GET', '/api/characters/tori', CharacterFile)
    const wrong = file.yaml.replace(/pitchHz:.*/, 'pitchHz: 9000')
    await expect(psiona.api('PUT', '/api/characters/tori', CharacterFile, { yaml: wrong })).rejects.toThrow(
      /pitchHz.*60.*420.*line/is,
    )
    expect((await psiona.api('GET', '/api/characters/tori', CharacterFile)).yaml).toBe(file.yaml)
    await psiona.api('PUT', '/api/characters/tori', CharacterFile, { yaml: file.yaml.replace(/name: Tori/, 'name: Nova') })
    const { reply } = await psiona.api('POST', '/api/chat', ChatReply, { text: 'What is your name?', speak: false })
    expect(reply).toMatch(/Nova/)
    expect(readFileSync(join(psiona.dataDir, 'characters', 'tori.yaml'), 'utf8')).toContain('Nova')
    await psiona.stop()
  })
})
