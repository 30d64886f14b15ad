import { VoiceChoice } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { lineOf } from '../../../tests/fakes/floor-at-work'
import { createEventLines, somebodyIn } from './event-lines'
import { createStrangersWords } from './read-aloud'
import { pacedSpeech, speechPace } from './speech-pace'

const LONG = `hello there my friends ${Array.from({ length: 60 }, (_, at) => `and ${at} more words`).join(' ')}`
const own = VoiceChoice.parse({ kind: 'psi' })
const server = VoiceChoice.parse({ kind: 'openai', baseUrl: 'http://127.0.0.1:1/v1', model: 'm', voice: 'v', speed: 0.5 })

describe('the pace of her voice', () => {
  it('is that of the slower one of whoever may say the line, and never above the usual', () => {
    expect([speechPace(own, 0.5), speechPace(own, 2), speechPace(server, 1), speechPace(server, 0.5)]).toEqual([0.5, 1, 0.5, 0.5])
  })

  it('[R124] a slow voice says less of a viewer’s line, so that it is 15 s all the same', () => {
    const usual = pacedSpeech(() => 1)
    const slow = pacedSpeech(() => 0.5)
    const words = (bounds: typeof slow) =>
      createStrangersWords({
        ...bounds,
        wouldRefuse: () => false,
        say: createEventLines(() => 'en'),
        somebody: () => somebodyIn('en'),
      })
    const line = { ...lineOf(LONG), paid: { kind: 'bits', amount: 100, title: '' } as const }
    const said = words(slow).paidLine(line)?.text ?? ''
    expect(said).toContain('hello there')
    expect(slow.speechSeconds(said)).toBeLessThanOrEqual(15)
    expect(usual.speechSeconds(said)).toBeLessThanOrEqual(7.5)
    expect(usual.speechSeconds(words(usual).paidLine(line)?.text ?? '')).toBeGreaterThan(12)
  })
})
