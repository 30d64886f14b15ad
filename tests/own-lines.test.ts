// What her built-in mind says by itself is never held back: each sentence that stands in its code, by every policy.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFilter, rulesOf } from '@psiona/safety'
import { SafetySettings, withoutSpeechMarks } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { readTrainingLines } from '../packages/safety/scripts/training-lines'
import { root } from './checkout'

const folder = join(root, 'apps/server/src/mind/builtin')
/** Not what she says: words she may not say. */
const NOT_SAID = ['speakable.ts']

/** Strings that are sentences, without feelings and places for names. */
const sentencesIn = (file: string): string[] =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"/g)]
    .map(([, single = '', double = '']) => single + double)
    .filter((text) => /\S \S+ \S.*[.!?]$/.test(text))
    .map((text) =>
      withoutSpeechMarks(
        text
          .replace(/\[[^\]]*\]/g, '')
          .replace(/\{,[^}]*\}/g, ', Mira')
          .replace(/\{[^}]*\}/g, 'Mira'),
      ).trim(),
    )

/** The judge has learned from these lines; the lists have not. */
const LISTS_ALONE = SafetySettings.parse({ learned: false })

const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !/\.test\.ts$/.test(name) && !NOT_SAID.includes(name))
const filter = createFilter()

describe('[R121] what she says by herself', () => {
  it.each(['twitch', 'youtube', 'family', 'private'] as const)('may be said by the rules of %s', (policy) => {
    const rules = rulesOf(policy, SafetySettings.parse({}))
    const sentences = files.flatMap(sentencesIn)
    expect(sentences.length).toBeGreaterThan(500)
    const held = sentences.map((text) => ({ text, rule: filter.review(text, rules).rule }))
    expect(held.filter(({ rule }) => rule !== '')).toEqual([])
  })

  it('nor is what a companion says all day held back by any list', () => {
    const ordinary = readTrainingLines().filter(({ ordinary }) => ordinary)
    expect(ordinary.length).toBeGreaterThan(3000)
    const rules = rulesOf('twitch', LISTS_ALONE)
    expect(
      ordinary.map(({ text }) => ({ text, rule: filter.review(text, rules).rule })).filter(({ rule }) => rule !== ''),
    ).toEqual([])
  })
})
