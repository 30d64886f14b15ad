// Whose words are whose when a page recognises and the house cuts the utterances.
import { beforeEach, describe, expect, it } from 'vitest'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import { createPageResults, type PageResults, type PageUtterance } from './page-results'

let clock: FakeClock
let results: PageResults
beforeEach(() => {
  clock = fakeClock()
  results = createPageResults(clock)
})
const begin = (): PageUtterance => results.begin(() => {})
const heard = (resultId: number, text: string, final = false) => results.take({ resultId, text, final })

describe('the words of a page', () => {
  it('belong to the utterance that runs; the same result again replaces', () => {
    const one = begin()
    heard(3, 'what')
    heard(3, 'what time')
    expect([one.text(), one.settled()]).toEqual(['what time', false])
    heard(3, 'What time is it?', true)
    heard(4, 'And where?', true)
    expect([one.text(), one.settled()]).toEqual(['What time is it? And where?', true])
  })
  it('are nobody’s when nobody speaks', () => {
    heard(1, 'noise', true)
    const one = begin()
    expect([one.text(), one.settled()]).toEqual(['', false])
    one.close()
    heard(2, 'noise', true)
    expect(begin().text()).toBe('')
  })
  it('count once: what was given to one utterance is not given to the next', () => {
    const one = begin()
    heard(1, 'hello there')
    expect(one.text()).toBe('hello there')
    one.close()
    const two = begin()
    heard(1, 'hello there')
    expect(two.text()).toBe('')
    heard(1, 'hello there how are you')
    expect(two.text()).toBe('how are you')
    heard(1, 'Hallo there, how are you?', true)
    expect([two.text(), two.settled()]).toEqual(['how are you?', true])
  })
  it('in a language without spaces count once, too', () => {
    const one = begin()
    heard(1, 'こんにちは')
    one.close()
    const two = begin()
    heard(1, 'こんにちは元気ですか', true)
    expect(two.text()).toBe('元気ですか')
  })
  it('are settled only when there are words', () => {
    const one = begin()
    heard(1, 'helo')
    one.close()
    const two = begin()
    heard(1, 'hello', true)
    expect([two.text(), two.settled()]).toEqual(['', false])
  })
  it('that come late go to who has waited longest, then to who speaks', () => {
    const one = begin()
    const two = begin()
    heard(1, 'the first')
    heard(2, 'the second')
    heard(3, 'the third')
    expect([one.text(), two.text()]).toEqual(['the first', 'the second the third'])
  })
  it('of an utterance that was let go are nobody’s, for as long as they come', async () => {
    const one = begin()
    heard(1, 'my password')
    one.drop()
    const two = begin()
    for (let i = 0; i < 3; i++) {
      await clock.advance(9000)
      heard(1, `my password is${i}`)
    }
    expect(two.text()).toBe('')
    heard(2, 'hello', true)
    expect(two.text()).toBe('hello')
  })
  it('of a page that was loaded again count, though its numbers begin again', async () => {
    const one = begin()
    heard(1, 'hello there', true)
    one.close()
    const two = begin()
    heard(1, 'hello there', true)
    expect(two.text()).toBe('')
    heard(1, 'good morning to you', true)
    expect(two.text()).toBe('good morning to you')
    two.close()
    await clock.advance(10_001)
    const three = begin()
    heard(1, 'good morning to you')
    expect(three.text()).toBe('good morning to you')
  })
  it('are told when they change', () => {
    let changes = 0
    const one = results.begin(() => changes++)
    heard(1, 'a')
    heard(1, 'a b', true)
    one.close()
    heard(1, 'a b c', true)
    expect(changes).toBe(2)
  })
})
