import { describe, expect, it } from 'vitest'
import { readEmoticon } from './emoticon'

describe('emoticons', () => {
  it.each([
    ':)',
    ':-)',
    ';P',
    ':D',
    '=D',
    'xD',
    'XDDD',
    'xd',
    ':3',
    'D:',
    '<3',
    '</3',
    '^_^',
    '^^',
    'T_T',
    'o_O',
    '0_0',
    '>.<',
    '-_-',
    ":'(",
    '>:(',
    '¯\\_(ツ)_/¯',
    '(╯°□°）╯︵',
    '(^_^)',
  ])('%s is one', (text) => expect(readEmoticon(text)).toBe(''))
  it.each([
    'hello',
    'D',
    'x',
    '0.0',
    '0-0',
    '3-2',
    'p:',
    '10:30',
    '(maybe)',
    '=3',
    'a:b',
    '-5',
    'T-T',
    '...',
    '',
    ':'.repeat(100),
  ])('%s is none', (text) => expect(readEmoticon(text)).toBeNull())
  it('leaves the punctuation behind it', () => expect(readEmoticon(':)!')).toBe('!'))
})
