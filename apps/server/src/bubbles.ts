// Chat lines on the overlay. In: lines and what became of them, as the house tells. Out: bubbles that come, stay their time and go; taken back ones at once.
import { type Bubble, type ChatLine, type LineDeleted, type Ms, type OverlaySettings, takesBack } from '@psiona/shared'
import { createAttentionBudget } from './attention-budget'
import type { Clock } from './clock'
import type { HouseNews } from './house'
import type { Topic } from './streams'

/** More would cover the game. */
const MOST_BUBBLES = 6
/** What everybody writes is shown only so often: nobody can read faster. */
const LEAST_BETWEEN_MS: Ms = 400
const LOOK_EVERY_MS: Ms = 250
const LONGEST_TEXT = 300
/** The filter takes up to a millisecond; more are not looked at in a flood, and not shown. */
const EXAMINED_PER_S = 20
/** No answer takes as long; what became of a line may be lost in a flood. */
const LONGEST_ANSWER_MS: Ms = 120_000
/** Lines whose next tag does not bring them back onto the picture. */
const REMEMBERED = 500

export interface BubblesOptions {
  readonly clock: Clock
  readonly news: Topic<HouseNews>
  readonly wanted: () => OverlaySettings['bubbles']
  /** Not fit for a stream. */
  readonly wouldRefuse: (text: string) => boolean
}

export interface Bubbles {
  current(): Bubble[]
  takenBack(deleted: LineDeleted): void
  /** All of them go, now. */
  clear(): void
  close(): void
}

interface Shown {
  readonly line: ChatLine
  readonly bubble: Bubble
  untilMs: Ms
}

export function createBubbles({ clock, news, wanted, wouldRefuse }: BubblesOptions): Bubbles {
  const shown = new Map<string, Shown>()
  /** Oldest first. */
  const seen = new Set<string>()
  let lastMs = Number.NEGATIVE_INFINITY
  const examinations = createAttentionBudget(EXAMINED_PER_S)

  const gone = (messageIds: readonly string[]) => {
    const known = messageIds.filter((id) => shown.delete(id))
    if (known.length > 0) news.publish({ type: 'bubbles-gone', messageIds: known })
  }
  /** False: it has been here before. */
  const isNew = (messageId: string): boolean => {
    if (seen.has(messageId)) return false
    seen.add(messageId)
    for (const oldest of seen) {
      if (seen.size <= REMEMBERED) break
      seen.delete(oldest)
    }
    return true
  }
  const put = (line: ChatLine, answering: boolean) => {
    const { messageId, from, text } = line
    const staysMs = wanted().staysSeconds * 1000
    const cut =
      text.length > LONGEST_TEXT
        ? `${text
            .slice(0, LONGEST_TEXT - 1)
            // No half of a character at the end.
            .replace(/[\ud800-\udbff]$/, '')
            .trimEnd()}…`
        : text
    const bubble: Bubble = { messageId, name: from.name, text: cut, platform: from.platform, answering, staysMs }
    // While she answers it stays; then it has its time.
    shown.set(messageId, { line, bubble, untilMs: clock.monotonicMs() + (answering ? LONGEST_ANSWER_MS : staysMs) })
    lastMs = clock.monotonicMs()
    news.publish({ type: 'bubble-shown', bubble })
    const waiting = [...shown].filter(([, one]) => !one.bubble.answering).map(([id]) => id)
    if (shown.size > MOST_BUBBLES) gone(waiting.slice(0, shown.size - MOST_BUBBLES))
  }
  const isFit = ({ from, text }: ChatLine) => !wouldRefuse(from.name) && !wouldRefuse(text)
  const answer = (line: ChatLine) => {
    // She answers one at a time: whatever became of those before, they have had their answer.
    for (const [id, one] of shown) if (one.bubble.answering && id !== line.messageId) put(one.line, false)
    if (isFit(line)) put(line, true)
  }
  const take = (line: ChatLine) => {
    const { on, which } = wanted()
    const known = shown.get(line.messageId)
    const first = isNew(line.messageId)
    const picked = line.tag.state === 'answering'
    if (picked && on) return known?.bubble.answering ? undefined : answer(line)
    if (known?.bubble.answering && (line.tag.state === 'answered' || line.tag.state === 'passed-over')) return put(line, false)
    // What she passes over is for nobody's eyes: bots, repeats, what would not be read on stream.
    if (!on || which === 'picked' || known || !first || line.tag.state === 'passed-over') return
    if (clock.monotonicMs() - lastMs < LEAST_BETWEEN_MS || !examinations.take(clock.monotonicMs())) return
    if (isFit(line)) put(line, false)
  }
  const unsubscribe = news.subscribe((one) => {
    if (one.type === 'chat-line-shown') take(one.line)
    else if (one.type === 'chat-lines-shown') for (const line of one.lines) take(line)
    else if (one.type === 'chat-lines-removed') gone(one.messageIds)
    else if (one.type === 'settings-changed' && !one.settings.overlay.bubbles.on) gone([...shown.keys()])
  })
  const stop = clock.every(LOOK_EVERY_MS, () => {
    const nowMs = clock.monotonicMs()
    gone([...shown].filter(([, { untilMs }]) => nowMs >= untilMs).map(([id]) => id))
  })
  return {
    takenBack: (deleted) => gone([...shown].filter(([, { line }]) => takesBack(deleted, line)).map(([id]) => id)),
    clear: () => gone([...shown.keys()]),
    current: () => [...shown.values()].map(({ bubble }) => bubble),
    close() {
      unsubscribe()
      stop()
    },
  }
}
