import type { Duck, Heard } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import type { HouseNews } from './house'
import { createSpeechProgress } from './speech-progress'
import { topic } from './streams'

const setUp = (duckDb = 14) => {
  const ducks: Duck[] = []
  const told: string[] = []
  const news = topic<HouseNews>()
  news.subscribe((one) => {
    if (one.type === 'speech-progressed') told.push(`${one.progress.state}:${one.progress.text}`)
  })
  const progress = createSpeechProgress({ news, duckDb: () => duckDb, onDuck: (duck) => ducks.push(duck) })
  return { ducks, told, progress }
}
const start = (utterance: number): Heard => ({ type: 'speech-start', utterance, atSample: 0 })
const end = (utterance: number, text = ''): Heard => ({ type: 'speech-end', utterance, text, endpointMs: 0, recogniserMs: 0 })

describe('speech progress', () => {
  it('[R70] ducks her while somebody speaks or words are outstanding, once, and lets her come back', () => {
    const { ducks, progress } = setUp()
    progress.take(start(1))
    progress.take({ type: 'speech-stop', utterance: 1, atSample: 0 })
    progress.take(start(2))
    progress.take(end(1, 'first'))
    expect(ducks.map(({ gainDb }) => gainDb)).toEqual([-14])
    progress.take(end(2))
    expect(ducks.map(({ gainDb }) => gainDb)).toEqual([-14, 0])
    expect(ducks[0]?.rampMs).toBeLessThanOrEqual(40)
  })

  it('[R70] leaves her as loud as she is when no ducking is wanted', () => {
    const { ducks, progress } = setUp(0)
    progress.take(start(1))
    progress.take(end(1))
    expect(ducks.every(({ gainDb }) => gainDb === 0)).toBe(true)
  })

  it('tells what is understood so far, and keeps it while the rest is worked out', () => {
    const { told, progress } = setUp()
    progress.take(start(1))
    progress.take({ type: 'speech-partial', utterance: 1, text: 'hello' })
    progress.take({ type: 'speech-stop', utterance: 1, atSample: 0 })
    progress.take(end(1, 'Hello there.'))
    expect(told).toEqual(['speaking:', 'speaking:hello', 'recognising:hello', 'over:Hello there.'])
  })

  it('goes on recognising when words come after the voice has stopped', () => {
    const { told, progress } = setUp()
    progress.take(start(1))
    progress.take({ type: 'speech-stop', utterance: 1, atSample: 0 })
    progress.take(start(2))
    progress.take({ type: 'speech-partial', utterance: 1, text: 'hello' })
    progress.take({ type: 'speech-partial', utterance: 2, text: 'there' })
    expect(told).toEqual(['speaking:', 'recognising:', 'speaking:', 'recognising:hello', 'speaking:there'])
  })

  it('[R70] is not begun again by words that come after the end', () => {
    const { ducks, told, progress } = setUp()
    progress.take(start(1))
    progress.take(end(1, 'Hello.'))
    progress.take({ type: 'speech-partial', utterance: 1, text: 'hello' })
    expect(told).toEqual(['speaking:', 'over:Hello.'])
    progress.take(start(2))
    progress.take(end(2))
    expect(ducks.map(({ gainDb }) => gainDb)).toEqual([-14, 0, -14, 0])
  })
})
