// In: chat lines and the time. Out: how many came in the last minute.
import type { ChatLine } from '@psiona/shared'

export const linesInLastMinute = (chat: readonly ChatLine[], nowMs: number): number =>
  chat.reduce((count, { at }) => count + (nowMs - at < 60_000 ? 1 : 0), 0)
