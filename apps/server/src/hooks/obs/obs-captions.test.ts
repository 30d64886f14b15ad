import { expect, it } from 'vitest'
import { captionsOf, sendCaptions } from './obs-captions'

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

it('[R24] of a line that is taken back nothing more is sent', async () => {
  const sent: unknown[] = []
  const turn = new AbortController()
  const call = async (_: string, fields?: object) => {
    sent.push(fields)
    turn.abort()
    return {}
  }
  await sendCaptions({ call: call as never }, 'word '.repeat(60), turn.signal, () => {})
  expect(sent).toHaveLength(1)
  await sendCaptions({ call: call as never }, 'another line', turn.signal, () => {})
  expect(sent).toHaveLength(1)
})
