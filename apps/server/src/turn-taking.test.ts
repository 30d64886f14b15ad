import type { Happening, Heard, LineWritten, Turn } from '@psiona/shared'
import { OWNER } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import type { Clock } from './clock'
import { channel } from './streams'
import { createTurnTaking, MOST_WAITING, type TurnRequest } from './turn-taking'

const clock = { monotonicMs: () => 0, wallMs: () => 1_700_000_000_000 } as Clock
const viewer = { platform: 'twitch' as const, id: '7', name: 'mira' }

const asked = (line: LineWritten | undefined): TurnRequest | null =>
  line ? { kind: 'ask', from: line.from, text: line.text, aloud: true, messageId: line.messageId } : null

const setUp = (chatLines: LineWritten[] = [], onHappening: (happening: Happening) => void = () => {}) => {
  const aborted: [string, string][] = []
  const now = { silent: false, held: false }
  const dropped: string[] = []
  const troubles: unknown[] = []
  const heardParts: string[] = []
  const happenings = channel<Happening>()
  const heard = channel<Heard>()
  const taking = createTurnTaking({
    clock,
    chat: { next: () => asked(chatLines.shift()), busy: () => {} },
    holds: () => now.held,
    silent: () => now.silent,
    onHappening,
    onHeard: (part) => heardParts.push(part.type),
    onAbort: (turn, reason) => aborted.push([turn.text, reason]),
    onDropped: (turn) => dropped.push(turn.text),
    onTrouble: (cause) => troubles.push(cause),
  })
  const turns = taking.take(happenings)(heard)[Symbol.asyncIterator]()
  const next = async () => ((await turns.next()) as IteratorResult<Turn, undefined>).value as Turn
  const ask = (text: string, from: Turn['from'] = OWNER) => taking.offer({ kind: 'ask', from, text, aloud: true })
  return { taking, next, ask, now, aborted, dropped, troubles, happenings, heard, heardParts }
}

describe('turn-taking', () => {
  it('[R22] gives one turn at a time', async () => {
    const { taking, next, ask } = setUp()
    ask('first')
    const first = await next()
    taking.offer({ kind: 'say', from: OWNER, text: 'second', aloud: true })
    const second = next()
    expect(taking.live).toBe(first)
    taking.over(first)
    expect((await second).text).toBe('second')
  })

  it('[R23] a new question of the owner aborts the one being answered and replaces those waiting', async () => {
    const { taking, next, ask, aborted, dropped } = setUp()
    ask('first')
    const first = await next()
    ask('second')
    ask('third')
    expect(first.signal.aborted).toBe(true)
    expect(first.signal.reason).toBe('new-turn')
    expect(aborted[0]).toEqual(['first', 'new-turn'])
    expect(dropped).toEqual(['second'])
    taking.over(first)
    expect((await next()).text).toBe('third')
  })

  it('[R23] what must be finished survives a new question but not a stop', async () => {
    const { taking, next, ask, aborted, dropped } = setUp()
    taking.offer({ kind: 'say', from: OWNER, text: 'exactly this', aloud: true })
    const said = await next()
    ask('question')
    expect(said.signal.aborted).toBe(false)
    expect(taking.stop()).toBe(true)
    expect(said.signal.reason).toBe('stop')
    expect(aborted).toEqual([['exactly this', 'stop']])
    expect(dropped).toEqual(['question'])
    taking.over(said)
    expect(taking.stop()).toBe(false)
  })

  it('[R22] takes a chat line only when nobody else waits, and the owner before everybody', async () => {
    const line: LineWritten = { type: 'line-written', messageId: 'm1', from: viewer, text: 'hi Tori', at: 0 }
    const { taking, next, ask } = setUp([line])
    ask('from a program', { platform: 'api', id: 'x', name: 'x' })
    ask('from the owner')
    const owner = await next()
    expect(owner.text).toBe('from the owner')
    taking.over(owner)
    const api = await next()
    expect(api.text).toBe('from a program')
    taking.over(api)
    const chat = await next()
    expect([chat.text, chat.messageId, chat.urgency]).toEqual(['hi Tori', 'm1', 'in-turn'])
  })

  it('[R128] while she is to be silent a question is answered in writing, and what the owner has said word for word is said', async () => {
    const { taking, next, ask, now } = setUp()
    now.silent = true
    ask('a question')
    const question = await next()
    expect(question.aloud).toBe(false)
    taking.over(question)
    taking.offer({ kind: 'say', from: OWNER, text: 'back in five', aloud: true })
    const said = await next()
    expect(said.aloud).toBe(true)
    now.silent = false
    ask('another')
    taking.over(said)
    expect((await next()).aloud).toBe(true)
  })

  it('[R123] what the owner has said does not wait behind a viewer whose answer is held', async () => {
    const line: LineWritten = { type: 'line-written', messageId: 'm1', from: viewer, text: 'hi Tori', at: 0 }
    const { taking, next, now, aborted } = setUp([line])
    taking.nudge()
    const viewers = await next()
    now.held = true
    taking.offer({ kind: 'say', from: OWNER, text: 'back in five', aloud: true })
    expect(viewers.signal.aborted).toBe(true)
    expect(aborted).toEqual([['hi Tori', 'new-turn']])
    taking.over(viewers)
    expect((await next()).text).toBe('back in five')
  })

  it('[R123] nor behind one whose first words came, and are held, while she was waiting', async () => {
    const line: LineWritten = { type: 'line-written', messageId: 'm1', from: viewer, text: 'hi Tori', at: 0 }
    const { taking, next, now, aborted } = setUp([line])
    taking.nudge()
    const viewers = await next()
    taking.offer({ kind: 'say', from: OWNER, text: 'back in five', aloud: true })
    expect(viewers.signal.aborted).toBe(false)
    now.held = true
    taking.nudge()
    taking.nudge()
    expect(aborted).toEqual([['hi Tori', 'new-turn']])
    taking.over(viewers)
    expect((await next()).text).toBe('back in five')
  })

  it('[R128] a break that begins ends what she says of her own, and what waits is answered in writing', async () => {
    const { taking, next, ask, now, aborted } = setUp()
    const program = { platform: 'api' as const, id: 'x', name: 'x' }
    ask('first', program)
    const first = await next()
    ask('second', program)
    now.silent = true
    taking.nudge()
    expect(aborted).toEqual([['first', 'stop']])
    taking.over(first)
    const second = await next()
    expect([second.text, second.aloud]).toEqual(['second', false])
    taking.over(second)
    taking.offer({ kind: 'say', from: OWNER, text: 'back in five', aloud: true })
    const said = await next()
    taking.nudge()
    expect([said.aloud, said.signal.aborted]).toEqual([true, false])
  })

  it('[R23] thanks to a viewer end when the owner asks something', async () => {
    const { taking, next, ask } = setUp()
    taking.offer({ kind: 'say', from: viewer, text: 'Mira follows, hello Mira.', aloud: true })
    const thanks = await next()
    ask('what was that?')
    expect(thanks.signal.aborted).toBe(true)
  })

  it('[R125] a panic ends what is said as a Stop does, by its own name', async () => {
    const { taking, next, ask, aborted } = setUp()
    ask('first')
    await next()
    expect(taking.stop('panic')).toBe(true)
    expect(aborted).toEqual([['first', 'panic']])
  })

  it('[R24] a line taken back ends its turn, spoken or waiting', async () => {
    const line: LineWritten = { type: 'line-written', messageId: 'm1', from: viewer, text: 'gone', at: 0 }
    const { taking, next } = setUp([line])
    taking.nudge()
    const turn = await next()
    taking.takeBack(({ messageId }) => messageId === 'm1')
    expect(turn.signal.aborted).toBe(true)
  })

  it('refuses when too many wait', () => {
    const { ask } = setUp()
    const other = { platform: 'api' as const, id: 'x', name: 'x' }
    for (let i = 0; i < MOST_WAITING; i++) expect(ask(`n${i}`, other)).not.toBeNull()
    expect(ask('one more', other)).toBeNull()
  })

  it('[R22] never refuses the owner because of others, but because of what she has queued herself', () => {
    const { taking, ask } = setUp()
    const other = { platform: 'api' as const, id: 'x', name: 'x' }
    for (let i = 0; i < MOST_WAITING; i++) ask(`n${i}`, other)
    expect(ask('mine')).not.toBeNull()
    expect(ask('mine instead')).not.toBeNull()
    const say = () => taking.offer({ kind: 'say', from: OWNER, text: 'this', aloud: true })
    for (let i = 0; i < MOST_WAITING - 1; i++) expect(say()).not.toBeNull()
    expect(say()).toBeNull()
  })

  it('[R23] a Stop ends what is answered beside the queue, a new question does not', () => {
    const { taking, ask, aborted } = setUp()
    const aside = taking.aside({ kind: 'ask', from: OWNER, text: 'quietly' })
    ask('aloud')
    expect(aside?.signal.aborted).toBe(false)
    expect(taking.stop()).toBe(true)
    expect(aside?.signal.reason).toBe('stop')
    // It made no sound that would have to end.
    expect(aborted).toEqual([])
  })

  it('goes on after a happening that could not be dealt with', async () => {
    const lines: LineWritten[] = []
    const { next, troubles, happenings } = setUp(lines, (happening) => {
      if (happening.type === 'line-deleted') throw new Error('odd')
      if (happening.type === 'line-written') lines.push(happening)
    })
    happenings.push({ type: 'line-deleted', platform: 'twitch' })
    happenings.push({ type: 'line-written', messageId: 'm1', from: viewer, text: 'still there?', at: 0 })
    expect((await next()).text).toBe('still there?')
    expect(troubles).toMatchObject([{ message: 'odd' }])
  })

  const start = (utterance: number): Heard => ({ type: 'speech-start', utterance, atSample: 0 })
  const end = (utterance: number, text: string, speaker?: 'owner' | 'guest'): Heard => ({
    type: 'speech-end',
    utterance,
    text,
    ...(speaker ? { speaker } : {}),
    endpointMs: 500,
    recogniserMs: 40,
  })

  it('[R26] what the ears heard is a turn of the owner', async () => {
    const { next, heard, heardParts } = setUp()
    heard.push(start(1))
    heard.push(end(1, 'hello there'))
    expect(await next()).toMatchObject({
      text: 'hello there',
      from: OWNER,
      kind: 'ask',
      hearing: { endpointMs: 500, recogniserMs: 40 },
    })
    expect(heardParts).toEqual(['speech-start', 'speech-end'])
  })

  it('[R26] what goes on before the words of the first part are known is one question, in the order in which it was said', async () => {
    const { next, heard } = setUp()
    for (const part of [start(1), start(2), end(2, 'in the dark'), end(1, 'the boss waits')]) heard.push(part)
    expect((await next()).text).toBe('the boss waits in the dark')
  })

  it('[R26] nothing understood is no turn', async () => {
    const { next, ask, heard, heardParts } = setUp()
    for (const part of [start(1), end(1, '')]) heard.push(part)
    while (heardParts.length < 2) await Promise.resolve()
    ask('typed')
    expect((await next()).text).toBe('typed')
  })

  it('[R26] a guest at the microphone is answered like others in the room, and aborts nobody', async () => {
    const { taking, next, ask, heard, aborted } = setUp()
    ask('first')
    const first = await next()
    for (const part of [start(1), end(1, 'may I ask something', 'guest')]) heard.push(part)
    const second = next()
    taking.over(first)
    expect(await second).toMatchObject({ text: 'may I ask something', from: { platform: 'room' } })
    expect(aborted).toEqual([])
  })

  it('[R22] no chat line is begun while the owner is speaking', async () => {
    const line: LineWritten = { type: 'line-written', messageId: 'm1', from: viewer, text: 'and me?', at: 0 }
    const lines: LineWritten[] = []
    const { taking, next, heard, heardParts } = setUp(lines)
    heard.push(start(1))
    while (heardParts.length < 1) await Promise.resolve()
    lines.push(line)
    taking.nudge()
    heard.push(end(1, 'what I was saying'))
    const spoken = await next()
    expect(spoken.text).toBe('what I was saying')
    taking.over(spoken)
    expect((await next()).text).toBe('and me?')
  })
})
