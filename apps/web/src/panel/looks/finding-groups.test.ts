import type { Finding } from '@psiona/shared'
import { expect, test } from 'vitest'
import { countsText, findingGroups, formatText } from './finding-groups'

const finding = (level: Finding['level']): Finding => ({ code: 'one-code', level, sentence: 'It is so.', remedy: '', file: '' })

test('the worst stands first, empty groups do not stand', () => {
  expect(
    findingGroups([finding('note'), finding('broken'), finding('note')]).map(({ level, findings }) => [level, findings.length]),
  ).toEqual([
    ['broken', 1],
    ['note', 2],
  ])
})

test('counts and formats are words', () => {
  expect(countsText({ broken: 1, lacking: 0, mended: 3 })).toBe('1 broken, 3 mended')
  expect(countsText({ broken: 0, lacking: 0, mended: 0 })).toBe('nothing found')
  expect([formatText(4), formatText(9), formatText(null)]).toEqual(['Cubism 4.2, format 4', 'format 9', 'none'])
})
