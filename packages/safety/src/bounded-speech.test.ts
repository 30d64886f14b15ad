// Lines of strangers flow in; what may be spoken of them is seen.
import { describe, expect, it } from 'vitest'
import { boundedSpeech } from './bounded-speech'
import { speechSeconds } from './speech-seconds'

describe('bounded speech', () => {
  it('is never longer than it may be', () => {
    const floods = [
      'w'.repeat(5000),
      '9'.repeat(40),
      '🎉'.repeat(300),
      'lol '.repeat(900),
      'abcdefgh'.repeat(500),
      'one two three four five six seven eight nine '.repeat(50),
      '死'.repeat(3000),
      `${'<speak>'.repeat(200)}hi`,
      'A1b2 '.repeat(600),
      Array.from({ length: 400 }, (_, i) => `word${i}`).join(' '),
      '漢字'.repeat(40),
      'W W W W W W W W W W W W W W W W W W W W W W W W W W W W W',
    ]
    for (const flood of floods) expect(speechSeconds(boundedSpeech(flood))).toBeLessThanOrEqual(15)
    expect(speechSeconds(boundedSpeech('hello there my friend '.repeat(9), { seconds: 2 }))).toBeLessThanOrEqual(2)
  })
  it('says twice what comes many times', () => {
    expect(boundedSpeech('lol lol lol lol lol')).toBe('lol lol')
    expect(boundedSpeech('buy now buy now buy now buy now')).toBe('buy now buy now')
    expect(boundedSpeech('w'.repeat(5000))).toBe('www')
    expect(boundedSpeech('hahahahahahahaha')).toBe('hahaha')
    expect(boundedSpeech('no!!!!!!!! why?????')).toBe('no! why?')
    expect(boundedSpeech('good good game')).toBe('good good game')
  })
  it('reads no long numbers, links, tags or marks', () => {
    expect(boundedSpeech('it is 10000000000000000000000000000000000000000')).toBe('it is a long number')
    expect(boundedSpeech('in 2026 we had 1,250 people')).toBe('in 2026 we had 1,250 people')
    expect(boundedSpeech('see https://a.example.com/x?y=1 now')).toBe('see a link now')
    expect(boundedSpeech('<speak><prosody rate="x-slow">hi <break time="9s"/>you</prosody></speak>')).toBe('hi you')
    expect(boundedSpeech('<<speak>break<speak> time="10s"/>hi')).not.toMatch(/[<>]/)
    expect(boundedSpeech('[whisper]psst[/whisper] [joy:0.7] hi [laugh] there')).toBe('psst hi there')
    expect(boundedSpeech('[whi[laugh]sper] hi')).not.toMatch(/[[\]]/)
    expect(boundedSpeech('*sighs deeply* hello *you*')).toBe('hello you')
  })
  it('keeps one emoji and few marks', () => {
    expect(boundedSpeech('gg 🎉🎉🎉🎉 wow 😂😂')).toBe('gg 🎉 wow')
    expect(boundedSpeech(`z${'\u0336\u0337\u0338\u0334'.repeat(2500)}algo`).length).toBeLessThan(10)
    expect(boundedSpeech('asdfghjklasdfghjkl what')).toBe('asdf what')
    expect(boundedSpeech('\u202eabc\u200b\u0007 def')).toBe('abc def')
    expect(boundedSpeech('')).toBe('')
  })
  it('keeps good lines as they are', () => {
    for (const line of [
      'Hello, how are you today?',
      'Das ist aber schön!',
      'こんにちは、元気ですか。',
      'That boss took me 12 tries.',
      'GG, well played.',
    ]) {
      expect(boundedSpeech(line)).toBe(line)
    }
  })
})
