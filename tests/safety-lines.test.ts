// The labelled lines of bench/safety-lines: well-formed, unique, of every kind in both halves. What goes wrong is told by place, never by words.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EVASIONS, HALVES, LABELS, readSafetyLines, type SafetyLine } from '../bench/safety-line'

const dev = readSafetyLines('dev')
const heldOut = readSafetyLines('held-out')
const all = [...dev, ...heldOut]

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
    expect(dev.length / all.length).toBeGreaterThan(0.4)
    expect(dev.length / all.length).toBeLessThan(0.6)
  })

  it('stand there once, in one half', () => {
    expect(repeated(all, ({ before, text }) => `${before}\t${text}`)).toEqual([])
    const inDev = new Set(dev.map(said))
    expect(heldOut.filter((line) => inDev.has(said(line))).map(({ place }) => place)).toEqual([])
  })

  it.each(HALVES)('of %s have every label, policy and evasion, and ten languages that must be stopped', (half) => {
    const lines = all.filter((line) => line.half === half)
    const stopped = lines.filter(({ label }) => label !== 'allowed')
    expect(values(lines, 'label')).toEqual([...LABELS].sort())
    expect(values(lines, 'policy')).toEqual(['family', 'private', 'twitch', 'youtube'])
    expect(values(stopped, 'evasion')).toEqual([...EVASIONS].sort())
    expect(values(stopped, 'language').length).toBeGreaterThanOrEqual(10)
    expect(values(lines, 'language')).toEqual(values(all, 'language'))
  })

  it('carry nothing around their text, and what is split has both parts', () => {
    expect(all.filter(({ text, before }) => text !== text.trim() || before !== before.trim()).map(({ place }) => place)).toEqual(
      [],
    )
    const uneven = all.filter(({ evasion, before }) => (evasion === 'split') !== (before !== ''))
    expect(uneven.map(({ place }) => place)).toEqual([])
  })

  it('hide nothing: a sign that cannot be seen is written as its number', () => {
    const hidden = HALVES.flatMap((half) =>
      readFileSync(new URL(`../bench/safety-lines/${half}.tsv`, import.meta.url), 'utf8')
        .split('\n')
        .flatMap((row, index) => (/[\p{Cf}\p{M}\r]|(?![ \u3000])\p{Zs}/u.test(row) ? [`${half}.tsv:${index + 1}`] : [])),
    )
    expect(hidden).toEqual([])
  })
})
