import { Problem } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import type { Phonemiser } from './phonemiser'
import { createPhonemisers } from './phonemisers'

interface Scripted extends Phonemiser {
  readonly asked: string[][]
  closed: boolean
}
function scripted(
  name: string,
  options: { speaks?: string; installed?: boolean; ipa?: (clauses: readonly string[]) => string[] } = {},
): Scripted {
  const asked: string[][] = []
  return {
    name,
    asked,
    closed: false,
    installed: () => options.installed ?? true,
    voiceFor: async (language) => (language === options.speaks ? language : null),
    async ipa(clauses) {
      asked.push([...clauses])
      return (options.ipa ?? ((each) => each.map(() => 'h_ˈa_l_oː')))(clauses)
    },
    async close() {
      this.closed = true
    },
  }
}
const absent = (name: string) => scripted(name, { installed: false })

describe('the choice of a phonemiser', () => {
  it('leaves English to the engine', async () => {
    const first = scripted('espeak-ng', { speaks: 'en-GB' })
    const phonemisers = createPhonemisers([first])
    expect(await phonemisers.speakable('Hello', 'en-GB')).toEqual({ phrases: null, note: null })
    expect(first.asked).toEqual([])
    expect(await phonemisers.check('en')).toMatchObject({ state: 'ok' })
  })
  it('takes the first that knows the language, and asks once for the same text', async () => {
    const [first, second] = [scripted('espeak-ng'), scripted('phonemizer', { speaks: 'de' })]
    const phonemisers = createPhonemisers([first, second])
    const { phrases, note } = await phonemisers.speakable('Hallo, du!', 'de')
    expect(note).toBeNull()
    expect(phrases?.map(({ ending }) => ending)).toEqual(['continues', 'exclamation'])
    expect(await phonemisers.speakable('Hallo, du!', 'de')).toEqual({ phrases, note })
    expect(second.asked).toEqual([['Hallo', 'du']])
    expect(phonemisers.health('de')).toEqual({ state: 'ok', detail: 'speaks de by phonemizer' })
  })
  it('forgets the oldest text', async () => {
    const only = scripted('espeak-ng', { speaks: 'de' })
    const phonemisers = createPhonemisers([only])
    for (let i = 0; i < 200; i++) await phonemisers.speakable(`Wort ${i}`, 'de')
    await phonemisers.speakable('Wort 199', 'de')
    expect(only.asked).toHaveLength(200)
    await phonemisers.speakable('Wort 0', 'de')
    expect(only.asked).toHaveLength(201)
  })
  it('says what to do when nothing is installed, and speaks all the same', async () => {
    const phonemisers = createPhonemisers([absent('espeak-ng'), absent('phonemizer')])
    const german = await phonemisers.speakable('Schöne Grüße', 'de')
    expect(german.phrases).toBeNull()
    expect(german.note).toMatch(/Nothing on this machine tells how de sounds.*Install espeak-ng/)
    const hindi = await phonemisers.speakable('नमस्ते दुनिया', 'hi')
    expect(hindi.phrases?.flatMap(({ words }) => words.flatMap(({ phones }) => phones)).length).toBeGreaterThan(8)
    expect(phonemisers.health('hi')).toMatchObject({ state: 'trouble', remedy: expect.stringContaining('Install espeak-ng') })
  })
  it('names the package that is there and does not know the language', async () => {
    const phonemisers = createPhonemisers([absent('espeak-ng'), scripted('phonemizer')])
    expect(await phonemisers.check('fr')).toMatchObject({
      state: 'trouble',
      detail: expect.stringContaining('phonemizer does not know it'),
      remedy: expect.stringContaining('espeak-ng'),
    })
  })
  it('goes on to the next when one fails, and else falls back with a note that holds nothing of the text', async () => {
    const fails = () => {
      throw new Problem('phonemiser-failed', 'broken', 'espeak-ng crashed. Run it in a terminal.')
    }
    const bad = scripted('espeak-ng', { speaks: 'de', ipa: fails })
    const good = scripted('phonemizer', { speaks: 'de' })
    expect((await createPhonemisers([bad, good]).speakable('Hallo', 'de')).phrases).toHaveLength(1)
    const phonemisers = createPhonemisers([bad])
    const { phrases, note } = await phonemisers.speakable('Geheim', 'de')
    expect(phrases).toBeNull()
    expect(note).toMatch(/^espeak-ng crashed.* Run it in a terminal\.$/)
    expect(note).not.toMatch(/Geheim/)
  })
  it('is quiet about a line that was given up', async () => {
    const abort = new AbortController()
    const slow = scripted('espeak-ng', {
      speaks: 'de',
      ipa: () => {
        abort.abort()
        throw new Problem('phonemiser-stopped', 'busy', 'The line was given up.')
      },
    })
    const phonemisers = createPhonemisers([slow])
    expect(await phonemisers.speakable('Hallo', 'de', abort.signal)).toEqual({ phrases: null, note: null })
    expect(phonemisers.health('de')).toBeNull()
  })
  it('says nothing of what has no words', async () => {
    const phonemisers = createPhonemisers([scripted('espeak-ng', { speaks: 'de' })])
    expect(await phonemisers.speakable('😀 …', 'de')).toEqual({ phrases: [], note: null })
  })
  it('closes all', async () => {
    const both = [scripted('espeak-ng'), scripted('phonemizer')]
    await createPhonemisers(both).close()
    expect(both.map(({ closed }) => closed)).toEqual([true, true])
  })
})
