import type { LineWritten } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { countWords, crowdWords, MOST_COUNTED } from './attention-crowd'
import { gist, plain } from './attention-text'
import { createChatThemes } from './chat-themes'

const setUp = () => {
  let nowMs = 0
  let count = 0
  const themes = createChatThemes({ nowMs: () => nowMs, name: () => 'Tori' })
  const say = (text: string, by = `p${count}`) => {
    const line: LineWritten = {
      ...{ type: 'line-written', messageId: `m${++count}`, from: { platform: 'twitch', id: by, name: by }, text, at: nowMs },
    }
    return themes.count(line, { words: plain(text), gist: gist(text).hash, asks: text.includes('?') })
  }
  return { themes, say, pass: (ms: number) => (nowMs += ms) }
}

describe('a theme', () => {
  it.each([
    ['when is the build coming out?', 'When does the build come out'],
    ['Tori when is the build out?', 'so when is the BUILD out??'],
    ['LUL', 'lul'],
    ['nice shot!', 'niiice shot'],
    ['このゲームは何ですか', 'このゲームは何ですかね'],
    ['wo ist der drache', 'Wo ist denn der Drache?'],
    ['which keyboard and mouse are you using', 'which keybord and mouse are you using'],
    ['which keyboard and mouse are you using', 'which keyborad and mouse are you using'],
  ])('is the same in %s and %s', (one, other) => {
    const { say } = setUp()
    expect(say(one)).toBe(say(other))
  })

  it.each([
    ['when is the build out?', 'when is the stream over?'],
    ['the boss has 100 lives', 'the boss has 200 lives'],
    ['is it good', 'is it not good'],
    ['number one', 'number two'],
    ['gg', 'wp'],
    ['do you love the new elden ring boss fight?', 'do you hate the new elden ring boss fight?'],
    ['what is the best build for a mage in dark souls?', 'what is the best build for a knight in dark souls?'],
    ['when is the next stream with mira?', 'when is the next stream with jan?'],
    ['play song three next please', 'play song four next please'],
    ['is the game good?', 'is the game not good?'],
    ['I can eat peanuts and shrimp today', "I can't eat peanuts and shrimp today"],
    ['明日の配信は何時ですか', '今日の配信は何時ですか'],
  ])('[R119] is another in %s and %s', (one, other) => {
    const { say } = setUp()
    expect(say(one)).not.toBe(say(other))
  })

  it('counts its people of the last minute, each once', () => {
    const { themes, say, pass } = setUp()
    for (let i = 0; i < 40; i++) say('when is the build out?', `p${i % 20}`)
    expect(themes.shared(3)).toMatchObject([{ people: 20, line: { messageId: 'm1' }, asks: true }])
    pass(40_000)
    say('when is the build out?', 'p0')
    say('when is the build out?', 'new')
    expect(themes.shared(3)).toMatchObject([{ people: 21 }])
    pass(30_000)
    expect(themes.shared(2)).toMatchObject([{ people: 2 }])
    pass(61_000)
    expect(themes.shared(1)).toEqual([])
    expect(say('when is the build out?').people).toBe(1)
  })

  it('is found again in other words, however many other lines have those words', () => {
    const { themes, say } = setUp()
    for (const text of ['when is the new build coming out?', 'so when is the build out?', 'wait when will the new build be out?'])
      for (let i = 0; i < 200; i++) {
        say(`the build ${i} is new, when thing${i} comes out`)
        say(text)
      }
    expect(themes.shared(3).filter(({ asks }) => asks)).toMatchObject([{ people: 600 }])
  })

  it('lives through a flood of single lines when it is said again and again, and is forgotten with its line', () => {
    const { themes, say } = setUp()
    for (let i = 0; i < 20_000; i++) {
      say(`thing${i} other${i * 7} third${i * 13}`)
      if (i % 400 === 0) say('when is the build out?')
    }
    expect(themes.shared(3)).toMatchObject([{ people: 50 }])
    themes.forget({ type: 'line-deleted', platform: 'twitch', messageId: 'm2' })
    expect(themes.shared(3)).toEqual([])
  })

  it('stops counting where nobody would', () => {
    const { themes, say, pass } = setUp()
    for (let i = 0; i < 9000; i++) {
      say('raid')
      pass(10)
      if (i > 2000) expect(themes.shared(3)[0]?.people).toBe(MOST_COUNTED)
    }
  })
})

describe('a number of people in words', () => {
  it.each([
    [3, 'three'],
    [19, 'nineteen'],
    [40, 'forty'],
    [43, 'over forty'],
    [100, 'a hundred'],
    [140, 'over a hundred'],
    [300, 'three hundred'],
    [999, 'over nine hundred'],
    [1000, 'a thousand'],
  ])('%d is %s', (count, words) => expect(countWords(count)).toBe(words))
  it('says what they do', () => {
    expect(crowdWords(40, true)).toBe('forty people ask')
    expect(crowdWords(7, false)).toBe('seven people say it')
  })
})
