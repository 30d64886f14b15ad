import { ChatSettings, type Happening, type Heard, OWNER, type Turn, takesBack } from '@psiona/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { banned, eventOf, lineOf, speechSeconds } from '../../../tests/fakes/floor-at-work'
import { viewer } from '../../../tests/fakes/turns'
import { createAttention } from './attention'
import { createFloor } from './floor'
import { channel } from './streams'
import { createTurnTaking } from './turn-taking'

const opened: { close(): void }[] = []
afterEach(() => {
  for (const part of opened.splice(0)) part.close()
})

/** The chat as the server has it, from the line to the turn. */
const setUp = () => {
  const clock = fakeClock()
  const settings = ChatSettings.parse({})
  const wouldRefuse = () => false
  const attention = createAttention({ clock, name: () => 'Tori', chattiness: () => 1, settings: () => settings, wouldRefuse })
  const floor = createFloor({
    clock,
    attention,
    chat: () => settings,
    quiet: () => false,
    wouldRefuse,
    nudge: () => turns.nudge(),
    boundedSpeech: (text, { seconds = 15 } = {}) => text.slice(0, seconds * 15),
    speechSeconds,
  })
  opened.push(attention, floor)
  const tags: string[] = []
  attention.changes.subscribe(({ tag }) => tags.push(tag.state))
  const happenings = channel<Happening>()
  const turns = createTurnTaking({
    clock,
    chat: floor,
    holds: () => false,
    silent: () => false,
    onHappening: (happening) => {
      if (happening.type === 'line-written') attention.consider(happening)
      else if (happening.type === 'event-happened') floor.happened(happening)
      else {
        floor.forget(happening)
        turns.takeBack((turn) => takesBack(happening, turn))
      }
    },
    onHeard: () => {},
    onAbort: (turn, reason) => floor.cut(turn, reason),
    onDropped: () => {},
    onTrouble: (cause) => {
      throw cause
    },
  })
  const begun: Turn[] = []
  const told = () => begun.map(({ kind, text }) => `${kind} ${text}`)
  void (async () => {
    for await (const turn of turns.take(happenings)(channel<Heard>())) begun.push(turn)
  })()
  const settled = async () => {
    for (let round = 0; round < 5; round++) await clock.advance(0)
  }
  const happens = async (happening: Happening) => {
    happenings.push(happening)
    await settled()
  }
  /** What is live has been said. */
  const over = async () => {
    if (turns.live) turns.over(turns.live)
    await settled()
  }
  return { turns, floor, happens, over, told, tags }
}
const paid = () => lineOf('Which engine is this?', { paid: { kind: 'bits', amount: 100, title: '' }, at: Date.UTC(2026, 2, 2) })

describe('the floor among turns', () => {
  it('has a paid line read, lets the owner in between, and has it answered once', async () => {
    const { happens, over, told, tags, turns } = setUp()
    await happens(paid())
    expect(told()).toEqual(['say Mira gives 100 bits: Which engine is this?'])
    turns.offer({ kind: 'ask', from: OWNER, text: 'mine', aloud: true })
    await over()
    expect(told().at(-1)).toBe('ask mine')
    await over()
    expect(told().at(-1)).toBe('ask Which engine is this?')
    expect(tags.at(-1)).toBe('answering')
    await over()
    expect([told().length, tags.at(-1)]).toEqual([3, 'answered'])
  })

  it('begins nothing more of a line that is taken back while it is read', async () => {
    const { happens, over, told, turns } = setUp()
    await happens(paid())
    await happens(banned(viewer('Mira')))
    expect(turns.live?.signal.aborted).toBe(true)
    await over()
    expect(told()).toHaveLength(1)
  })

  it('does not answer what the owner stopped', async () => {
    const { happens, over, told, turns } = setUp()
    await happens(paid())
    turns.stop()
    await over()
    expect(told()).toHaveLength(1)
  })

  it('ends thanks whose giver is banned, and goes on with others', async () => {
    const { happens, over, told, turns } = setUp()
    await happens(eventOf('follow', { at: Date.UTC(2026, 2, 2) }))
    await happens(eventOf('raid', { from: viewer('Jo'), amount: 3 }))
    await happens(banned(viewer('Mira')))
    expect(turns.live?.signal.aborted).toBe(true)
    await over()
    expect(told()).toEqual(['say Mira follows. Welcome in.', expect.stringMatching(/Jo.*3 viewers/)])
  })
})
