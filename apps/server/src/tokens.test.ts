// The token files: made once, private, damaged, unreadable; and what counts as one of them.
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTokens } from './tokens'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psiona-tokens-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const file = (name: string) => join(folder, name)
const text = async (name: string) => (await readFile(file(name), 'utf8')).trim()
const codeOf = (work: Promise<unknown>) => work.catch((error: unknown) => (error instanceof Problem ? error.code : error))

describe('tokens', () => {
  test('[R40] both are made at the first start, 32 bytes each, readable by the user alone, and kept', async () => {
    const tokens = await openTokens(folder)
    for (const name of ['control-token', 'overlay-token']) {
      expect(Buffer.from(await text(name), 'base64url')).toHaveLength(32)
      expect((await stat(file(name))).mode & 0o777).toBe(0o600)
    }
    expect(await text('control-token')).not.toBe(await text('overlay-token'))
    const again = await openTokens(folder)
    expect(again.overlay()).toBe(tokens.overlay())
    expect(again.isControl(await text('control-token'))).toBe(true)
    expect(await readdir(folder)).toEqual(['control-token', 'overlay-token'])
  })

  test('[R40] a token file that others could read is closed', async () => {
    await openTokens(folder)
    await chmod(file('control-token'), 0o644)
    await openTokens(folder)
    expect((await stat(file('control-token'))).mode & 0o777).toBe(0o600)
  })

  test('each counts for itself and for nothing else', async () => {
    const tokens = await openTokens(folder)
    const control = await text('control-token')
    expect(tokens.isOverlay(control)).toBe(false)
    expect(tokens.isControl(tokens.overlay())).toBe(false)
    for (const wrong of ['', 'x', control.slice(1), `${control}A`, control.toLowerCase()])
      expect(tokens.isControl(wrong)).toBe(false)
  })

  test('[R43] the cookie tells nothing of the token and holds for one port', async () => {
    const tokens = await openTokens(folder)
    const control = await text('control-token')
    expect(tokens.cookie(3210)).not.toContain(control)
    expect(tokens.isCookie(tokens.cookie(3210), 3210)).toBe(true)
    expect(tokens.isCookie(tokens.cookie(3210), 3211)).toBe(false)
    expect(tokens.isCookie(control, 3210)).toBe(false)
  })

  test('[R46] a rotation replaces the file and ends the old token', async () => {
    const tokens = await openTokens(folder)
    const old = tokens.overlay()
    await tokens.rotateOverlay()
    expect(tokens.isOverlay(old)).toBe(false)
    expect(await text('overlay-token')).toBe(tokens.overlay())
    expect((await stat(file('overlay-token'))).mode & 0o777).toBe(0o600)
  })

  test('a damaged file is named, not its content', async () => {
    await openTokens(folder)
    await writeFile(file('control-token'), 'canary not a token')
    const problem = await openTokens(folder).catch((error: unknown) => error)
    expect(problem).toMatchObject({ code: 'token-damaged', message: expect.stringContaining('control-token') })
    expect(JSON.stringify(problem)).not.toContain('canary')
  })

  test('a data folder that is no folder says what to do', async () => {
    await writeFile(file('data'), '')
    expect(await codeOf(openTokens(file('data')))).toBe('data-not-writable')
  })
})
