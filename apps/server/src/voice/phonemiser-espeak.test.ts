import { renderOffline } from '@psiona/psi'
import { VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../clock'
import { findProgram } from '../find-program'
import { runProgram } from '../program-run'
import { type ProgramAnswer, type ProgramDoor, phonemiserEspeak } from './phonemiser-espeak'
import { createPhonemisers } from './phonemisers'

const searchPath = process.env.PATH ?? ''
const door: ProgramDoor = {
  find: (command) => findProgram(command, searchPath),
  run: (order) => runProgram({ clock: systemClock, ...order }),
}
const VOICES = ' 5  de  --/M  German  gmw/de\n'
const never = () => new AbortController().signal
const exited = (output: string): ProgramAnswer => ({ kind: 'exited', code: 0, output })

/** A program that is not there but answers. */
function scripted(answer: (text: string, args: readonly string[]) => ProgramAnswer) {
  const runs: { args: readonly string[]; text: string }[] = []
  const scriptedDoor: ProgramDoor = {
    find: (command) => (command === 'espeak-ng' ? '/bin/espeak-ng' : null),
    run: async ({ args, input }) => {
      const text = input ? new TextDecoder().decode(input) : ''
      runs.push({ args, text })
      return args.includes('--voices') ? exited(VOICES) : answer(text, args)
    },
  }
  return { runs, phonemiser: phonemiserEspeak(scriptedDoor) }
}

describe('espeak-ng as a phonemiser', () => {
  it('gets the text by its standard input and never as an argument', async () => {
    const { runs, phonemiser } = scripted(() => exited('h_ˈa_l_oː\nv_ˈɛ_l_t\n'))
    expect(await phonemiser.voiceFor('de-CH')).toBe('de')
    expect(await phonemiser.ipa(['--hallo', 'welt'], 'de', never())).toEqual(['h_ˈa_l_oː', 'v_ˈɛ_l_t'])
    expect(runs.at(-1)).toEqual({ args: ['-q', '--ipa', '--sep=_', '-v', 'de', '--stdin'], text: '--hallo\n\nwelt\n' })
  })
  it('is asked for its voices once', async () => {
    const { runs, phonemiser } = scripted(() => exited(''))
    await Promise.all([phonemiser.voiceFor('de'), phonemiser.voiceFor('fr'), phonemiser.voiceFor('de')])
    expect(runs).toHaveLength(1)
  })
  it('is asked for each clause alone when it saw more ends than there are', async () => {
    const lines = (clause: string) => (clause === 'zwei' ? 'ts_v\nˈaɪ\n' : 'j_ˈa\n')
    const { runs, phonemiser } = scripted((text) => exited(text.trim().split('\n\n').map(lines).join('')))
    expect(await phonemiser.ipa(['zwei', 'ja'], 'de', never())).toEqual(['ts_v ˈaɪ', 'j_ˈa'])
    expect(runs.map(({ text }) => text)).toEqual(['zwei\n\nja\n', 'zwei\n', 'ja\n'])
    await phonemiser.ipa(['3.50', 'ja'], 'de', never())
    expect(runs.slice(3).map(({ text }) => text)).toEqual(['3.50\n', 'ja\n'])
  })
  it.each([
    [{ kind: 'exited', code: 1, output: '' }, /ended with code 1/],
    [{ kind: 'exited', code: null, output: '' }, /crashed/],
    [{ kind: 'not-started', cause: new Error('x') }, /could not be started/],
    [{ kind: 'too-slow' }, /longer than 5 s/],
    [{ kind: 'too-much' }, /prints far more/],
  ] as [ProgramAnswer, RegExp][])('%o is a problem that says what to do', async (end, sentence) => {
    const { phonemiser } = scripted(() => end)
    await expect(phonemiser.ipa(['geheim'], 'de', never())).rejects.toThrow(sentence)
    await expect(phonemiser.ipa(['geheim'], 'de', never())).rejects.not.toThrow(/geheim/)
  })
  it('speaks nothing where there is no program, and is ended with the voice', async () => {
    const phonemiser = phonemiserEspeak({ find: () => null, run: door.run })
    expect(phonemiser.installed()).toBe(false)
    expect(await phonemiser.voiceFor('de')).toBeNull()
    await phonemiser.close()
  })
})

const dials = VoiceDials.parse({})
const SENTENCES: readonly (readonly [language: string, text: string])[] = [
  ['de', 'Guten Abend! Am 3. Mai kaufte ich 25 schöne Äpfel für 3,50 Euro, nicht wahr?'],
  ['fr', "Bonjour, ça va ? C'est l'été, un bon vin blanc."],
  ['es', '¿Cómo estás? El perro de la señora corre por la calle. ¡Qué bien!'],
  ['it', 'Ciao bella, gli gnocchi sono pronti.'],
  ['pt-BR', 'Não, eu não sei. A mãe canta muito bem!'],
  ['pl', 'Cześć, jak się masz? Szczęście i źródło.'],
  ['ru', 'Привет, как дела? Щука и жизнь.'],
  ['ja', 'こんにちは、げんきですか。'],
  ['ko', '안녕하세요. 반갑습니다!'],
  ['zh', '你好，世界。我们去吃饭！'],
  ['ar', 'مرحبا، كيف حالك؟'],
  ['hi', 'नमस्ते, आप कैसे हैं? ठीक है।'],
  ['tr', 'Merhaba, nasılsın? Güzel bir gün.'],
  ['sv', 'Hej, hur mår du? Sju sköna sjömän.'],
  ['fi', 'Hyvää päivää, mitä kuuluu?'],
  ['vi', 'Xin chào, bạn khỏe không?'],
]

describe.runIf(door.find('espeak-ng'))('the espeak-ng of this machine', () => {
  const phonemisers = createPhonemisers([phonemiserEspeak(door)])
  it.each(SENTENCES)('speaks %s', async (language, text) => {
    const { phrases, note } = await phonemisers.speakable(text, language)
    expect(note).toBeNull()
    const written = (phrases ?? []).flatMap(({ words }) => words.map((word) => word.written)).filter(Boolean)
    expect(written.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    const { pcm } = renderOffline({ phrases: phrases ?? [], dials, emotion: {}, seed: 1 })
    const peak = pcm.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
    expect(pcm.every(Number.isFinite)).toBe(true)
    expect(peak).toBeGreaterThan(0.05)
    expect(peak).toBeLessThanOrEqual(1)
    expect(phonemisers.health(language)).toMatchObject({ state: 'ok' })
  })
  it('does not know every language there is', async () => {
    expect(await phonemisers.check('xx')).toMatchObject({
      state: 'trouble',
      detail: expect.stringContaining('does not speak xx'),
    })
  })
  it('takes no text as an order', async () => {
    for (const text of ['--help', '-w /tmp/x', '[[h@l@U]]', '<speak>', '$(ls)', '`ls`', '\u0000 a', '-'])
      await expect(phonemisers.speakable(text, 'de')).resolves.toMatchObject({ note: null })
  })
})
