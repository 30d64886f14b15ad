import { OWNER, type Turn } from '@psiona/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { abortable, guardAtWork, guardsAtWork, kinds, review } from '../../../tests/fakes/guard-at-work'
import { turnOf, viewer } from '../../../tests/fakes/turns'

const { setUp, closeAll } = guardsAtWork()
afterEach(closeAll)

describe('what waits for the owner', () => {
  it('is a viewer’s turn whole, as it grows, until the time is over', async () => {
    const { guard, give, said, clock, notes } = setUp({ holdSeconds: 5, holdEnds: 'said' })
    const { turn } = abortable()
    await give(turn, 'One.')
    await clock.advance(2000)
    await give(turn, 'You plugh.', 'Three.#')
    expect(guard.held()).toEqual([{ lineId: 'line-0', turnId: turn.id, to: turn.from, text: 'One. Not that.', leftMs: 3000 }])
    expect(guard.holds(turn)).toBe(true)
    expect(said()).toEqual([])
    await clock.advance(3000)
    expect(said()).toEqual(['One.', 'Not that.', '#'])
    expect(kinds(notes)).toEqual(['waited-out', 'held-back'])
    expect(notes[0]).toMatchObject({ rule: 'ends:said' })
    expect([guard.held(), clock.waiting]).toEqual([[], 0])
  })

  it('[R123] is skipped when nobody has decided, unless the settings say otherwise', async () => {
    const { give, said, dropped, clock, notes } = setUp({ holdSeconds: 5 })
    const { turn } = abortable()
    await give(turn, 'One.', 'Two.')
    await clock.advance(5000)
    expect(said().filter((text) => text !== '#')).toEqual([])
    expect(dropped).toEqual([turn])
    expect(kinds(notes)).toEqual(['waited-out'])
    expect(notes).toMatchObject([{ rule: 'ends:skipped' }])
  })

  it('[R123] is known by how long it waited, which is no time of hers', async () => {
    const { guard, give, clock } = setUp({ holdSeconds: 5, holdEnds: 'said' })
    const { turn } = abortable()
    await clock.advance(1000)
    expect(guard.waitedMs(turn)).toBe(0)
    await give(turn, 'One.')
    await clock.advance(2000)
    expect(guard.waitedMs(turn)).toBe(2000)
    guard.judge('line-0', 'approve')
    await clock.advance(1000)
    await give(turn, 'Two.#')
    expect(guard.waitedMs(turn)).toBe(2000)
    const other = abortable()
    await give(other.turn, 'Three.#')
    await clock.advance(9000)
    expect(guard.waitedMs(other.turn)).toBe(5000)
  })

  it('is said at once when the owner agrees, with what comes later', async () => {
    const { guard, give, said, clock, notes } = setUp({ holdSeconds: 5 })
    const { turn } = abortable()
    await give(turn, 'One.', 'Two.')
    guard.judge('line-0', 'approve')
    await give(turn, 'Three.#')
    expect(said()).toEqual(['One.', 'Two.', 'Three.#'])
    expect([kinds(notes), guard.held(), clock.waiting]).toEqual([['approved'], [], 0])
    expect(() => guard.judge('line-0', 'approve')).toThrow(expect.objectContaining({ code: 'not-held' }))
  })

  it('is never said when the owner says no; its turn ends all the same', async () => {
    const { guard, give, said, dropped, notes, clock } = setUp({ holdSeconds: 5 })
    const whole = abortable()
    await give(whole.turn, 'One.', 'Two.#')
    guard.judge('line-0', 'skip')
    const half = abortable()
    await give(half.turn, 'Three.')
    guard.judge('line-2', 'skip')
    await give(half.turn, 'Four.', '#')
    expect(said()).toEqual(['#', '#'])
    expect(dropped).toEqual([whole.turn, half.turn])
    expect([kinds(notes), clock.waiting]).toEqual([['skipped', 'skipped'], 0])
  })

  it('is let go at once when its turn is aborted, so that the owner waits for nobody', async () => {
    const { guard, give, said, clock, notes } = setUp({ holdSeconds: 30 })
    const { turn, abort } = abortable()
    await give(turn, 'One.', 'Two.#')
    abort()
    await give(turnOf('mine'), 'Yours.#')
    expect(said()).toEqual(['#', 'Yours.#'])
    expect([guard.held(), notes, clock.waiting]).toEqual([[], [], 0])
  })

  it('is never a turn without words', async () => {
    const { guard, give, said } = setUp({ holdSeconds: 5 })
    await give(abortable().turn, '#')
    expect([said(), guard.held()]).toEqual([['#'], []])
  })

  it('does not hold who comes after it', async () => {
    const { give, said } = setUp({ holdSeconds: 30 })
    await give(abortable().turn, 'One.#')
    await give(turnOf('mine'), 'Yours.#')
    expect(said()).toEqual(['Yours.#'])
  })

  it('is everything, or only what viewers began', async () => {
    const { guard, give, settings } = setUp({ holdSeconds: 5 })
    const room = turnOf('x', { from: { platform: 'room', id: 'guest', name: 'Guest' } })
    for (const turn of [turnOf('x'), room, turnOf('x', { aloud: false, from: viewer('Mira') })]) await give(turn, 'One.#')
    expect(guard.held()).toEqual([])
    settings.current = { ...settings.current, holdWhat: 'everything' }
    await give(turnOf('x'), 'One.#')
    expect(guard.held().map(({ to }) => to)).toEqual([OWNER])
  })

  it('goes with a deletion, a Stop, a panic, and the end', async () => {
    const { guard, give, said, clock, done } = setUp({ holdSeconds: 5 })
    const gone = abortable({ messageId: 'm1' })
    await give(gone.turn, 'One.', 'Two.#')
    const other = abortable({ messageId: 'm2' })
    await give(other.turn, 'Three.')
    guard.takeBack(({ messageId }) => messageId === 'm1')
    expect(guard.held().map(({ text }) => text)).toEqual(['Three.'])
    guard.clear()
    await give(other.turn, 'Four.#')
    expect([said(), guard.held(), clock.waiting]).toEqual([['#', '#'], [], 0])
    await give(abortable().turn, 'Five.#')
    guard.close()
    await done
    expect([said(), clock.waiting]).toEqual([['#', '#', '#'], 0])
  })

  it('is still taken back when it was let go and the voice has not got it', async () => {
    const { guard, give, source } = guardAtWork()
    const { turn } = abortable()
    const voice = guard.pass(source)[Symbol.asyncIterator]()
    const first = voice.next()
    await give(turn, 'One.', 'Two.', '#')
    expect((await first).value).toMatchObject({ text: 'One.' })
    guard.clear()
    expect((await voice.next()).value).toMatchObject({ text: '', last: true })
    guard.close()
  })
})

describe('whatever happens', () => {
  /** Small and repeatable. */
  const dice = (seed: number) => () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed / 2 ** 31
  }

  it('every turn ends exactly once, and nothing refused is said', async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = dice(seed)
      const pick = <T>(...of: readonly T[]) => of[Math.floor(random() * of.length)] as T
      const { guard, give, out, clock, settings, source, done } = setUp({
        holdSeconds: pick(0, 2, 5),
        holdWhat: pick('viewers', 'everything'),
      })
      const turns: Turn[] = []
      for (let at = 0; at < 6; at++) {
        const { turn, abort } = abortable({ from: pick(OWNER, viewer('Mira'), viewer('Jo')), messageId: `m${at}` })
        turns.push(turn)
        const breaths = Math.floor(random() * 6)
        for (let breath = 0; breath <= breaths; breath++) {
          await give(
            turn,
            `${pick('Well.', 'A vile', 'thing.', 'You plugh.', '', 'Long '.repeat(30))}${breath === breaths ? '#' : ''}`,
          )
          const held = guard.held()[0]
          const act = pick('nothing', 'nothing', 'nothing', 'wait', 'abort', 'judge', 'take-back', 'clear', 'settings')
          if (act === 'wait') await clock.advance(1000)
          if (act === 'abort') abort()
          if (act === 'judge' && held) guard.judge(held.lineId, pick('approve', 'skip'))
          if (act === 'take-back') guard.takeBack(({ messageId }) => messageId === `m${at}`)
          if (act === 'clear') guard.clear()
          if (act === 'settings') settings.current = { ...settings.current, holdSeconds: pick(0, 3) }
        }
      }
      source.close()
      await clock.advance(10_000)
      await done
      for (const turn of turns) {
        const lines = out.filter((line) => line.turn === turn)
        expect([seed, lines.filter(({ last }) => last).length, lines.at(-1)?.last]).toEqual([seed, 1, true])
        expect(review(lines.map(({ text }) => text).join(' '), '').allowed).toBe(true)
      }
      expect(clock.waiting).toBe(0)
    }
  })
})
