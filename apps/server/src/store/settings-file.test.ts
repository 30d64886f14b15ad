import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultSettings, type Settings } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { openSettings } from './settings-file'

const clock = fakeClock()
let dataDir = ''
let file = ''
const changes: Settings[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'psiona-settings-'))
  file = join(dataDir, 'settings.json')
  changes.length = 0
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const open = () => openSettings({ dataDir, clock, onChange: (settings) => changes.push(settings) })
const withChannel = (channel: string): Settings => ({
  ...defaultSettings(),
  twitch: { ...defaultSettings().twitch, channel },
})

describe('settings file', () => {
  it('needs no file, and writes none before there is a choice', () => {
    const settings = open()
    expect(settings.current()).toEqual(defaultSettings())
    expect(settings.note).toBeNull()
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('keeps a choice, tells it, and leaves nothing half-written or readable by others', () => {
    open().write(withChannel('psiona'))
    expect(changes.map(({ twitch }) => twitch.channel)).toEqual(['psiona'])
    expect(readdirSync(dataDir)).toEqual(['settings.json'])
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(open().current().twitch.channel).toBe('psiona')
  })

  it('fills in what an older or shorter file does not say', () => {
    writeFileSync(file, '{ "twitch": { "channel": "Psiona" } }')
    expect(open().current()).toEqual(withChannel('psiona'))
  })

  it.each([
    ['half a file', '{ "schema": 1, "twi', 'the whole file'],
    ['a wrong value', '{ "mind": { "kind": "openai", "baseUrl": "file:///etc/passwd", "model": "m" } }', 'mind.baseUrl'],
    ['a word that is not one', '{ "colour": "red" }', 'the whole file'],
    ['a newer version', '{ "schema": 2 }', 'schema'],
  ])('sets %s aside, says so, and goes on with the defaults', (_, text, where) => {
    writeFileSync(file, text)
    const settings = open()
    expect(settings.current()).toEqual(defaultSettings())
    const aside = readdirSync(dataDir).filter((name) => /^settings\.broken-[\dTZ-]+\.json$/.test(name))
    expect(aside).toHaveLength(1)
    expect(readFileSync(join(dataDir, aside[0] ?? ''), 'utf8')).toBe(text)
    expect(settings.note).toContain(where)
    expect(settings.note).toContain(aside[0])
    settings.write(withChannel('psiona'))
    expect(settings.note).toBeNull()
  })

  it('changes nothing when the disk does not take it', () => {
    const settings = open()
    settings.write(withChannel('first'))
    rmSync(dataDir, { recursive: true })
    expect(() => settings.write(withChannel('second'))).toThrow(expect.objectContaining({ code: 'bad-data-folder' }))
    expect(settings.current().twitch.channel).toBe('first')
    expect(changes).toHaveLength(1)
    expect(existsSync(file)).toBe(false)
  })
})
