// A conversation with a store that keeps what it gets, and a clock that stands still. In: parts of replies. Out: what was told, kept, felt.
import { OWNER, type ReplyPart, type Turn, type TurnRecord } from '@psiona/shared'
import type { Clock } from '../../apps/server/src/clock'
import { createConversation } from '../../apps/server/src/conversation'
import type { HouseNews } from '../../apps/server/src/house'
import type { SpokenLine } from '../../apps/server/src/organs'
import { topic } from '../../apps/server/src/streams'

export const conversationAtWork = (waitedMs = 0) => {
  let ms = 100
  const saved: TurnRecord[] = []
  const told: HouseNews[] = []
  const felt: unknown[] = []
  const troubles: unknown[] = []
  const store = { save: async (kept: TurnRecord) => void saved.push(kept) }
  const over: string[] = []
  const sleepers: (() => void)[] = []
  const sleep = () => new Promise<void>((resolve) => void sleepers.push(resolve))
  const clock = { monotonicMs: () => ms, wallMs: () => 1_700_000_000_000, sleep } as unknown as Clock
  const news = topic<HouseNews>()
  news.subscribe((item) => told.push(item))
  const conversation = createConversation({
    clock,
    store: { save: (kept) => store.save(kept) },
    news,
    earlier: [],
    idleTally: () => 'chat-only',
    onFeeling: (emotion) => felt.push(emotion),
    redact: (_turn, text) => text.replace(/forbidden.*/, '…'),
    waitedMs: () => waitedMs,
    onOver: (turn) => over.push(turn.id),
    onTrouble: (cause) => troubles.push(cause),
  })
  const controller = new AbortController()
  const turn: Turn = {
    id: 't1',
    kind: 'ask',
    from: OWNER,
    text: 'hi',
    aloud: true,
    urgency: 'in-turn',
    at: 1,
    arrivedMs: 100,
    signal: controller.signal,
  }
  const note = async (...parts: ReplyPart[]) => {
    for await (const _ of conversation.note(
      (async function* () {
        yield* parts
      })(),
    ));
  }
  const spoken = {
    line: { id: 'l1', turn, text: 'Hello there.', emotion: {}, last: true, urgency: 'in-turn' },
    startSample: 0,
    endSample: 800,
    words: [
      { text: 'Hello', startSample: 0, endSample: 400 },
      { text: 'there.', startSample: 400, endSample: 800 },
    ],
  } satisfies SpokenLine
  return {
    conversation,
    turn,
    controller,
    note,
    spoken,
    saved,
    told,
    over,
    pass: (milliseconds: number) => (ms += milliseconds),
    /** Wakes who has slept longest. */
    wake: () => sleepers.shift()?.(),
    felt,
    troubles,
    store,
    news,
  }
}

export const whole: (turn: Turn) => ReplyPart[] = (turn) => [
  { type: 'reply-start', turn },
  { type: 'reply-feeling', turn, emotion: { joy: 0.7 } },
  { type: 'reply-delta', turn, text: 'Hello ' },
  { type: 'reply-delta', turn, text: 'there.' },
  { type: 'reply-end', turn, cut: false, remembered: ['t0'] },
]
