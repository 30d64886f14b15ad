// What a program is answered through which a viewer wrote of harming oneself. In: what was written, and by whom. Out: the written answer of the rule, whole, and a quiet notice for the owner; nothing of it is said, shown or kept. Null: it is no such line.
import type { ChatReply } from '@psiona/shared'
import { isViewers } from './guard-review'
import type { Ask } from './house'
import type { SafetyDesk } from './safety-desk'

export interface CareAnswerOptions {
  readonly desk: Pick<SafetyDesk, 'care'>
  readonly isCrisis: (text: string) => boolean
  /** Of the rule, as others may read it. */
  readonly answer: { readonly text: string; readonly affection: number }
}
export type CareAnswer = (ask: Pick<Ask, 'text' | 'from' | 'messageId'>) => ChatReply | null

/** Also in a panic, and however many wait: nobody in need is told to come back later. */
export function createCareAnswer({ desk, isCrisis, answer: { text: reply, affection } }: CareAnswerOptions): CareAnswer {
  return ({ text, from, messageId }) => {
    if (!isViewers({ from }) || !isCrisis(text)) return null
    return {
      turnId: desk.care({ from, messageId }),
      reply,
      emotion: { affection },
      remembered: [],
      tokens: reply.split(/\s+/).length,
      timings: { firstTextMs: 0, allTextMs: 0 },
    }
  }
}
