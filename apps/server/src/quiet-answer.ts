// One answer in text, beside whatever she says aloud. In: a turn that turn-taking made for it. Out: the reply, when it is whole.
import type { ChatReply, Turn } from '@psiona/shared'
import type { Conversation } from './conversation'
import type { Mind } from './organs'
import type { TurnTaking } from './turn-taking'

export interface QuietParts {
  readonly mind: Pick<Mind, 'answer'>
  readonly conversation: Pick<Conversation, 'note' | 'replyTo'>
  readonly turns: Pick<TurnTaking, 'over'>
}

/** @throws Problem when the mind failed before a word */
export async function quietAnswer({ mind, conversation, turns }: QuietParts, turn: Turn): Promise<ChatReply> {
  const one = (async function* () {
    yield turn
  })()
  try {
    for await (const _ of conversation.note(mind.answer(one)));
    return await conversation.replyTo(turn)
  } finally {
    turns.over(turn)
  }
}
