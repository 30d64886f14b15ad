import { expect, test } from 'vitest'
import { commandLineText, parseCommandLine } from './command-line'

test('words are parted at spaces', () => {
  expect(parseCommandLine('arecord -q -f S16_LE  -r 16000 ')).toEqual({
    command: 'arecord',
    args: ['-q', '-f', 'S16_LE', '-r', '16000'],
  })
  expect(parseCommandLine('   ')).toBeNull()
})

test('quotes keep spaces, also empty words', () => {
  expect(parseCommandLine(`"C:\\Program Files\\rec.exe" 'a "b"' "" x"y z"`)).toEqual({
    command: 'C:\\Program Files\\rec.exe',
    args: ['a "b"', '', 'xy z'],
  })
  expect(parseCommandLine('say "hello')).toBeNull()
})

test('what is written is read again as the same', () => {
  for (const line of [
    { command: 'arecord', args: ['-D', 'hw:1,0'] },
    { command: 'C:\\Program Files\\rec.exe', args: ['', 'say "hi"', "it's", 'end\\', '\\\\host\\a b'] },
  ])
    expect(parseCommandLine(commandLineText(line))).toEqual(line)
})
