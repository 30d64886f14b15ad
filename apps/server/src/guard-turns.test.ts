import { type Happening, type Heard, type Line, OWNER, type ReplyPart, SafetySettings, type Turn } from '@psiona/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { viewer } from '../../../tests/fakes/turns'
import { createGuard, type Guard } from './guard'
import { lines } from './mind/lines'
import { channel } from './streams'
import { createTurnTaking } from './turn-taking'

let guard: Guard | null = null
afterEach(() => guard?.close())

/** From the turns to the voice as the pipeline has it, with a mind that knows one answer and a voice that speaks at once. */
const setUp = (chosen: Partial<SafetySettings>) => {
  const clock = fakeClock()
  const said: string[] = []
  const ends: string[] = []
  const taking = createTurnTaking({
    clock,
    chat: { next: () => null, busy: () => {} },
    holds: () => false,
    silent: () => false,
    onHappening: () => {},
    onHeard: () => {},
    onAbort: () => {},
    onDropped: () => {},
    onTrouble: () => {},
  })
  const made = createGuard({
    clock,
    review: () => ({ allowed: true, offence: null, rule: '', span: null }),
    settings: () => SafetySettings.parse(chosen),
    exempt: () => false,
    drop: (turn) => taking.takeBack((other) => other === turn),
    note: () => {},
    onChange: () => {},
    onTrouble: () => {},
    speechSeconds: (text) => text.length / 15,
  })
  guard = made
  async function* answer(turns: AsyncIterable<Turn>): AsyncIterable<ReplyPart> {
    for await (const turn of turns) {
      yield { type: 'reply-start', turn }
      yield { type: 'reply-delta', turn, text: `You said ${turn.text}. That is that.` }
      yield { type: 'reply-end', turn, cut: turn.signal.aborted }
    }
  }
  const speak = async (spoken: AsyncIterable<Line>) => {
    for await (const { turn, text, last } of spoken) {
      if (text && !turn.signal.aborted) said.push(text)
      if (!last && !turn.signal.aborted) continue
      ends.push(turn.text)
      taking.over(turn)
    }
  }
  void speak(made.pass(lines(answer(taking.take(channel<Happening>())(channel<Heard>())))))
  const ask = async (text: string, from = OWNER, kind: Turn['kind'] = 'ask') => {
    taking.offer({ kind, from, text, aloud: true })
    await settled()
  }
  const settled = async () => {
    for (let round = 0; round < 30; round++) await clock.advance(0)
  }
  return { guard: made, taking, clock, said, ends, ask, settled }
}

describe('a turn that waits for the owner', () => {
  it('makes room for the owner’s question at once', async () => {
    const { ask, said, ends, clock } = setUp({ holdSeconds: 30 })
    await ask('one', viewer('Mira'))
    expect(said).toEqual([])
    await ask('mine')
    expect(said).toEqual(['You said mine.', 'That is that.'])
    expect([ends, clock.waiting]).toEqual([['one', 'mine'], 0])
  })

  it('is over when she says no, and the next one comes', async () => {
    const { guard, ask, said, ends, taking, settled } = setUp({ holdSeconds: 30 })
    await ask('one', viewer('Mira'))
    await ask('two', viewer('Jo'))
    guard.judge(guard.held()[0]?.lineId ?? '', 'skip')
    await settled()
    expect([ends, said, guard.held().map(({ to }) => to.name)]).toEqual([['one'], [], ['Jo']])
    expect(taking.live?.text).toBe('two')
  })

  it('ends with a Stop, before and after its time', async () => {
    const { guard, ask, said, ends, taking, clock, settled } = setUp({ holdSeconds: 2, holdEnds: 'said' })
    await ask('one', viewer('Mira'))
    expect(taking.live && guard.holds(taking.live)).toBe(true)
    taking.stop()
    await settled()
    expect([guard.held(), said, ends]).toEqual([[], [], ['one']])
    await ask('two', viewer('Mira'))
    await clock.advance(2000)
    await settled()
    expect([said, ends]).toEqual([
      ['You said two.', 'That is that.'],
      ['one', 'two'],
    ])
  })
})
