import { expect, test } from 'vitest'
import { sentenceStart } from './sentence-start'

test('a word begins with a capital, a name stays as it is written', () => {
  expect(['none installed', 'a', 'off.', 'no recogniser, by choice'].map(sentenceStart)).toEqual([
    'None installed',
    'A',
    'Off.',
    'No recogniser, by choice',
  ])
  for (const named of [
    'pocketsphinx_continuous, started for each utterance',
    'whisper-cli, started',
    'sherpa-onnx',
    'iPhone of Ann',
    '',
  ])
    expect(sentenceStart(named)).toBe(named)
})
