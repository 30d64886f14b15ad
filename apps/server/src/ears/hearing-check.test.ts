import { MIC_RATE, Problem } from '@psiona/shared'
import { expect, test } from 'vitest'
import type { HeardSound } from './hear-sound'
import { checkHearing } from './hearing-check'

const SECONDS = 4
/** A room at one level, a voice between second 1 and 3 at another. */
function recording(roomDb: number, voiceDb: number | null): Float32Array {
  const amplitude = (db: number) => 10 ** (db / 20) * Math.SQRT2
  return Float32Array.from({ length: SECONDS * MIC_RATE }, (_, at) => {
    const speaks = voiceDb !== null && at >= MIC_RATE && at < 3 * MIC_RATE
    return Math.max(-1, Math.min(1, amplitude(speaks ? voiceDb : roomDb) * Math.sin(at / 5)))
  })
}
const SPOKEN: HeardSound = { speech: [{ start: 1, end: 3 }], text: 'hello Tori', recogniserMs: 240.4, trouble: null }
const SILENT: HeardSound = { speech: [], text: '', recogniserMs: null, trouble: null }
const stepsOf = (sound: Float32Array, heard: HeardSound, recogniser = { state: 'ok' as const, detail: 'Whisper tiny' }) =>
  Object.fromEntries(checkHearing({ sound, heard, device: 'USB microphone', recogniser }).steps.map((step) => [step.step, step]))

test('a good recording is fine at every step, with its figures', () => {
  const test = checkHearing({
    sound: recording(-60, -22),
    heard: SPOKEN,
    device: 'USB microphone',
    recogniser: { state: 'ok', detail: 'Whisper tiny' },
  })
  expect(test.steps.every(({ state }) => state === 'ok')).toBe(true)
  expect(test.steps.map(({ step, figure }) => [step, figure])).toEqual([
    ['device', undefined],
    ['voice', '2.0 s'],
    ['level', '-22 dB'],
    ['room', '-60 dB'],
    ['recogniser', '240 ms'],
  ])
  expect(test.steps.at(-1)?.detail).toContain('“hello Tori”')
  expect(Buffer.from(test.wav, 'base64').subarray(0, 4).toString()).toBe('RIFF')
  expect(test.seconds).toBe(SECONDS)
})

test.each([
  ['too quiet', recording(-80, -50), 'level', 'gain of the microphone up'],
  ['too loud', recording(-60, -4), 'level', 'down'],
  ['a loud room', recording(-28, -22), 'room', 'noise suppression'],
])('%s is told with what to do', (_name, sound, step, remedy) => {
  expect(stepsOf(sound, SPOKEN)[step]).toMatchObject({ state: 'trouble', remedy: expect.stringContaining(remedy) })
})

test('nobody spoke, or nothing came at all: two different things to do', () => {
  expect(stepsOf(recording(-60, null), SILENT).voice).toMatchObject({ state: 'trouble', remedy: expect.stringContaining('Say') })
  expect(stepsOf(new Float32Array(MIC_RATE), SILENT).voice).toMatchObject({ remedy: expect.stringContaining('unmute') })
  expect(stepsOf(recording(-60, null), SILENT).recogniser?.state).toBe('off')
})

test('what is wrong with the recogniser is told in its own words', () => {
  const trouble = new Problem('x', 'missing', 'The model is damaged. Fetch it again.')
  expect(stepsOf(recording(-60, -22), { ...SPOKEN, text: '', trouble }).recogniser).toMatchObject({
    state: 'trouble',
    detail: 'The model is damaged.',
    remedy: 'Fetch it again.',
  })
  expect(stepsOf(recording(-60, -22), { ...SPOKEN, text: '' }).recogniser).toMatchObject({ state: 'trouble' })
})
