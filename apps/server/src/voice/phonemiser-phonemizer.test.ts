import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../clock'
import type { LanguageHealth, Phonemiser } from './phonemiser'
import { phonemiserPhonemizer } from './phonemiser-phonemizer'
import { createPhonemisers } from './phonemisers'

/** As phonemizer 1.2.1 answers, with a German voice beside its English ones; `crash` ends the thread, as a broken package does. */
const PACKAGE = `
exports.list_voices = async () => [
  { name: 'English (America)', identifier: 'gmw/en-US', languages: [{ priority: 2, name: 'en-us' }, { priority: 3, name: 'en' }] },
  { name: 'German', identifier: 'gmw/de', languages: [{ priority: 5, name: 'de' }] },
]
exports.phonemize = async (text, voice) => {
  if (text === 'crash') process.exit(1)
  if (voice !== 'de') throw new Error('Invalid language identifier')
  return text === 'Hallo Welt' ? ['halˈoː vˈɛlt'] : ['ʊnt', 'dˈuː']
}
process.on('uncaughtException', () => {})
`
let folder = ''
const beside = () => join(folder, 'package.json')
const never = () => new AbortController().signal
const install = (name: string, files: Readonly<Record<string, string>>) => {
  const to = join(folder, 'node_modules', name)
  mkdirSync(to, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(to, file), text)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'psiona-phonemizer-'))
  writeFileSync(beside(), '{}')
  install('phonemizer', { 'package.json': '{"name":"phonemizer","main":"index.cjs"}', 'index.cjs': PACKAGE })
  install('broken', { 'package.json': '{"name":"broken","main":"index.cjs"}', 'index.cjs': 'throw new Error("no")' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function using<T>(phonemiser: Phonemiser, work: (phonemiser: Phonemiser) => Promise<T>): Promise<T> {
  try {
    return await work(phonemiser)
  } finally {
    await phonemiser.close()
  }
}

describe('the npm package phonemizer', () => {
  it('reads each clause, in a thread that keeps its handlers to itself', async () => {
    const handlers = process.listenerCount('uncaughtException')
    await using(phonemiserPhonemizer({ clock: systemClock, besideFile: beside() }), async (phonemiser) => {
      expect(phonemiser.installed()).toBe(true)
      expect(await phonemiser.voiceFor('de-AT')).toBe('de')
      expect(await phonemiser.voiceFor('fr')).toBeNull()
      expect(await phonemiser.ipa(['Hallo Welt', 'und du'], 'de', never())).toEqual(['halˈoː vˈɛlt', 'ʊnt dˈuː'])
      const { phrases } = await createPhonemisers([phonemiser]).speakable('Hallo Welt, und du?', 'de')
      expect(phrases?.[0]?.words.map(({ written }) => written)).toEqual(['Hallo', 'Welt,'])
    })
    expect(process.listenerCount('uncaughtException')).toBe(handlers)
  })
  it('is not there when nobody has installed it', async () => {
    const options = { clock: systemClock, besideFile: beside(), packageName: 'not-installed' }
    await using(phonemiserPhonemizer(options), async (phonemiser) => {
      expect(phonemiser.installed()).toBe(false)
      expect(await phonemiser.voiceFor('de')).toBeNull()
      const health: LanguageHealth = await createPhonemisers([phonemiser]).check('de')
      expect(health).toMatchObject({ state: 'trouble', remedy: expect.stringContaining('Install espeak-ng') })
    })
  })
  it('speaks nothing when it cannot be loaded', async () => {
    const options = { clock: systemClock, besideFile: beside(), packageName: 'broken' }
    await using(phonemiserPhonemizer(options), async (phonemiser) => {
      expect(await phonemiser.voiceFor('de')).toBeNull()
    })
  })
  it('says so when it stops, and starts anew for the next line', async () => {
    await using(phonemiserPhonemizer({ clock: systemClock, besideFile: beside() }), async (phonemiser) => {
      await expect(phonemiser.ipa(['crash'], 'de', never())).rejects.toMatchObject({ code: 'phonemiser-failed' })
      expect(await phonemiser.ipa(['Hallo Welt'], 'de', never())).toEqual(['halˈoː vˈɛlt'])
      await expect(phonemiser.ipa(['x'], 'xx', never())).rejects.toThrow(/could not read a line/)
    })
  })
})
