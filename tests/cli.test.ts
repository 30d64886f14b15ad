// The command line as a shell sees it: last line, exit codes, bytes.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from './checkout'

const folder = mkdtempSync(join(tmpdir(), 'psiona-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const environment = { ...process.env, PSIONA_DATA: join(folder, 'data') }
const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'dist/cli.mjs'), ...args], { cwd: folder, encoding: 'utf8', env: environment })
const json = (...args: string[]) => {
  const { stdout, status, stderr } = run(...args, '--json')
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout.trim().split('\n').at(-1) as string)
}
const TEXT = 'Hello there, I am Tori.'
/** Public sentences of the IEEE list. */
const SENTENCES = [
  'the birch canoe slid on the smooth planks',
  'glue the sheet to the dark blue background',
  'these days a chicken leg is a rare dish',
  'rice is often served in round bowls',
]

describe('psiona render', () => {
  it('[R4] gives equal bytes for the same text, character and seed, and others for another seed', () => {
    for (const [wav, seed] of [
      ['a.wav', '7'],
      ['b.wav', '7'],
      ['c.wav', '8'],
    ] as const)
      json('render', '--text', TEXT, '--wav', wav, '--seed', seed)
    const [a, b, c] = ['a.wav', 'b.wav', 'c.wav'].map((file) => readFileSync(join(folder, file)))
    expect(a!.equals(b!)).toBe(true)
    expect(a!.equals(c!)).toBe(false)
    expect(a!.subarray(0, 4).toString()).toBe('RIFF')
    expect(a!.readUInt32LE(24)).toBe(24_000)
  })

  it('[R5] frames are samples / 400 ± 1, and the mouth is closed in the silence before and after', () => {
    const result = json('render', '--text', TEXT, '--wav', 'd.wav', '--frames', 'd.json')
    const { fps, channels, frames } = JSON.parse(readFileSync(join(folder, 'd.json'), 'utf8')) as {
      fps: number
      channels: string[]
      frames: number[][]
    }
    const samples = (readFileSync(join(folder, 'd.wav')).length - 44) / 2
    expect(fps).toBe(60)
    expect(Math.abs(frames.length - samples / 400)).toBeLessThanOrEqual(1)
    const mouth = frames.map((frame) => frame[channels.indexOf('mouthOpen')] as number)
    expect(mouth[0]).toBeLessThanOrEqual(0.02)
    expect(mouth.at(-1)).toBeLessThanOrEqual(0.02)
    expect(Math.max(...mouth)).toBeGreaterThan(0.3)
    expect(result.sampleRate).toBe(24_000)
    expect(result.words.map(({ text }: { text: string }) => text).join(' ')).toBe(TEXT)
    expect(result.visemes.length).toBeGreaterThan(10)
    for (const { start, end } of result.visemes) expect(end).toBeGreaterThan(start)
  })

  it('takes voice, emotion and rate, and names what it does not know', () => {
    const plain = json('render', '--text', TEXT, '--wav', 'e.wav').audioSeconds
    expect(json('render', '--text', TEXT, '--wav', 'e.wav', '--rate', '1.5').audioSeconds).toBeLessThan(plain * 0.85)
    expect(json('render', '--text', TEXT, '--wav', 'e.wav', '--emotion', 'sadness=1').audioSeconds).toBeGreaterThan(plain)
    expect(run('render', '--text', TEXT, '--wav', 'e.wav', '--voice', 'nobody').stderr).toMatch(/unknown-voice: .*feminine/)
    expect(run('render', '--text', TEXT, '--wav', 'e.wav', '--emotion', 'glee=1').stderr).toMatch(/bad-emotion: .*joy/)
  })

  it('is understood by a recogniser that knows which words may come, not in which order', ({ skip }) => {
    if (spawnSync('pocketsphinx_continuous', ['-h']).error) skip('pocketsphinx is not installed')
    const words = [...new Set(SENTENCES.join(' ').split(' '))]
    const grammar = join(folder, 'words.gram')
    writeFileSync(grammar, `#JSGF V1.0;\ngrammar words;\npublic <s> = (${words.join(' | ')})+;\n`)
    let right = 0
    for (const [i, sentence] of SENTENCES.entries()) {
      json('render', '--text', `${sentence}.`, '--wav', `${i}.wav`, '--voice', 'masculine')
      const sound = sixteenKilohertz(join(folder, `${i}.wav`))
      const heard = execFileSync('pocketsphinx_continuous', ['-infile', sound, '-jsgf', grammar, '-logfn', '/dev/null'], {
        encoding: 'utf8',
      })
      const said = heard.trim().split(/\s+/)
      right += sentence.split(' ').filter((word) => said.includes(word)).length
    }
    // 33 words: by chance about one in four of them turns up.
    expect(right).toBeGreaterThanOrEqual(24)
  })
})

describe('psiona', () => {
  it('[R2] with --json the last line is one object, for every command', () => {
    expect(json('doctor').parts.length).toBeGreaterThan(5)
    expect(json('chat', '--text', 'Hello, what is your name?').reply).toMatch(/Tori/)
  })
  it('[R3] fails with exit code 1 and one line on stderr: code and sentence', () => {
    for (const args of [
      ['nonsense'],
      ['render'],
      ['render', '--text', 'x'],
      ['render', '--text', 'x', '--wav', '/nowhere/x.wav'],
      ['render', '--text', 'x', '--wav', 'x.wav', '--voice', 'constructor'],
      ['chat', '--bad'],
      ['chat', '--text', 'x', '--person', '\u200b'],
      ['chat', '--text', 'x', '--person', ''],
    ]) {
      const { status, stderr, stdout } = run(...args)
      expect(status).toBe(1)
      expect(stderr.trim()).toMatch(/^psiona: [a-z-]+: \S.*$/)
      expect(stderr).not.toMatch(/unexpected/)
      expect(stdout).toBe('')
    }
  })
  it('remembers between two runs', () => {
    json('chat', '--text', 'My favourite game is Outer Wilds.')
    expect(json('chat', '--text', 'What is my favourite game?')).toMatchObject({ reply: expect.stringMatching(/outer wilds/i) })
  })
  it('shows help', () => {
    expect(run('help').stdout).toMatch(/render --text/)
  })
})

/** A 16 kHz copy of a 24 kHz mono file, by a windowed-sinc low-pass: what the recogniser was trained on. */
function sixteenKilohertz(path: string): string {
  const bytes = readFileSync(path)
  const sound = new Int16Array(bytes.buffer, bytes.byteOffset + 44, (bytes.length - 44) / 2)
  const taps = 48
  const out = Buffer.alloc(44 + Math.floor((sound.length * 2) / 3) * 2)
  bytes.copy(out, 0, 0, 44)
  for (let i = 0; i < Math.floor((sound.length * 2) / 3); i++) {
    const at = i * 1.5
    let sum = 0
    for (let j = Math.ceil(at - taps); j <= at + taps; j++) {
      const x = j - at
      const sinc = x === 0 ? 2 / 3 : Math.sin((Math.PI * x * 2) / 3) / (Math.PI * x)
      sum += (sound[j] ?? 0) * sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / taps))
    }
    out.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(sum))), 44 + i * 2)
  }
  out.writeUInt32LE(out.length - 8, 4)
  out.writeUInt32LE(16_000, 24)
  out.writeUInt32LE(32_000, 28)
  out.writeUInt32LE(out.length - 44, 40)
  const target = `${path}.16k.wav`
  writeFileSync(target, out)
  return target
}
