// The labelled lines of bench/safety-lines: well-formed, unique, of every kind in every set. What goes wrong is told by place, never by words.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EVASIONS, LABELS, LINE_SETS, readSafetyLines, type SafetyLine } from '../bench/safety-line'
import { readTrainingLines } from '../packages/safety/scripts/training-lines'

const sets = LINE_SETS.map((set) => readSafetyLines(set))
const all = sets.flat()

/** As a reader would see two lines as the same: without case, width and doubled spaces. */
const said = ({ text, before }: SafetyLine) => `${before} ${text}`.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
const repeated = (lines: readonly SafetyLine[], key: (line: SafetyLine) => string) => {
  const seen = new Set<string>()
  return lines.filter((line) => seen.size === seen.add(key(line)).size).map(({ place }) => place)
}
const values = (lines: readonly SafetyLine[], column: 'label' | 'policy' | 'language' | 'evasion') =>
  [...new Set<string>(lines.map((line) => line[column]))].sort()

describe('the labelled lines', () => {
  it('are at least 600, about half of them allowed', () => {
    expect(all.length).toBeGreaterThanOrEqual(600)
    const allowed = all.filter(({ label }) => label === 'allowed').length / all.length
    expect(allowed).toBeGreaterThan(0.4)
    expect(allowed).toBeLessThan(0.6)
  })

  it('stand there once, in one set', () => {
    expect(repeated(all, ({ before, text }) => `${before}\t${text}`)).toEqual([])
    const blind = new Set(readSafetyLines('blind').map(said))
    expect(all.filter((line) => line.set !== 'blind' && blind.has(said(line))).map(({ place }) => place)).toEqual([])
  })

  it('are none of those that the filter has learned from', () => {
    const plain = (text: string) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
    const learned = new Set(readTrainingLines().map(({ text }) => plain(text)))
    expect(all.filter(({ text }) => learned.has(plain(text))).map(({ place }) => place)).toEqual([])
  })

  it.each(LINE_SETS)('of %s have every label, policy and evasion, and ten languages that must be stopped', (set) => {
    const lines = readSafetyLines(set)
    const stopped = lines.filter(({ label }) => label !== 'allowed')
    expect(values(lines, 'label')).toEqual([...LABELS].sort())
    expect(values(lines, 'policy')).toEqual(['family', 'private', 'twitch', 'youtube'])
    expect(values(stopped, 'evasion')).toEqual([...EVASIONS].sort())
    expect(values(stopped, 'language').length).toBeGreaterThanOrEqual(10)
  })

  it('carry nothing around their text, and what is split has both parts', () => {
    expect(all.filter(({ text, before }) => text !== text.trim() || before !== before.trim()).map(({ place }) => place)).toEqual(
      [],
    )
    const uneven = all.filter(({ evasion, before }) => (evasion === 'split') !== (before !== ''))
    expect(uneven.map(({ place }) => place)).toEqual([])
  })

  it('hide nothing: a sign that cannot be seen is written as its number', () => {
    const hidden = LINE_SETS.flatMap((set) =>
      readFileSync(new URL(`../bench/safety-lines/${set}.tsv`, import.meta.url), 'utf8')
        .split('\n')
        .flatMap((row, index) => (/[\p{Cf}\p{M}\r]|(?![ \u3000])\p{Zs}/u.test(row) ? [`${set}.tsv:${index + 1}`] : [])),
    )
    expect(hidden).toEqual([])
  })
})
