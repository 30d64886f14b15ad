import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSecrets } from './secrets-file'

let dataDir: string
const file = () => join(dataDir, 'secrets.json')
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'psiona-secrets-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('[R113] keeps secrets over a restart, for their owner alone', () => {
  openSecrets(dataDir).write('obs-password', 'geheim')
  expect(openSecrets(dataDir).read('obs-password')).toBe('geheim')
  expect(openSecrets(dataDir).read('twitch-login')).toBeNull()
  expect(statSync(file()).mode & 0o777).toBe(0o600)
})

it('[R113] what is removed is not on the disk any more', () => {
  const secrets = openSecrets(dataDir)
  secrets.write('obs-password', 'geheim')
  secrets.write('twitch-login', '{"a":1}')
  secrets.write('obs-password', null)
  expect(secrets.read('obs-password')).toBeNull()
  expect(readFileSync(file(), 'utf8')).not.toContain('geheim')
  expect(openSecrets(dataDir).read('twitch-login')).toBe('{"a":1}')
})

it('[R113] says of a damaged file what to do, and not what is in it', () => {
  writeFileSync(file(), '{"obs-password":"geheim"')
  expect(() => openSecrets(dataDir)).toThrow(/Remove it and enter/)
  expect(() => openSecrets(dataDir)).not.toThrow(/geheim/)
})
