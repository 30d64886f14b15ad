// What a feeling does to her voice, measured on the sound: f0Mean, f0Range and rate as factors of neutral, tilt and level in decibels.
// stated: what the table asks for at full strength (tilt: what the filter's new cut-off would make of the neutral voice's alpha ratio).
// share: the part of it that was reached (log of factors); null where the table asks for nothing. least: the smallest of them.
// mixes: over all pairs at half strength each, how many of the measures lie between those of the two feelings alone.
// praat: the same sounds measured by Praat, where it is installed; the largest difference.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeWav } from '@psiona/psi'
import { EMOTIONS, type EmotionName, SAMPLE_RATE } from '@psiona/shared'
import { MEASURES, type Measure, mean, measureSound, semitones } from './emotion-measures'
import { askedOf, changeOf, sayFeeling } from './emotion-trial'
import { progress, report, rounded } from './figures'
import { measureByPraat } from './praat'

/** Of these Praat takes a sample. */
const PRAAT_SENTENCES = 3
/** What two feelings alone differ by, and a mixture may miss, without anybody hearing it. */
const BETWEEN_TOLERANCE: Readonly<Record<Measure, number>> = { f0Mean: 0.02, f0Range: 0.1, rate: 0.02, tilt: 0.6, level: 0.4 }

const isFactor = (measure: Measure) => measure !== 'tilt' && measure !== 'level'
const shareOf = (measure: Measure, wanted: number, got: number): number | null => {
  if (isFactor(measure)) return wanted === 1 ? null : Math.log(got) / Math.log(wanted)
  return wanted === 0 ? null : got / wanted
}
const round = (figures: Record<Measure, number | null>, digits = 2) =>
  Object.fromEntries(MEASURES.map((name) => [name, figures[name] === null ? null : rounded(figures[name], digits)]))

const alone = new Map<EmotionName, Record<Measure, number>>()
for (const name of EMOTIONS) {
  progress(`${name} …`)
  alone.set(name, changeOf({ [name]: 1 }))
}
const asked = new Map(EMOTIONS.map((name) => [name, askedOf(name)]))
const shares = EMOTIONS.map((name) => {
  const [wanted, got] = [asked.get(name)!, alone.get(name)!]
  return Object.fromEntries(MEASURES.map((measure) => [measure, shareOf(measure, wanted[measure], got[measure])])) as Record<
    Measure,
    number | null
  >
})
const reached = shares.flatMap((share) => Object.values(share).filter((value) => value !== null))

let between = 0
let pairs = 0
const outside: string[] = []
for (const [i, one] of EMOTIONS.entries())
  for (const other of EMOTIONS.slice(i + 1)) {
    progress(`${one} with ${other} …`)
    const mixed = changeOf({ [one]: 0.5, [other]: 0.5 })
    for (const measure of MEASURES) {
      const [low, high] = [alone.get(one)![measure], alone.get(other)![measure]].sort((a, b) => a - b) as [number, number]
      const tolerance = BETWEEN_TOLERANCE[measure]
      pairs++
      if (mixed[measure] >= low - tolerance && mixed[measure] <= high + tolerance) between++
      else outside.push(`${one}+${other}.${measure}`)
    }
  }

/** Largest differences between Praat's figures and ours. */
async function agreement() {
  const folder = mkdtempSync(join(tmpdir(), 'psiona-praat-'))
  try {
    let [f0, range, level] = [0, 0, 0]
    let sounds = 0
    const levels: { ours: number; theirs: number }[] = []
    for (const name of [null, ...EMOTIONS])
      for (const [i, pcm] of sayFeeling(name ? { [name]: 1 } : {}, PRAAT_SENTENCES).entries()) {
        const file = join(folder, `${name ?? 'neutral'}-${i}.wav`)
        writeFileSync(file, encodeWav(pcm, SAMPLE_RATE))
        const theirs = await measureByPraat(file)
        if (!theirs) return null
        const ours = measureSound(pcm)
        f0 = Math.max(f0, Math.abs(semitones(theirs.f0Mean / ours.f0Mean)))
        range = Math.max(range, Math.abs(theirs.f0Range - ours.f0Range))
        levels.push({ ours: ours.level, theirs: theirs.levelDb })
        sounds++
      }
    // Praat's decibels have another zero and no ear's weighting: what agrees is the change.
    const offset = mean(levels.map(({ ours, theirs }) => theirs - ours))
    for (const { ours, theirs } of levels) level = Math.max(level, Math.abs(theirs - ours - offset))
    return { sounds, f0MeanSemitones: rounded(f0, 2), f0RangeSemitones: rounded(range, 2), levelDb: rounded(level, 1) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

report('emotion', {
  ...Object.fromEntries(EMOTIONS.map((name) => [name, round(alone.get(name)!)])),
  stated: Object.fromEntries(EMOTIONS.map((name) => [name, round(asked.get(name)!)])),
  share: Object.fromEntries(EMOTIONS.map((name, i) => [name, round(shares[i]!)])),
  least: rounded(Math.min(...reached), 2),
  mixes: { measures: pairs, between, outside },
  praat: await agreement(),
})
