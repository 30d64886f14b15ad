// In: training/*.tsv, what the filter's lists were made with, and the lines of bench/safety-lines that are not blind. Out: labelled sentences.
import { readdirSync, readFileSync } from 'node:fs'
import { Offence } from '@psiona/shared'
import { readSafetyLines } from '../../../bench/safety-line'
import mayBeSaid from '../src/may-be-said.fixture.json'

export interface TrainingLine {
  readonly label: Offence | 'allowed'
  readonly text: string
  /** From a file of what a companion says all day, rather than of what looks like something ill-meant. */
  readonly ordinary: boolean
}

const ORDINARY = ['everyday.tsv', 'streamtalk.tsv']
export const LEARNED_OFFENCES = ['hate', 'harassment', 'threat', 'sexual', 'self-harm'] as const satisfies readonly Offence[]
const isLearned = (label: Offence): boolean => LEARNED_OFFENCES.some((offence) => offence === label)

const folder = new URL('../training/', import.meta.url)

/** What else is known, in plain spelling and by the rules of a stream. */
function readOtherLines(): readonly TrainingLine[] {
  const bench = (['dev', 'second'] as const)
    .flatMap((set) => readSafetyLines(set))
    .filter(
      ({ evasion, policy, label }) => evasion === 'none' && policy === 'twitch' && (label === 'allowed' || isLearned(label)),
    )
  return [
    ...bench.map(({ label, text }) => ({ label, text, ordinary: false })),
    ...mayBeSaid.lines.map((text) => ({ label: 'allowed' as const, text, ordinary: false })),
  ]
}

export const readAllLines = (): readonly TrainingLine[] => [...readTrainingLines(), ...readOtherLines()]

/** @throws Error that names the place of a row that is not one, never its words. */
export function readTrainingLines(): readonly TrainingLine[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
  return files.sort().flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .trimEnd()
      .split('\n')
      .map((row, index): TrainingLine => {
        const [label, language, text = '', ...more] = row.split('\t')
        const offence = label === 'allowed' ? label : Offence.safeParse(label).data
        if (!offence || !/^[a-z]{2}$/.test(language ?? '') || text === '' || more.length > 0)
          throw new Error(`packages/safety/training/${name}:${index + 1}: not label, language, text`)
        return { label: offence, text, ordinary: ORDINARY.includes(name) }
      }),
  )
}
