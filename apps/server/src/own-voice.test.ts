import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { createOwnVoice } from './own-voice'

const WORDS = 'The second phase is faster but he warns you twice before every big swing.'.split(' ')
const SAID = { turnId: 't', lineText: WORDS.join(' '), words: WORDS, heardWords: WORDS.length }

describe('[R28] her own voice in the microphone', () => {
  it('is known by its words, misheard ones too, while it sounds', () => {
    const clock = fakeClock()
    const ownVoice = createOwnVoice(clock)
    ownVoice.progressed(SAID)
    for (const heard of ['the second phase is faster', 'second face is faster but he', 'warns you twice before every big'])
      expect(ownVoice.isEcho(heard, clock.monotonicMs())).toBe(true)
  })

  it('is not somebody who talks about the same thing', () => {
    const clock = fakeClock()
    const ownVoice = createOwnVoice(clock)
    ownVoice.progressed(SAID)
    for (const heard of ['is he really faster in that phase', 'stop', 'wait a second Tori what about the sword', 'twice'])
      expect(ownVoice.isEcho(heard, clock.monotonicMs())).toBe(false)
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
