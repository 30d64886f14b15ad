import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { createOwnVoice } from './own-voice'

const said = (line: string) => {
  const words = line.split(' ')
  return { turnId: 't', lineText: line, words, heardWords: words.length }
}
const SAID = said('The second phase is faster but he warns you twice before every big swing.')
const SMALL_WORDS = said(
  'I am sorry, I do not know what that is. Tell me more about it, and I will try to help you with the game.',
)
const judged = (line: typeof SAID, heard: string): boolean => {
  const clock = fakeClock()
  const ownVoice = createOwnVoice(clock)
  ownVoice.progressed(line)
  return ownVoice.isEcho(heard, clock.monotonicMs())
}

describe('[R28] her own voice in the microphone', () => {
  it.each([
    [SAID, 'the second phase is faster'],
    [SAID, 'second face is faster but he'],
    [SAID, 'warns you twice before every big'],
    [SAID, 'twice before every'],
    [SAID, 'the second face is faster but he warns you twice for every big swing'],
    [SAID, 'is faster but he once you twice before every big swing'],
    [SAID, 'phase is faster but he warned you twice'],
    [SMALL_WORDS, 'i do not know what that is'],
    [SMALL_WORDS, 'tell me more about it and i will'],
    [SMALL_WORDS, 'tell me more about it'],
    [SMALL_WORDS, 'with the game'],
    [SMALL_WORDS, 'am sorry i do not no what that is'],
    [SMALL_WORDS, 'sorry i do not know what that tell me more'],
    [SMALL_WORDS, 'i will try to help you with the name'],
    [SMALL_WORDS, 'and i will dry to help you with a game'],
    [SMALL_WORDS, "i do not know what that is tell me more about it and i'll try to help you"],
    [said('It’s a trap, so don’t go in there.'), "it's a trap so don't"],
  ])('is known by its words, misheard ones too, while it sounds (%#)', (line, heard) => {
    expect(judged(line, heard)).toBe(true)
  })

  it.each([
    [SAID, 'is he really faster in that phase'],
    [SAID, 'stop'],
    [SAID, 'wait a second Tori what about the sword'],
    [SAID, 'twice'],
    [SAID, 'the second is faster'],
    [SAID, 'is he big'],
    [SAID, 'but you warn me before every swing'],
    [SMALL_WORDS, 'tell me why'],
    [SMALL_WORDS, 'stop the game'],
    [SMALL_WORDS, 'what about you'],
    [SMALL_WORDS, 'is it the boss'],
    [SMALL_WORDS, 'no tell me'],
    [SMALL_WORDS, 'I am fine'],
    [SMALL_WORDS, 'tell me about it'],
    [SMALL_WORDS, 'tell me more about you'],
    [SMALL_WORDS, 'what is that'],
    [SMALL_WORDS, 'i know that'],
    [SMALL_WORDS, 'i do know that'],
    [SMALL_WORDS, 'will you help me with the boss'],
    [SMALL_WORDS, 'i do not know what to do'],
    [SMALL_WORDS, 'can you tell me more about the game'],
  ])('is not somebody who speaks in the same words (%#)', (line, heard) => {
    expect(judged(line, heard)).toBe(false)
  })

  it('is over when she is: repeating her later is no echo', async () => {
    const clock = fakeClock()
    const ownVoice = createOwnVoice(clock)
    ownVoice.progressed(SAID)
    await clock.advance(6000)
    expect(ownVoice.isEcho('the second phase is faster', clock.monotonicMs())).toBe(false)
  })

  it('is only what has sounded so far', () => {
    const clock = fakeClock()
    const ownVoice = createOwnVoice(clock)
    ownVoice.progressed({ ...SAID, heardWords: 2 })
    expect(ownVoice.isEcho('the second phase is faster', clock.monotonicMs())).toBe(false)
    ownVoice.progressed({ ...SAID, heardWords: 5 })
    expect(ownVoice.isEcho('the second phase is faster', clock.monotonicMs())).toBe(true)
  })
})
