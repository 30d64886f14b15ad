import { describe, expect, it } from 'vitest'
import { BubbleList, MOST_BUBBLES } from './bubble-list'
import { FADE_MS } from './fading-list'

const bubble = (messageId: string, more: object = {}) => ({
  messageId,
  name: `name of ${messageId}`,
  text: `text of ${messageId}`,
  platform: 'twitch',
  answering: false,
  staysMs: 5000,
  ...more,
})
const texts = (list: BubbleList, nowMs: number) =>
  list.at(nowMs).map(({ value: { text }, leaving }) => `${text.slice(-1)}${leaving ? '-' : ''}`)

describe('BubbleList', () => {
  it('shows a line for its time, then fades it', () => {
    const list = new BubbleList()
    list.add(bubble('a'), 0)
    expect(list.at(4999)).toEqual([expect.objectContaining({ key: 0, value: bubble('a'), leaving: false })])
    expect(texts(list, 5000)).toEqual(['a-'])
    expect(texts(list, 5000 + FADE_MS)).toEqual([])
  })
  it('gives the same list while nothing changes', () => {
    const list = new BubbleList()
    list.add(bubble('a'), 0)
    expect(list.at(1)).toBe(list.at(2))
    const empty = new BubbleList()
    const nothing = empty.at(0)
    empty.clear()
    expect(empty.at(1)).toBe(nothing)
  })
  it('stacks no more than four; the oldest makes room, but not the one she answers', () => {
    const list = new BubbleList()
    list.add(bubble('a', { answering: true }), 0)
    for (const id of ['b', 'c', 'd', 'e']) list.add(bubble(id), 10)
    expect(texts(list, 11)).toEqual(['a', 'b-', 'c', 'd', 'e'])
    expect(list.at(11).filter(({ leaving }) => !leaving)).toHaveLength(MOST_BUBBLES)
    expect(texts(list, 10 + FADE_MS)).toEqual(['a', 'c', 'd', 'e'])
  })
  it('keeps the answered line while she answers, and its time after it', () => {
    const list = new BubbleList()
    list.add(bubble('a'), 0)
    list.add(bubble('a', { answering: true }), 3000)
    expect(list.at(60_000)).toEqual([
      expect.objectContaining({ key: 0, value: bubble('a', { answering: true }), leaving: false }),
    ])
    list.answered(60_000)
    expect(texts(list, 64_999)).toEqual(['a'])
    expect(list.at(64_999)[0]!.value.answering).toBe(false)
    expect(texts(list, 65_000)).toEqual(['a-'])
  })
  it('marks one line as answered at a time', () => {
    const list = new BubbleList()
    list.add(bubble('a', { answering: true }), 0)
    list.add(bubble('b', { answering: true }), 100)
    expect(list.at(200).map(({ value }) => value.answering)).toEqual([false, true])
  })
  it('takes back at once, whatever it was doing', () => {
    const list = new BubbleList()
    list.add(bubble('a', { answering: true }), 0)
    list.add(bubble('b'), 0)
    list.at(5000)
    list.gone(['a', 'b', 'never seen'])
    expect(texts(list, 5001)).toEqual([])
    list.add(bubble('c'), 6000)
    list.clear()
    expect(texts(list, 6001)).toEqual([])
  })
})
