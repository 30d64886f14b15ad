import type { ChatMood } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { attentionAtWork } from '../../../tests/fakes/attention-at-work'
import { plain } from './attention-text'
import { bitOf, FEELINGS, feelingsIn } from './chat-mood-words'

describe('what a line shows', () => {
  it.each([
    ['hahahaha', 'laughs'],
    ['LUL LUL', 'laughs'],
    ['ㅋㅋㅋㅋ', 'laughs'],
    ['😂', 'laughs'],
    ['ахахаха', 'laughs'],
    ['PogChamp', 'cheers'],
    ['lets gooo', 'cheers'],
    ['❤️', 'cheers'],
    ['GG!', 'cheers'],
    ['BibleThump rip', 'sad'],
    ['😭😭', 'sad'],
    ['wtf this is rigged', 'angry'],
    ['🤬', 'angry'],
    ['the build is out', ''],
    ['whatever', ''],
    ['lullaby', ''],
  ])('%s: %s', (text, feeling) =>
    expect(FEELINGS.filter((name) => feelingsIn(text, plain(text)) & bitOf(name)).join()).toBe(feeling),
  )
})

describe('what the chat is like', () => {
  it('is told once a second at most, and not at all when nothing changed', async () => {
    const { attention, consider, clock } = attentionAtWork()
    const moods: ChatMood[] = []
    attention.moods.subscribe((mood) => moods.push(mood))
    await clock.advance(10_000)
    expect(moods).toEqual([])
    for (let i = 0; i < 100; i++) {
      consider(i % 2 ? 'hahaha' : 'nothing to laugh about', `p${i}`)
      await clock.advance(100)
    }
    expect(moods.length).toBeLessThanOrEqual(10)
    expect(moods.at(-1)).toMatchObject({ laughs: 0.5, cheers: 0, linesPerSecond: expect.closeTo(10, 0) })
    expect(moods.at(-1)?.summary).toBe('very fast and laughing; fifty say: nothing to laugh about; fifty say: hahaha')
    await clock.advance(80_000)
    expect(moods.at(-1)).toMatchObject({ linesPerSecond: 0, laughs: 0, summary: '', themes: [], skipped: 0 })
    const before = moods.length
    await clock.advance(60_000)
    expect(moods.length).toBe(before)
    attention.close()
    expect(clock.waiting).toBe(0)
  })

  it('quotes nothing that would not be read on stream, nothing blocked, nothing taken back, and no bots', async () => {
    const { attention, consider, clock } = attentionAtWork({
      settings: { blockedWords: ['spoiler'] },
      wouldRefuse: (text) => text.includes('vile'),
    })
    for (let i = 0; i < 6; i++) {
      consider('something vile here', `a${i}`)
      consider('a spoiler again', `b${i}`)
      consider('what is the next game?', `c${i}`)
      consider('we all keep cats', `d${i}`)
      consider('follow me for more', 'nightbot')
    }
    attention.forget({ type: 'line-deleted', platform: 'twitch', personId: 'd0' })
    await clock.advance(1000)
    expect(attention.mood().themes).toEqual([{ people: 6, text: 'what is the next game?', asks: true }])
    expect(attention.mood().summary).toBe('fast and full of questions; six ask: what is the next game?')
  })
})
