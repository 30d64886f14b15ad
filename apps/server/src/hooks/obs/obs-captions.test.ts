import { expect, it } from 'vitest'
import { captionsOf } from './obs-captions'

it('captions are written in Latin scripts alone', () => {
  expect(captionsOf('Hello, Mira! 100 % ❤️ ok')).toEqual(['Hello, Mira! 100 % ok'])
  expect(captionsOf('Grüße, ça va?')).toEqual(['Grüße, ça va?'])
  for (const text of ['привет', 'こんにちは', '你好 hello', '…', '', '42']) expect(captionsOf(text)).toEqual([])
})

it('long captions are cut between words', () => {
  const captions = captionsOf('word '.repeat(60))
  expect(captions.length).toBeGreaterThan(2)
  expect(captions.every((caption) => caption.length <= 96 && caption.endsWith('word'))).toBe(true)
  expect(captions.join(' ').split(' ')).toHaveLength(60)
})
