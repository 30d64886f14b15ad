// Attention with a chat that a test writes. In: lines, settings, time. Out: tags in words, and every change that was told.
import { ChatRoles, ChatSettings, type LineWritten } from '@psiona/shared'
import { createAttention } from '../../apps/server/src/attention'
import { fakeClock } from './clock'

export interface AttentionAtWorkOptions {
  readonly chattiness?: number
  readonly name?: string
  readonly settings?: Partial<ChatSettings>
  readonly wouldRefuse?: (text: string) => boolean
}

export type More = Partial<ChatRoles> & Pick<Partial<LineWritten>, 'paid' | 'replyTo'>

export function attentionAtWork({
  chattiness = 1,
  name = 'Tori',
  settings = {},
  wouldRefuse = () => false,
}: AttentionAtWorkOptions = {}) {
  const clock = fakeClock()
  let chat = ChatSettings.parse(settings)
  const attention = createAttention({ clock, name: () => name, chattiness: () => chattiness, settings: () => chat, wouldRefuse })
  const told: string[] = []
  attention.changes.subscribe(({ messageId, tag, people }) => {
    told.push(`${messageId} ${tag.state} · ${tag.why}${people ? ` · ${people}` : ''}`)
  })
  let count = 0
  const line = (text: string, by = `p${count}`, { paid, replyTo, ...roles }: More = {}): LineWritten => ({
    type: 'line-written',
    messageId: `m${++count}`,
    from: { platform: 'twitch', id: by, name: by },
    text,
    roles: ChatRoles.parse(roles),
    ...(paid ? { paid } : {}),
    ...(replyTo ? { replyTo } : {}),
    at: clock.wallMs(),
  })
  const consider = (text: string, by?: string, more?: More) => {
    const { state, why } = attention.consider(line(text, by, more))
    return `${state} · ${why}`
  }
  /** Takes the next line; she is busy with it then. */
  const answer = () => {
    const chosen = attention.next()
    if (chosen) attention.busy(true)
    return chosen?.text ?? null
  }
  /** She has answered; the next. */
  const over = () => attention.busy(false)
  return {
    clock,
    attention,
    told,
    line,
    consider,
    answer,
    over,
    choose(next: Partial<ChatSettings>) {
      chat = ChatSettings.parse(next)
    },
  }
}
