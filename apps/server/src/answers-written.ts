// Her answers to viewers, written under their lines. In: turns as they end. Out: replies in the chats they came from, if the owner wants that; what is taken back meanwhile is not written.
import { type LineDeleted, type Settings, type TurnRecord, takesBack } from '@psiona/shared'
import type { HouseNews } from './house'
import type { ChatSource } from './organs'
import type { Topic } from './streams'

/** A turn may be told once more after its end. */
const REMEMBERED = 200

export interface AnswersWrittenOptions {
  readonly news: Topic<HouseNews>
  readonly settings: () => Settings
  readonly sources: readonly ChatSource[]
  /** Not fit for a chat: what she may say off air is read by everybody there. */
  readonly wouldRefuse: (text: string) => boolean
}

export function createAnswersWritten({ news, settings, sources, wouldRefuse }: AnswersWrittenOptions) {
  const done = new Set<string>()
  const underWay = new Map<TurnRecord, AbortController>()

  const write = async (turn: TurnRecord, source: ChatSource) => {
    const stop = new AbortController()
    underWay.set(turn, stop)
    try {
      await source.write({ text: turn.heard, replyTo: turn.messageId }, stop.signal)
    } finally {
      underWay.delete(turn)
    }
  }
  const unsubscribe = news.subscribe((one) => {
    if (one.type !== 'turn-changed' || settings().twitch.writes !== 'answers') return
    const { turn } = one
    const { kind, status, from, messageId, heard } = turn
    if (kind !== 'ask' || status !== 'done' || !messageId || heard === '' || done.has(turn.id)) return
    const source = sources.find(({ platform }) => platform === from.platform)
    if (source?.cannotWrite() !== '' || wouldRefuse(heard)) return
    done.add(turn.id)
    for (const oldest of done) {
      if (done.size <= REMEMBERED) break
      done.delete(oldest)
    }
    void write(turn, source)
  })
  const stopAll = (matches: (turn: TurnRecord) => boolean) => {
    for (const [turn, stop] of underWay) if (matches(turn)) stop.abort()
  }
  return {
    forget: (deleted: LineDeleted) => stopAll((turn) => takesBack(deleted, turn)),
    /** Whatever waits for the platform's limits is not written. */
    clear: () => stopAll(() => true),
    close() {
      unsubscribe()
      stopAll(() => true)
    },
  }
}
