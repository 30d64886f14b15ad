// Programs as recognisers: a real one, small ones that behave, and small ones that do not.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MIC_RATE, Problem } from '@psiona/shared'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type SpeakingVoice, speakAll } from '../../../../bench/hearing-voices'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import {
  finalOf,
  HUM,
  SOON,
  spokenIn,
  transcriberSuite,
  transcriptsOf,
  wordsOf,
} from '../../../../tests/suites/transcriber-suite'
import { systemClock } from '../clock'
import { findProgram } from '../find-program'
import type { Transcriber } from '../organs'
import { transcriberCommand } from './transcriber-command'

const searchPath = process.env.PATH ?? ''
const node = process.execPath
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'psiona-command-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const wavs = () => join(folder, 'wavs')
const wavsLeft = (): string[] => {
  try {
    return readdirSync(wavs())
  } catch {
    // Not made, since no program has run.
    return []
  }
}
/** A program of a few lines. `wav` is the path it was given. */
const script = (name: string, lines: string): string => {
  const path = join(folder, `${name}.mjs`)
  writeFileSync(path, `import { readFileSync, statSync, writeFileSync } from 'node:fs'\nconst wav = process.argv[2]\n${lines}\n`)
  return path
}
const programOf = (path: string, args: readonly string[] = ['{wav}'], of: FakeClock | typeof systemClock = systemClock) =>
  transcriberCommand({ clock: of, command: node, args: [path, ...args], tmpDir: wavs(), searchPath })
const heardBy = async (transcriber: Transcriber, sound = HUM) =>
  finalOf(await transcriptsOf(transcriber.transcribe(spokenIn(sound), new AbortController().signal)))
const failureOf = async (transcriber: Transcriber): Promise<Problem> => {
  const cause = await heardBy(transcriber).then(
    (text) => new Error(`heard ${text}`),
    (failure: unknown) => failure,
  )
  expect(cause).toBeInstanceOf(Problem)
  return cause as Problem
}

/** Says a word for a sound that is not silent, as loudness is told without a model. */
const LISTENER = `
const bytes = wav ? readFileSync(wav) : readFileSync(0)
const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length))
console.log(samples.some((sample) => Math.abs(sample) > 300) ? '[00:00.000 --> 00:01.000]  Hello   \\u200bthere (music)' : '[BLANK_AUDIO]')`

const words = ['hello', 'there']
const loud = { sound: () => HUM, words, leastShare: 1 }
const missing = async () =>
  transcriberCommand({ clock: systemClock, command: 'no-such-recogniser', args: ['{wav}'], tmpDir: wavs(), searchPath })

transcriberSuite('a program that is given a file', {
  open: async () => programOf(script('listener', LISTENER)),
  hears: loud,
  broken: missing,
  leftovers: wavsLeft,
})
transcriberSuite('a program that reads its standard input', {
  open: async () => programOf(script('listener', LISTENER), []),
  hears: loud,
  broken: async () => programOf(script('failing', 'process.exit(3)'), []),
  leftovers: wavsLeft,
})

const SENTENCES = ['what is your name', 'where do you come from', 'i am very happy to see you', 'do you like music']
const flite = (voice: string): SpeakingVoice => ({
  name: `flite ${voice}`,
  program: 'flite',
  arguments: (text, file) => ['-voice', voice, '-t', text, '-o', file],
})
/** The synthesisers' voices that this recogniser, trained on people, follows well; espeak-ng's own it does not. */
const VOICES: readonly SpeakingVoice[] = [
  flite('rms'),
  flite('slt'),
  {
    name: 'espeak-ng klatt',
    program: 'espeak-ng',
    arguments: (text, file) => ['-v', 'en-us+klatt', '-s', '180', '-w', file, text],
  },
]
const lacking = ['pocketsphinx_continuous', 'flite', 'espeak-ng'].filter((program) => !findProgram(program, searchPath))
const pocketsphinx = () =>
  transcriberCommand({
    clock: systemClock,
    command: 'pocketsphinx_continuous',
    args: ['-infile', '{wav}', '-logfn', '/dev/null'],
    tmpDir: wavs(),
    searchPath,
  })
/** What the ears give around speech: a recogniser needs the quiet to know the room. */
const inQuiet = (speech: Float32Array): Float32Array => {
  const sound = new Float32Array(speech.length + MIC_RATE * 0.7)
  sound.set(speech, MIC_RATE * 0.3)
  return sound
}

describe.skipIf(lacking.length > 0)(
  `pocketsphinx, a real recogniser${lacking.length > 0 ? ` (no ${lacking.join(', ')})` : ''}`,
  () => {
    transcriberSuite('pocketsphinx', {
      open: async () => pocketsphinx(),
      hears: {
        sound: () => inQuiet(speakAll([{ voice: VOICES[0]!, text: SENTENCES[1]! }])[0]!),
        words: SENTENCES[1]!.split(' '),
        leastShare: 0.8,
      },
      leftovers: wavsLeft,
    })
    it.each(VOICES.map((voice) => [voice.name, voice] as const))('understands simple sentences of %s', async (_, voice) => {
      const sounds = speakAll(SENTENCES.map((text) => ({ voice, text })))
      let right = 0
      for (const [i, sound] of sounds.entries()) {
        const heard = wordsOf(await heardBy(pocketsphinx(), inQuiet(sound)))
        right += SENTENCES[i]!.split(' ').filter((word) => heard.includes(word)).length
      }
      // All 20 of 20 when it was measured; a newer voice or model may lose one or two.
      expect(right / SENTENCES.join(' ').split(' ').length).toBeGreaterThanOrEqual(0.8)
    })
  },
)

describe('what the program is given', () => {
  it('is a 16 kHz mono wav of 16 bits that nobody else may read, gone afterwards', async () => {
    const path = script(
      'looks',
      `const b = readFileSync(wav)
console.log(b.toString('latin1', 0, 4), b.readUInt16LE(22), b.readUInt32LE(24), b.readUInt16LE(34), b.readUInt32LE(40), (statSync(wav).mode & 0o777).toString(8))`,
    )
    expect(await heardBy(programOf(path))).toBe(`RIFF 1 ${MIC_RATE} 16 ${HUM.length * 2} 600`)
    expect(wavsLeft()).toEqual([])
  })
  it('may stand anywhere in an argument, and no shell looks at any of them', async () => {
    const path = script('arguments', `console.log(JSON.stringify(process.argv.slice(2)))`)
    const args = ['--file={wav}', '$(echo no); `echo no` > x', '$&']
    const transcriber = programOf(path, args)
    const heard = await transcriptsOf(transcriber.transcribe(spokenIn(HUM), new AbortController().signal))
    expect(heard).toHaveLength(1)
    const echo = script('echo', `console.log(process.argv[2].slice(0, 7), process.argv[3], process.argv[4])`)
    expect(await heardBy(programOf(echo, args))).toBe('--file= $ ; `echo no` > x $&')
  })
})

describe('a program that does not behave', () => {
  it.each([
    ['fails', 'process.exit(3)', 'ears-program-failed', /code 3.*terminal/],
    ['crashes', `process.kill(process.pid, 'SIGKILL')`, 'ears-program-failed', /crashed/],
    ['prints without end', `for (;;) writeFileSync(1, 'word '.repeat(1000))`, 'ears-program-failed', /far more/],
  ])('%s', async (_, lines, code, says) => {
    const transcriber = programOf(script('odd', lines))
    const problem = await failureOf(transcriber)
    expect(problem.code).toBe(code)
    expect(problem.message).toMatch(says)
    expect(transcriber.health()).toMatchObject({ state: 'trouble', remedy: expect.stringMatching(/Ears page\.$/) })
    expect(wavsLeft()).toEqual([])
  })
  it('is no program', async () => {
    const path = join(folder, 'text.txt')
    writeFileSync(path, 'hello', { mode: 0o644 })
    const transcriber = transcriberCommand({ clock: systemClock, command: path, args: ['{wav}'], tmpDir: wavs(), searchPath })
    expect((await failureOf(transcriber)).message).toMatch(/may not be run\. Install it/)
    writeFileSync(join(folder, 'garbage'), '\u0000\u0001', { mode: 0o755 })
    const garbage = transcriberCommand({
      clock: systemClock,
      command: join(folder, 'garbage'),
      args: [],
      tmpDir: wavs(),
      searchPath,
    })
    expect((await failureOf(garbage)).code).toBe('ears-program-failed')
  })
  it('does not read what it is given', async () => {
    const long = new Float32Array(MIC_RATE * 20).fill(0.1)
    expect(await heardBy(programOf(script('deaf', `console.log('fine')`), []), long)).toBe('fine')
  })
  it('cannot be given a file: the failure names the disk', async () => {
    writeFileSync(join(folder, 'in-the-way'), '')
    const transcriber = transcriberCommand({
      clock: systemClock,
      command: node,
      args: ['{wav}'],
      tmpDir: join(folder, 'in-the-way'),
      searchPath,
    })
    expect(await failureOf(transcriber)).toMatchObject({ code: 'ears-no-room' })
  })
  it('is well again after the next success, and found when it is installed', async () => {
    const path = script('moody', 'process.exit(1)')
    const transcriber = programOf(path)
    await failureOf(transcriber)
    script('moody', `console.log('hello')`)
    expect(await heardBy(transcriber)).toBe('hello')
    expect(transcriber.health().state).toBe('ok')
    const late = transcriberCommand({
      clock: systemClock,
      command: 'late-one',
      args: ['{wav}'],
      tmpDir: wavs(),
      searchPath: folder,
    })
    await failureOf(late)
    expect(late.health().state).toBe('trouble')
    writeFileSync(join(folder, 'late-one'), `#!${node}\nconsole.log('here')`, { mode: 0o755 })
    expect(late.health().state).toBe('ok')
    expect(await heardBy(late)).toBe('here')
  })
})

describe('a program that takes its time', () => {
  /** Runs until it is told to end, and shows that it runs. */
  const waiting = () =>
    script('waiting', `writeFileSync(${JSON.stringify(join(folder, 'runs'))}, '')\nsetInterval(() => {}, 1000)`)
  const runs = () => vi.waitFor(() => expect(existsSync(join(folder, 'runs'))).toBe(true), SOON)
  afterEach(() => rmSync(join(folder, 'runs'), { force: true }))

  it('is given up after 60 s', async () => {
    const clock = fakeClock()
    const failed = failureOf(programOf(waiting(), ['{wav}'], clock))
    await runs()
    await clock.advance(59_999)
    expect(wavsLeft()).toHaveLength(1)
    await clock.advance(1)
    expect(await failed).toMatchObject({ code: 'ears-slow', message: expect.stringMatching(/60 s\. Choose a smaller model/) })
    expect(wavsLeft()).toEqual([])
    expect(clock.waiting).toBe(0)
  })
  it.each(['abort', 'close'] as const)('ends with the %s, and its file with it', async (how) => {
    const clock = fakeClock()
    const controller = new AbortController()
    const transcriber = programOf(waiting(), ['{wav}'], clock)
    const heard = transcriptsOf(transcriber.transcribe(spokenIn(HUM), controller.signal))
    await runs()
    if (how === 'abort') controller.abort()
    else await transcriber.close()
    expect(await heard).toEqual([])
    expect(wavsLeft()).toEqual([])
    expect(clock.waiting).toBe(0)
  })
})
