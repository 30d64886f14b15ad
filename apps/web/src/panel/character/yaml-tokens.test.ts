import { expect, test } from 'vitest'
import { inTextBlock, yamlPieces } from './yaml-tokens'

const told = (lines: string[]) => {
  const blocks = inTextBlock(lines)
  return lines.map((line, index) => yamlPieces(line, blocks[index]!).map(({ kind, text }) => `${kind}|${text}`))
}
const read = (line: string) => told([line])[0]

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

test('a block of text holds no keys, and ends where the indent does', () => {
  expect(told(['  about: >-', '    she is: a program # truly', '', '    and says so', '  name: Tori'])).toEqual([
    ['plain|  ', 'key|about:', 'plain| >-'],
    ['plain|    she is: a program # truly'],
    [],
    ['plain|    and says so'],
    ['plain|  ', 'key|name:', 'plain| Tori'],
  ])
  expect(told(['- |', '  a: b', '- c: d'])[1]).toEqual(['plain|  a: b'])
})

test('nothing is lost', () => {
  const lines = ['', '   ', '- a', 'a: b: c', '"q": 1', "  'it''s': yes # so", 'x: |2', '    y: z']
  expect(told(lines).map((pieces) => pieces.map((piece) => piece.slice(piece.indexOf('|') + 1)).join(''))).toEqual(lines)
})
