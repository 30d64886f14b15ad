// src/normalise-text.cases.tsv → texts with the words that are to be said, for the test and the bench.
import { readFileSync } from 'node:fs'

export interface TextCase {
  readonly text: string
  readonly said: string
}

/** `\n` and `\u{…}` stand for signs that one could not see in the table. */
const unescaped = (text: string): string =>
  text.replaceAll('\\n', '\n').replace(/\\u\{([\da-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))

export function readTextCases(): readonly TextCase[] {
  const lines = readFileSync(new URL('../src/normalise-text.cases.tsv', import.meta.url), 'utf8').split('\n')
  return lines
    .filter((line) => line && !line.startsWith('# text'))
    .map((line) => {
      const [text = '', said = '', ...rest] = line.split('\t')
      if (rest.length > 0 || !line.includes('\t')) throw new Error(`normalise-text.cases.tsv: "${line}" is not "text<tab>words"`)
      return { text: unescaped(text), said }
    })
}
