import { describe, expect, it } from 'vitest'
import { ahead, channel, flow, merge, topic } from './streams'

const all = async <T>(source: AsyncIterable<T>) => {
  const values: T[] = []
  for await (const value of source) values.push(value)
  return values
}

describe('streams', () => {
  it('a channel keeps order, refuses beyond its capacity and ends when closed', async () => {
    const numbers = channel<number>(2)
    expect([numbers.push(1), numbers.push(2), numbers.push(3)]).toEqual([true, true, false])
    numbers.close()
    expect(numbers.push(4)).toBe(false)
    expect(await all(numbers)).toEqual([1, 2])
  })
  it('a channel wakes a waiting reader', async () => {
    const words = channel<string>()
    const reading = all(words)
    words.push('late')
    words.close()
    expect(await reading).toEqual(['late'])
  })
  it('merge gives everything of all sources and passes a failure on', async () => {
    const [a, b] = [channel<number>(), channel<number>()]
    a.push(1)
    b.push(2)
    a.close()
    b.close()
    expect((await all(merge(a, b))).sort()).toEqual([1, 2])
    const broken = (async function* (): AsyncIterable<number> {
      yield 1
      throw new Error('broken')
    })()
    await expect(all(merge(broken))).rejects.toThrow('broken')
    expect(await all(merge())).toEqual([])
  })
  it('ahead reads on while its reader is slow, and passes a failure on', async () => {
    const read: number[] = []
    const source = (async function* () {
      for (let i = 0; i < 3; i++) {
        read.push(i)
        yield i
      }
      throw new Error('broken')
    })()
    const reader = ahead(source)[Symbol.asyncIterator]()
    expect((await reader.next()).value).toBe(0)
    while (read.length < 3) await Promise.resolve()
    expect([(await reader.next()).value, (await reader.next()).value]).toEqual([1, 2])
    await expect(reader.next()).rejects.toThrow('broken')
  })
  it('a topic tells whoever reads, until they stop', () => {
    const news = topic<number>()
    const seen: number[] = []
    const stop = news.subscribe((value) => seen.push(value))
    news.publish(1)
    stop()
    news.publish(2)
    expect(seen).toEqual([1])
  })
  it('flow runs a source through its steps', () => {
    expect(
      flow(
        2,
        (n: number) => n + 1,
        (n: number) => `${n}!`,
      ),
    ).toBe('3!')
  })
})
