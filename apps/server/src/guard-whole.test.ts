import type { ReplyPart, Turn } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { guardAtWork, INSTEAD } from '../../../tests/fakes/guard-at-work'
import { turnOf, viewer } from '../../../tests/fakes/turns'
import { lines } from './mind/lines'

const speechSeconds = (text: string) => text.length / 15

/** What is said of an answer, and what is kept of it. */
async function saidAndKept(turn: Turn, text: string): Promise<[string, string]> {
  const { guard, listen, out } = guardAtWork({}, { speechSeconds })
  async function* parts(): AsyncIterable<ReplyPart> {
    yield { type: 'reply-start', turn }
    for (const word of text.split(/(?<= )/)) yield { type: 'reply-delta', turn, text: word }
    yield { type: 'reply-end', turn, cut: false }
  }
  await listen(lines(parts()))
  return [
    out
      .map((line) => line.text)
      .filter(Boolean)
      .join(' '),
    guard.redact(turn, text),
  ]
}

const LONG = 'All of it is well with us today and it will be so for as long as it goes,'
const sentence = (words: number, end = 'well') => `${Array.from({ length: words - 1 }, () => 'all').join(' ')} ${end}.`.trim()

describe('what is kept of an answer and what is said of it', () => {
  it('is the same, sentence by sentence', async () => {
    const texts = [
      sentence(3),
      [sentence(3), sentence(5), sentence(2)].join(' '),
      [sentence(3), sentence(5, 'plugh'), sentence(2)].join(' '),
      sentence(2, 'plugh'),
      `Then Dr. Plush says plugh. ${sentence(3)}`,
    ]
    for (const turn of [turnOf('hi'), turnOf('hi', { from: viewer('Mira') })])
      for (const text of texts) {
        const [said, kept] = await saidAndKept(turn, text)
        expect(kept).toBe(said)
      }
  })

  it('is never more than what is said, when a sentence is said in several breaths', async () => {
    const [said, kept] = await saidAndKept(turnOf('hi'), `${sentence(3)} ${LONG} plugh or no plugh.`)
    expect(kept).toBe(`${sentence(3)} ${INSTEAD}`)
    expect(said).toBe(`${sentence(3)} ${LONG} ${INSTEAD}`)
  })

  it('is cut at the same time for a viewer', async () => {
    const text = Array.from({ length: 40 }, (_, at) => sentence(2 + (at % 7))).join(' ')
    const [said, kept] = await saidAndKept(turnOf('hi', { from: viewer('Mira') }), text)
    expect(kept).toBe(said)
    expect(speechSeconds(said)).toBeLessThanOrEqual(15)
    expect(speechSeconds(said)).toBeGreaterThan(12)
  })
})
