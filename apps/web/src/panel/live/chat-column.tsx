// In: chat lines. Out: the chat with what became of each line and why; or what to do when there is none.
import Link from 'next/link'
import { usePulse } from '../../lib/use-pulse'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Count } from '../../ui/count'
import { Empty } from '../../ui/empty'
import { usePanel } from '../panel-store'
import { linesInLastMinute } from './chat-rate'
import { ChatRow } from './chat-row'
import { ScrollLog } from './scroll-log'
import { useReadChatAloud } from './use-read-chat-aloud'

const RATE_EVERY_MS = 2000

export function ChatRate() {
  const chat = usePanel((state) => state.chat)
  const live = usePanel((state) => state.link === 'live')
  const now = usePulse(RATE_EVERY_MS)
  const lost = usePanel((state) => state.lastSeenAt)
  return chat.length === 0 ? null : <Count>{linesInLastMinute(chat, live ? now : (lost ?? now))}/min</Count>
}

export function ChatColumn() {
  const channel = usePanel((state) => state.settings.twitch.channel)
  return (
    <Card aria-labelledby="chat">
      <CardHead id="chat" title="Chat" className="border-b border-line">
        <ChatRate />
        {channel !== '' && <span className="max-w-40 truncate text-sm text-ink3">#{channel}</span>}
      </CardHead>
      <ChatLines />
    </Card>
  )
}

export function ChatLines() {
  const chat = usePanel((state) => state.chat)
  const [aloud] = useReadChatAloud()
  if (chat.length === 0) return <NoChat />
  return (
    <ScrollLog label="Chat" newest={chat.at(-1)?.messageId} announce={aloud === 'on'} className="gap-0.5 px-2 py-1.5">
      {chat.map((line) => (
        <ChatRow key={line.messageId} line={line} />
      ))}
    </ScrollLog>
  )
}

function NoChat() {
  const channel = usePanel((state) => state.settings.twitch.channel)
  const trouble = usePanel((state) => state.health.find(({ part, state: how }) => part === 'twitch' && how === 'trouble'))
  const known = usePanel((state) => state.known)
  const name = usePanel((state) => state.character.name)
  if (!known) return null
  const toStream = (words: string) => (
    <Button asChild>
      <Link href="/stream">{words}</Link>
    </Button>
  )
  if (channel === '')
    return (
      <Empty title="No chat connected" action={toStream('Choose a channel')}>
        Name your Twitch channel and {name} reads along, without a login. She answers lines that name her.
      </Empty>
    )
  if (trouble)
    return (
      <Empty title={trouble.detail} action={toStream('Set up Twitch')}>
        {trouble.remedy}
      </Empty>
    )
  return (
    <Empty title={`Reading #${channel}`}>
      Nobody wrote since she joined. Lines show up here as they are written, with what becomes of them and why.
    </Empty>
  )
}
