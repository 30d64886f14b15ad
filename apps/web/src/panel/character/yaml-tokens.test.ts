import { expect, test } from 'vitest'
import { yamlPieces } from './yaml-tokens'

const read = (line: string) => yamlPieces(line).map(({ kind, text }) => `${kind}|${text}`)

test('keys, figures and comments are told apart', () => {
  expect(read('  pitchHz: 224 # Hz')).toEqual(['plain|  ', 'key|pitchHz:', 'figure| 224 ', 'comment|# Hz'])
  expect(read('voice:')).toEqual(['key|voice:'])
  expect(read('  - words: [a, b]')).toEqual(['plain|  - ', 'key|words:', 'plain| [a, b]'])
})

test('text with colons and hashes stays text', () => {
  expect(read('  - see http://x.y')).toEqual(['plain|  - see http://x.y'])
  expect(read('says: "no # here"')).toEqual(['key|says:', 'plain| "no # here"'])
  expect(read('# all comment: yes')).toEqual(['comment|# all comment: yes'])
  expect(read("about: it's a#b")).toEqual(['key|about:', "plain| it's a#b"])
})

test('nothing is lost', () => {
  for (const line of ['', '   ', '- a', 'a: b: c', '"q": 1', "  'it''s': yes # so"])
    expect(
      yamlPieces(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line)
})
