// The product's speech judge against what the judge before it said of the same voices: the same sound, the same errors, the same phones.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWav, readWav } from '@psiona/psi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AlignedPhone, alignAll, alignPhones } from '../../bench/judge/align-phones'
import { JUDGE_RATE } from '../../bench/judge/band-power'
import { judge } from '../../bench/judge/judge'
import { judgedSound } from '../../bench/judge/judged-sound'
import { lipSyncScore } from '../../bench/judge/lip-sync-score'
import { phoneLevels } from '../../bench/judge/phone-levels'
import { PROGRAM_SPEAKERS } from '../../bench/judge/speaker'
import { findSpeechModel } from '../../bench/judge/speech-model'
import { firstJudge } from './first-judge'

const NAMES = ['espeak', 'flite_kal16'] as const
type Name = (typeof NAMES)[number]
const { sentences } = firstJudge
/** In percent of the words. */
const AGREED_POINTS = 0.5
/** Another version of a synthesiser says the same words a little differently. */
const LIKE_POINTS = 8

const lacking = ['pocketsphinx_batch', 'sox', 'espeak-ng', 'flite'].filter((program) => spawnSync(program, ['--version']).error)
if (!findSpeechModel()) lacking.push('pocketsphinx-en-us')

const sha256 = (files: readonly string[]) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex')
}

describe.skipIf(lacking.length > 0)(`the speech judge${lacking.length > 0 ? ` (missing: ${lacking.join(', ')})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'psiona-judge-test-'))
  const spoken = (name: Name) => sentences.map((_, i) => join(folder, `${name}-${i}.raw.wav`))
  const judged = (name: Name) => sentences.map((_, i) => join(folder, `${name}-${i}.wav`))
  /** Whether the synthesiser of this machine is the one that the first judge heard. */
  const same = (name: Name) => sha256(spoken(name)) === firstJudge.voices[name].spokenSha256

  beforeAll(async () => {
    for (const name of NAMES)
      for (const [i, sentence] of sentences.entries()) {
        await PROGRAM_SPEAKERS[name].speak(sentence, spoken(name)[i]!)
        await judgedSound(spoken(name)[i]!, judged(name)[i]!, i)
      }
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(NAMES)('hears what the first judge heard of %s, bit for bit', (name) => {
    if (same(name)) expect(sha256(judged(name))).toBe(firstJudge.voices[name].judgedSha256)
    // Another version of the synthesiser: no more than its form can be checked.
    else
      for (const file of judged(name)) {
        const sound = openWav(readFileSync(file))
        expect(sound.rateHz).toBe(JUDGE_RATE)
        expect(Math.max(...readWav(readFileSync(file), JUDGE_RATE))).toBeGreaterThan(0.2)
      }
  })

  it.each(NAMES)(`agrees with the first judge on %s within ${AGREED_POINTS} points`, { timeout: 240_000 }, async (name) => {
    const verdict = await judge(PROGRAM_SPEAKERS[name], sentences)
    const first = firstJudge.voices[name]
    const agreed = same(name)
    if (!agreed) process.stderr.write(`${name} is another version here: compared within ${LIKE_POINTS} points only\n`)
    expect(Math.abs(verdict.werPercent - first.werPercent)).toBeLessThanOrEqual(agreed ? AGREED_POINTS : LIKE_POINTS)
    expect(verdict.words).toEqual(first.words)
    const [low, high] = verdict.intervalPercent
    expect(low).toBeLessThan(verdict.werPercent)
    expect(high).toBeGreaterThan(verdict.werPercent)
    if (agreed) expect(verdict.wordsPerMinute).toBeCloseTo(first.wordsPerMinute, 2)
  })

  describe('alignment', () => {
    let aligned: readonly (readonly AlignedPhone[] | null)[] = []
    beforeAll(async () => {
      const recordings = firstJudge.alignments.map((_, i) => ({ wavFile: spoken('flite_kal16')[i]!, text: sentences[i]! }))
      aligned = await alignAll(recordings)
    }, 60_000)

    it('finds every phone where the first judge found it', () => {
      for (const [i, phones] of firstJudge.alignments.entries())
        if (same('flite_kal16')) expect(aligned[i]?.map(({ start, end, phone }) => [start, end, phone])).toEqual(phones)
        else expect(aligned[i]?.map(({ phone }) => phone)).toContain(phones[1]![2])
    })

    it('scores a mouth as the first judge did', () => {
      for (const [i, first] of firstJudge.lipSync.entries()) {
        const { frames, rateHz } = openWav(readFileSync(spoken('flite_kal16')[i]!))
        const seconds = frames / rateHz
        const times = Array.from({ length: Math.ceil(seconds * 60) }, (_, frame) => frame / 60)
        const track = { times, openings: times.map((time) => Math.abs(Math.sin(4 * Math.PI * time))) }
        const score = lipSyncScore(aligned[i]!, track, seconds)
        expect(Math.abs(score.opennessR)).toBeLessThanOrEqual(1)
        if (!same('flite_kal16')) continue
        expect(score.opennessR).toBeCloseTo(first.opennessR, 3)
        expect(score.closureRate ?? 0).toBeCloseTo(first.closureRate ?? 0, 3)
        expect(score.lagMs).toBeCloseTo(first.lagMs, 3)
        expect(score.silenceOpening ?? 0).toBeCloseTo(first.silenceOpening, 3)
      }
    })

    it('measures the levels and lengths of phones that the first judge measured', { timeout: 60_000 }, async () => {
      const recordings = judged('flite_kal16').map((wavFile, i) => ({ wavFile, text: sentences[i]! }))
      const levels = await phoneLevels(recordings.slice(0, 12))
      for (const [phone, first] of Object.entries(firstJudge.phoneLevels)) {
        const { levelsDb, meanMs, count } = levels.get(phone)!
        for (const [band, db] of first.levelsDb.entries())
          expect(Math.abs(levelsDb[band]! - db)).toBeLessThan(same('flite_kal16') ? 0.02 : 12)
        if (same('flite_kal16')) expect([count, Math.round(meanMs)]).toEqual([first.count, Math.round(first.meanMs)])
      }
    })

    it('says so when the sound holds another text', { timeout: 60_000 }, async () => {
      const text = sentences.join(' ')
      const recordings = [0, 1].map((i) => ({ wavFile: spoken('flite_kal16')[i]!, text: i === 0 ? text : sentences[1]! }))
      expect((await alignAll(recordings)).map((phones) => phones !== null)).toEqual([false, true])
      await expect(alignPhones(recordings[0]!.wavFile, text)).rejects.toMatchObject({ code: 'speech-not-aligned' })
    })
  })
})
