// npx tsx packages/psi/scripts/teach-listener.ts: our sentences in our own voice and its moods flow in, src/mouth-weights.json flows out.
// The same sources give the same numbers. Run it again when the voice has changed, then: npx biome format --write packages/psi/src/mouth-weights.json
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { MEL_BAND_COUNT, MEL_WINDOW_SAMPLES, MelBands } from '../src/mel-bands'
import { FEATURE_COUNT, MOUTH_HOP_SAMPLES, MOUTH_HOPS_PER_SECOND, MouthFeatures } from '../src/mouth-features'
import { MOUTH_OUTPUTS, type MouthWeights } from '../src/mouth-listener'
import { createRandom } from '../src/random'
import { RelativeSpectrum } from '../src/relative-spectrum'
import { disguised } from './disguise'
import { drawVoice, type Lesson, lesson, VOICE_RANGES } from './mouth-lesson'
import { Ridge } from './ridge'

export interface Teaching {
  readonly sentences: readonly string[]
  /** Every sentence is said so often, each time by another voice. */
  readonly voicesEach: number
  readonly seed: number
  readonly lambda: number
}
export interface Taught extends MouthWeights {
  readonly provenance: object
}

export const SHIPPED = { voicesEach: 3, seed: 11, lambda: 0.01 } as const
export const teachingSentences = (): string[] =>
  readFileSync(new URL('../data/teaching-sentences.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')

export function teachListener({ sentences, voicesEach, seed, lambda }: Teaching): Taught {
  const random = createRandom(seed)
  const lessons: Lesson[] = []
  for (let round = 0; round < voicesEach; round++)
    sentences.forEach((sentence, i) => {
      const { pcm, labels } = lesson(sentence, drawVoice(random), seed + round * sentences.length + i)
      lessons.push({ pcm: disguised(pcm, random), labels })
    })
  const colour = meanColour(lessons)
  // What a vowel's opening and key are is asked of vowels only; whether the mouth is free is asked of everything.
  const always = new Ridge(FEATURE_COUNT, 1)
  const inVowels = new Ridge(FEATURE_COUNT, MOUTH_OUTPUTS.length - 1)
  for (const { pcm, labels } of lessons) {
    const features = new MouthFeatures(colour)
    let hop = 0
    features.push(pcm, () => {
      const label = labels[hop++]
      if (!label) return
      always.add(features.values, [label.free])
      if (label.vowel !== null) inVowels.add(features.values, [label.vowel, label.rounding, ...label.keys])
    })
  }
  const free = always.solve(lambda)
  const vowels = inVowels.solve(lambda)
  const [vowel, ...shapes] = vowels.rows
  const residuals = [vowels.residuals[0]!, free.residuals[0]!, ...vowels.residuals.slice(1)]
  return {
    provenance: {
      made: 'npx tsx packages/psi/scripts/teach-listener.ts',
      teacher: 'the ψ voice itself; no recording of anybody',
      sentences: 'packages/psi/data/teaching-sentences.txt',
      sentenceCount: sentences.length,
      voicesEach,
      seconds: Math.round(lessons.reduce((sum, { labels }) => sum + labels.length, 0) / MOUTH_HOPS_PER_SECOND),
      seed,
      lambda,
      voices: VOICE_RANGES,
      residual: Object.fromEntries(MOUTH_OUTPUTS.map((name, o) => [name, short(residuals[o]!)])),
    },
    colour: colour.map(short),
    rows: [vowel!, free.rows[0]!, ...shapes].map((row) => Array.from(row, short)),
  }
}

/** Four figures are more than the ridge knows. */
const short = (x: number) => Number(x.toPrecision(4))

function meanColour(lessons: readonly Lesson[]): number[] {
  const mel = new MelBands()
  const sums = new Array<number>(MEL_BAND_COUNT).fill(0)
  let count = 0
  for (const { pcm } of lessons) {
    const spectrum = new RelativeSpectrum(
      sums.map(() => 0),
      MOUTH_HOPS_PER_SECOND,
    )
    for (let first = 0; first + MEL_WINDOW_SAMPLES <= pcm.length; first += MOUTH_HOP_SAMPLES) {
      mel.read(pcm, first)
      spectrum.step(mel.power)
      if (!spectrum.speaks) continue
      for (let b = 0; b < MEL_BAND_COUNT; b++) sums[b] = sums[b]! + spectrum.levels[b]!
      count++
    }
  }
  return sums.map((sum) => sum / count)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const taught = teachListener({ sentences: teachingSentences(), ...SHIPPED })
  const { provenance, colour, rows } = taught
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
  writeFileSync(
    new URL('../src/mouth-weights.json', import.meta.url),
    `{\n  "provenance": ${JSON.stringify(provenance)},\n  "colour": ${JSON.stringify(colour)},\n  "rows": [\n${lines}\n  ]\n}\n`,
  )
  console.log(JSON.stringify(provenance, null, 2))
}
