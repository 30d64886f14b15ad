// training/*.tsv flow in; data/learned.json flows out: what the judge has learned, and the threshold over which a sentence is held back.
//   npx tsx packages/safety/scripts/fit-learned.ts
import { writeFileSync } from 'node:fs'
import { createLearnedJudge, type LearnedData } from '../src/learned-judge'
import { type Fitted, fitLearned, wordsOfText } from './learned-fit'
import { LEARNED_OFFENCES, readAllLines, type TrainingLine } from './training-lines'

/** Share of ordinary lines that are given up for the ill-meant ones that no list knows. */
const GIVEN_UP = { sure: 0.003, likely: 0.01 } as const
/** Between 0.25 and 1 nothing is gained or lost. */
const BLEND = 0.5
/** One line in so many is kept from a fit, to be judged by it. */
const FOLDS = 5
const PROVENANCE =
  'Fitted by packages/safety/scripts/fit-learned.ts to packages/safety/training/*.tsv, which were written for Psiona. Same licence as Psiona.'

const dataOf = ({ steps, step, biases }: Fitted, thresholds: LearnedData['thresholds']): LearnedData => ({
  offences: LEARNED_OFFENCES,
  biases,
  blend: BLEND,
  thresholds,
  step,
  weights: Buffer.from(steps.buffer).toString('base64'),
})

/** Each line with what a judge makes of it that has not seen it. */
function judgedUnseen(lines: readonly TrainingLine[]): { readonly line: TrainingLine; readonly score: number }[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const judge = createLearnedJudge(dataOf(fitLearned(lines.filter((_, at) => at % FOLDS !== fold)), { sure: 0, likely: 0 }))
    const kept = lines.filter((_, at) => at % FOLDS === fold)
    return kept.map((line) => ({ line, score: judge.score(wordsOfText(line.text)).score }))
  }).flat()
}

const lines = readAllLines()
const unseen = judgedUnseen(lines)
const scoresOf = (wanted: (line: TrainingLine) => boolean): number[] =>
  unseen.flatMap(({ line, score }) => (wanted(line) ? [score] : [])).sort((a, b) => b - a)
const ordinary = scoresOf(({ label, ordinary }) => label === 'allowed' && ordinary)
const above = (share: number): number => Number(ordinary[Math.floor(share * ordinary.length)]!.toFixed(3))
const thresholds = { sure: above(GIVEN_UP.sure), likely: above(GIVEN_UP.likely) }
const shareOver = (scores: readonly number[]) =>
  (['sure', 'likely'] as const)
    .map(
      (level) => `${level} ${((100 * scores.filter((score) => score > thresholds[level]).length) / scores.length).toFixed(1)} %`,
    )
    .join(', ')

writeFileSync(
  new URL('../data/learned.json', import.meta.url),
  `${JSON.stringify({ provenance: PROVENANCE, ...dataOf(fitLearned(lines), thresholds) }, null, 2)}\n`,
)
console.log(`thresholds ${JSON.stringify(thresholds)}; over them, of ${unseen.length} lines that the judge had not seen:`)
console.log(`  ordinary ${shareOver(ordinary)}`)
console.log(`  allowed beside ill-meant ones ${shareOver(scoresOf(({ label, ordinary }) => label === 'allowed' && !ordinary))}`)
for (const offence of LEARNED_OFFENCES) console.log(`  ${offence} ${shareOver(scoresOf(({ label }) => label === offence))}`)
