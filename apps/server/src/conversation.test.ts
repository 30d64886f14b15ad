import { describe, expect, it } from 'vitest'
import { conversationAtWork as setUp, whole } from '../../../tests/fakes/conversation-at-work'

describe('conversation', () => {
  it('keeps what was said, answered and heard, and answers who waits', async () => {
    const { conversation, turn, note, spoken, saved, over, pass } = setUp()
    const waiting = conversation.replyTo(turn)
    pass(5)
    await note(...whole(turn))
    expect(await waiting).toMatchObject({ turnId: 't1', reply: 'Hello there.', emotion: { joy: 0.7 }, remembered: ['t0'] })
    conversation.lineStarted(turn, spoken)
    pass(40)
    conversation.firstSound(turn)
    expect(conversation.tally()).toBe('speaking')
    conversation.lineHeard(turn, 'Hello there.')
    conversation.turnOver(turn)
    expect(over).toEqual(['t1'])
    expect(conversation.tally()).toBe('chat-only')
    expect(saved.at(-1)).toMatchObject({
      id: 't1',
      said: 'hi',
      answered: 'Hello there.',
      heard: 'Hello there.',
      status: 'done',
      firstAudioMs: 45,
    })
    expect((await conversation.replyTo(turn)).reply).toBe('Hello there.')
  })

  it('[R123] the time to the first sound is hers: what the line waited for the owner is not in it', async () => {
    const { conversation, turn, note, spoken, saved, pass } = setUp(4000)
    pass(5)
    await note(...whole(turn))
    pass(4040)
    conversation.lineStarted(turn, spoken)
    conversation.firstSound(turn)
    conversation.turnOver(turn)
    expect(saved.at(-1)).toMatchObject({ firstAudioMs: 45 })
  })

  it('[R21] on a stop the record keeps the words that were heard, not those that were written', async () => {
    const { conversation, turn, controller, note, spoken, saved, wake } = setUp()
    await note(...whole(turn))
    conversation.lineStarted(turn, spoken)
    controller.abort('stop')
    conversation.lineHeard(turn, 'Hello')
    conversation.turnOver(turn)
    conversation.stopped()
    expect(saved.at(-1)).toMatchObject({ answered: 'Hello there.', heard: 'Hello', status: 'cut' })
    expect(conversation.tally()).toBe('stopped')
    wake()
    await Promise.resolve()
    expect(conversation.tally()).toBe('chat-only')
  })

  it('lets nothing of a turn come back once it is over', async () => {
    const { conversation, turn, controller, note, saved } = setUp()
    await note({ type: 'reply-start', turn })
    controller.abort('stop')
    conversation.turnOver(turn)
    const before = [saved.length, conversation.recent().length]
    await note({ type: 'reply-delta', turn, text: 'late' }, { type: 'reply-end', turn, cut: true })
    expect([saved.length, conversation.recent().length]).toEqual(before)
    expect(conversation.recent()[0]).toMatchObject({ status: 'cut', answered: '' })
  })

  it('a quiet turn is done when its text is whole', async () => {
    const { conversation, turn, note, saved } = setUp()
    await note(...whole({ ...turn, aloud: false }))
    expect(saved.at(-1)).toMatchObject({ status: 'done', heard: '' })
    expect(conversation.tally()).toBe('chat-only')
  })

  it('whoever waits for a dropped turn learns so', async () => {
    const { conversation, turn, over } = setUp()
    const waiting = conversation.replyTo(turn)
    conversation.dropped(turn)
    expect((await waiting).reply).toBe('')
    expect(over).toEqual([])
  })

  it('[R24] shows nothing more of what a platform took back, also while it is being answered', async () => {
    const { conversation, turn, controller, note, told, spoken } = setUp()
    const from = { platform: 'twitch' as const, id: '7', name: 'mira' }
    const done = { ...turn, id: 't0', from, aloud: false }
    const live = { ...turn, from, text: 'taken back' }
    await note(...whole(done), { type: 'reply-start', turn: live }, { type: 'reply-delta', turn: live, text: 'You said' })
    conversation.takenBack({ type: 'line-deleted', platform: 'twitch', personId: '7' })
    expect(conversation.recent()).toEqual([])
    const before = told.length
    controller.abort('stop')
    // The voice tells what was heard until the cut.
    conversation.wordsHeard(live, { ...spoken, line: { ...spoken.line, turn: live } }, 1)
    expect(told.slice(before)).toEqual([])
    await note({ type: 'reply-end', turn: live, cut: true })
    conversation.turnOver(live)
    expect(conversation.recent()).toEqual([])
    expect(
      told
        .slice(before)
        .filter(({ type }) => type === 'turn-changed')
        .at(-1),
    ).toMatchObject({
      turn: { id: 't1', status: 'cut', said: '', answered: '' },
    })
  })

  it('[R121] shows, keeps and answers what may be said, and nothing else', async () => {
    const { conversation, turn, note, told, saved } = setUp()
    const reply = conversation.replyTo(turn)
    await note(
      { type: 'reply-start', turn },
      { type: 'reply-delta', turn, text: 'Well, the for' },
      { type: 'reply-delta', turn, text: 'bidden word is' },
      { type: 'reply-end', turn, cut: false },
    )
    expect((await reply).reply).toBe('Well, the …')
    await conversation.kept()
    expect(JSON.stringify([told, saved])).not.toContain('bidden')
  })

  it('[R128] a turn in writing is over when its lines have gone by, so that the next may come', async () => {
    const { conversation, turn, note, over } = setUp()
    const written = { ...turn, aloud: false }
    await note(...whole(written))
    expect(over).toEqual([])
    conversation.turnOver(written)
    expect(over).toEqual(['t1'])
  })

  it('[R22] hears of the end of a turn once, so that the next one keeps its tally', async () => {
    const { conversation, turn, controller, note, over, spoken } = setUp()
    await note(...whole(turn))
    controller.abort('new-turn')
    conversation.turnOver(turn)
    await note({ type: 'reply-start', turn: { ...turn, id: 't2', signal: new AbortController().signal } })
    conversation.turnOver(turn)
    expect(conversation.tally()).toBe('thinking')
    expect(over).toEqual(['t1'])
    conversation.lineStarted(turn, spoken)
    conversation.firstSound(turn)
    expect(conversation.recent().map(({ id, status }) => [id, status])).toEqual([
      ['t1', 'cut'],
      ['t2', 'thinking'],
    ])
  })

  it('a turn that was stopped before it began leaves the word Stopped where it is; each Stop has its time', async () => {
    const { conversation, turn, controller, note, wake } = setUp()
    controller.abort('stop')
    conversation.stopped()
    await note({ type: 'reply-start', turn }, { type: 'reply-end', turn, cut: true })
    conversation.turnOver(turn)
    expect(conversation.tally()).toBe('stopped')
    conversation.stopped()
    wake()
    await Promise.resolve()
    expect(conversation.tally()).toBe('stopped')
    wake()
    await Promise.resolve()
    expect(conversation.tally()).toBe('chat-only')
  })

  it('a quiet answer does not colour what she is saying', async () => {
    const { conversation, turn, note, spoken, felt } = setUp()
    await note(...whole(turn))
    conversation.lineStarted(turn, spoken)
    await note(...whole({ ...turn, id: 't2', aloud: false }))
    expect(felt).toHaveLength(1)
  })

  it('keeps which mind answered, and tells who waits when it failed', async () => {
    const { conversation, turn, note, saved } = setUp()
    const waiting = conversation.replyTo(turn)
    await note({ type: 'reply-start', turn }, { type: 'reply-end', turn, cut: false, mind: 'small', failed: true })
    await expect(waiting).rejects.toMatchObject({ code: 'no-answer' })
    conversation.turnOver(turn)
    expect(saved.at(-1)).toMatchObject({ status: 'failed', mind: 'small' })
  })

  it('goes on when the store refuses, or somebody fails at the news, and knows when all is kept', async () => {
    const { conversation, turn, note, store, news, troubles } = setUp()
    let give = () => {}
    store.save = () => new Promise((_, refuse) => (give = () => refuse(new Error('full disk'))))
    const leave = news.subscribe(() => {
      throw new Error('no panel')
    })
    await note({ type: 'reply-start', turn })
    leave()
    await note(...whole({ ...turn, aloud: false }).slice(1))
    expect(conversation.recent()).toMatchObject([{ answered: 'Hello there.', status: 'done' }])
    const kept = conversation.kept()
    give()
    await kept
    expect(troubles).toMatchObject([{ message: 'no panel' }, { message: 'full disk' }])
  })

  it('[R95] shows, answers and keeps what she says without the marks for the voice', async () => {
    const { conversation, turn, note, spoken, saved, told } = setUp()
    await note(
      { type: 'reply-start', turn },
      { type: 'reply-delta', turn, text: '[laugh] Well' },
      { type: 'reply-delta', turn, text: ' [sigh]! [whisper]Come' },
      { type: 'reply-delta', turn, text: ' here.[/whisper] Now.' },
      { type: 'reply-end', turn, cut: false },
    )
    expect((await conversation.replyTo(turn)).reply).toBe('Well! Come here. Now.')
    const line = { ...spoken.line, text: '[laugh] Well [sigh]!' }
    conversation.lineStarted(turn, { ...spoken, line })
    conversation.lineHeard(turn, line.text)
    conversation.turnOver(turn)
    expect(saved.at(-1)).toMatchObject({ answered: 'Well! Come here. Now.', heard: 'Well!' })
    expect(JSON.stringify(told)).not.toMatch(/laugh|sigh|whisper/)
  })

  it('[R24] a line that is taken back while its turn waits is told and shown by nobody, a later one of the same person is', async () => {
    const { conversation, turn, note, told } = setUp()
    const from = { platform: 'twitch' as const, id: '7', name: 'mira' }
    const waiting = { ...turn, id: 't2', from, text: 'taken back words', messageId: 'm2' }
    conversation.takenBack({ type: 'line-deleted', platform: 'twitch', personId: '7' })
    conversation.dropped(waiting)
    await note({ type: 'reply-start', turn: { ...waiting, id: 't3' } })
    expect(JSON.stringify([told, conversation.recent()])).not.toContain('taken back words')
    await note({ type: 'reply-start', turn: { ...waiting, id: 't4', text: 'hello again', at: 1_700_000_000_001 } })
    expect(conversation.recent().map(({ said }) => said)).toEqual(['hello again'])
  })
})
