// A file with one sentence on each line flows in, the sentences flow out.
import { readFileSync } from 'node:fs'

export const readSentences = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
