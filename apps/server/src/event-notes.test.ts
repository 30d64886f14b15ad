import type { TurnRecord } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { aTurn } from '../../../tests/fakes/fake-house'
import { createEventNotes } from './event-notes'

describe('[R29] event notes', () => {
  it('say what happened and when, never what was said or who somebody is', () => {
    const kept: string[] = []
    const take = createEventNotes((note) => kept.push(JSON.stringify(note)))
    const secret = 'squirrel'
    const from = { platform: 'twitch' as const, id: secret, name: secret }
    const turn: TurnRecord = { ...aTurn, from, said: secret, answered: secret, heard: secret, mind: secret }
    const microphone = {
      source: { micId: secret, kind: 'panel' as const, label: secret },
      mode: 'open' as const,
      muted: false,
      held: false,
    }
    take({ type: 'turn-changed', turn })
    take({
      type: 'chat-line-shown',
      line: { messageId: secret, at: 0, from, text: secret, tag: { state: 'shown', why: secret } },
    })
    take({ type: 'chat-lines-removed', messageIds: [secret] })
    take({ type: 'speech-progressed', progress: { utterance: 1, state: 'over', text: secret } })
    take({ type: 'microphone-changed', microphone })
    take({ type: 'character-changed', character: { id: secret, name: secret } })
    expect(kept).toHaveLength(6)
    expect(kept.join('')).not.toContain(secret)
  })

  it('note a turn once for each stand', () => {
    const stands: unknown[] = []
    const take = createEventNotes((note) => stands.push(note.status))
    for (const status of ['thinking', 'thinking', 'speaking', 'speaking', 'done'] as const)
      take({ type: 'turn-changed', turn: { ...aTurn, status } })
    expect(stands).toEqual(['thinking', 'speaking', 'done'])
  })

  it('note a turn once for each stand, however often it is told after its end', () => {
    const stands: unknown[] = []
    const take = createEventNotes((note) => stands.push(`${note.turn} ${note.status}`))
    const tell = (id: number, status: TurnRecord['status']) =>
      take({ type: 'turn-changed', turn: { ...aTurn, id: `turn-${id}`, status } })
    tell(1, 'speaking')
    tell(2, 'done')
    tell(1, 'done')
    tell(2, 'done')
    tell(1, 'done')
    expect(stands).toEqual(['turn-1 speaking', 'turn-2 done', 'turn-1 done'])
    for (let id = 3; id <= 201; id++) tell(id, 'done')
    tell(1, 'done')
    expect(stands).toHaveLength(202)
  })

  it('note an utterance once for each state, not for each word', () => {
    const states: unknown[] = []
    const take = createEventNotes((note) => states.push(`${note.utterance} ${note.state}`))
    const tell = (utterance: number, state: 'speaking' | 'recognising' | 'over', text: string) =>
      take({ type: 'speech-progressed', progress: { utterance, state, text } })
    tell(1, 'speaking', '')
    tell(1, 'speaking', 'one')
    tell(2, 'speaking', '')
    tell(1, 'speaking', 'one two')
    tell(1, 'recognising', 'one two')
    tell(1, 'recognising', 'one two three')
    tell(1, 'over', 'one two three')
    expect(states).toEqual(['1 speaking', '2 speaking', '1 recognising', '1 over'])
  })
})
