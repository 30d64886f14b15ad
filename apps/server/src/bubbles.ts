// Chat lines on the overlay. In: lines and what became of them, as the house tells. Out: bubbles that come, stay their time and go; taken back ones at once.
import type { Bubble, ChatLine, Ms, OverlaySettings } from '@psiona/shared'
import type { Clock } from './clock'
import type { HouseNews } from './house'
import type { Topic } from './streams'

/** More would cover the game. */
const MOST_BUBBLES = 6
/** What everybody writes is shown only so often: nobody can read faster. */
const LEAST_BETWEEN_MS: Ms = 400
const LOOK_EVERY_MS: Ms = 250
const LONGEST_TEXT = 300

export interface BubblesOptions {
  readonly clock: Clock
  readonly news: Topic<HouseNews>
  readonly wanted: () => OverlaySettings['bubbles']
}

export interface Bubbles {
  current(): Bubble[]
  close(): void
}

interface Shown {
  readonly bubble: Bubble
  untilMs: Ms
}

export function createBubbles({ clock, news, wanted }: BubblesOptions): Bubbles {
  const shown = new Map<string, Shown>()
  let lastMs = Number.NEGATIVE_INFINITY

  const gone = (messageIds: readonly string[]) => {
    const known = messageIds.filter((id) => shown.delete(id))
    if (known.length > 0) news.publish({ type: 'bubbles-gone', messageIds: known })
  }
  const put = ({ messageId, from, text }: ChatLine, answering: boolean) => {
    const staysMs = wanted().staysSeconds * 1000
    const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1).trimEnd()}…` : text
    const bubble: Bubble = { messageId, name: from.name, text: cut, platform: from.platform, answering, staysMs }
    // While she answers it stays; then it has its time.
    shown.set(messageId, { bubble, untilMs: answering ? Number.POSITIVE_INFINITY : clock.monotonicMs() + staysMs })
    lastMs = clock.monotonicMs()
    news.publish({ type: 'bubble-shown', bubble })
    const waiting = [...shown].filter(([, one]) => !one.bubble.answering).map(([id]) => id)
    if (shown.size > MOST_BUBBLES) gone(waiting.slice(0, shown.size - MOST_BUBBLES))
  }
  const take = (line: ChatLine) => {
    const { on, which } = wanted()
    const known = shown.get(line.messageId)
    const picked = line.tag.state === 'answering'
    if (picked && on) return known?.bubble.answering ? undefined : put(line, true)
    if (known?.bubble.answering && (line.tag.state === 'answered' || line.tag.state === 'passed-over')) return put(line, false)
    if (!on || which === 'picked' || known) return
    if (clock.monotonicMs() - lastMs >= LEAST_BETWEEN_MS) put(line, false)
  }
  const unsubscribe = news.subscribe((one) => {
    if (one.type === 'chat-line-shown') take(one.line)
    else if (one.type === 'chat-lines-removed') gone(one.messageIds)
    else if (one.type === 'settings-changed' && !one.settings.overlay.bubbles.on) gone([...shown.keys()])
  })
  const stop = clock.every(LOOK_EVERY_MS, () => {
    const nowMs = clock.monotonicMs()
    gone([...shown].filter(([, { untilMs }]) => nowMs >= untilMs).map(([id]) => id))
  })
  return {
    current: () => [...shown.values()].map(({ bubble }) => bubble),
    close() {
      unsubscribe()
      stop()
    },
  }
}
