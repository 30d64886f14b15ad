// In: chat lines. Out: the chat with what became of each line and why; or what to do when there is none.
import type { ChatLine } from '@psiona/shared'
import Link from 'next/link'
import { type KeyboardEvent, memo, useCallback, useDeferredValue, useState } from 'react'
import { usePulse } from '../../lib/use-pulse'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Count } from '../../ui/count'
import { Empty } from '../../ui/empty'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs'
import { EventList } from '../events/event-list'
import { NeedsYou } from '../held/needs-you'
import { ModerationDialog } from '../moderation/moderation-dialog'
import { MAX_CHAT_LINES } from '../panel-state'
import { usePanel } from '../panel-store'
import { ChatMoodLine } from './chat-mood-line'
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
  const perSecond = usePanel((state) => state.chatMood.linesPerSecond)
  const counted = linesInLastMinute(chat, live ? now : (lost ?? now))
  // A list that holds nothing older than a minute may have lost some; the server has counted them all.
  const rate = counted < MAX_CHAT_LINES ? counted : Math.max(counted, Math.round(perSecond * 60))
  return chat.length === 0 ? null : <Count>{rate}/min</Count>
}

export function ChatColumn() {
  const channel = usePanel((state) => state.settings.twitch.channel)
  const events = usePanel((state) => state.events.length)
  return (
    <Card aria-label="Chat and events">
      <Tabs defaultValue="chat" className="flex-1">
        <TabList aria-label="Chat or events">
          <Tab value="chat">
            Chat <ChatRate />
          </Tab>
          <Tab value="events">Events {events > 0 && <Count>{events}</Count>}</Tab>
          {channel !== '' && <span className="ml-auto max-w-32 self-center truncate text-sm text-ink3">#{channel}</span>}
        </TabList>
        {/* Whichever tab shows. */}
        <NeedsYou keepsPlace className="p-2.5" />
        <TabPanel value="chat">
          <ChatLines />
        </TabPanel>
        <TabPanel value="events">
          <EventList />
        </TabPanel>
      </Tabs>
    </Card>
  )
}

export function ChatLines() {
  // In a flood, Stop, the meters and what she says come first; the lines follow when there is time.
  const chat = useDeferredValue(usePanel((state) => state.chat))
  return chat.length === 0 ? (
    <NoChat />
  ) : (
    <>
      <ChatMoodLine />
      <ChatLog chat={chat} />
    </>
  )
}

const ChatLog = memo(function ChatLog({ chat }: { chat: readonly ChatLine[] }) {
  const [aloud] = useReadChatAloud()
  const [moderated, setModerated] = useState<ChatLine | null>(null)
  const close = useCallback(() => setModerated(null), [])
  const newest = chat.at(-1)?.messageId
  return (
    <>
      <ScrollLog
        label="Chat"
        entries={chat.map(({ messageId }) => messageId)}
        announce={aloud === 'on'}
        onKeyDown={stepByArrows}
        className="gap-0.5 px-2 py-1.5"
      >
        {chat.map((line) => (
          <ChatRow key={line.messageId} line={line} reached={line.messageId === newest} onModerate={setModerated} />
        ))}
      </ScrollLog>
      {moderated && <ModerationDialog line={moderated} onClose={close} />}
    </>
  )
})

/** From one row's button to the next; between them lie the texts. */
function stepByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(event.target instanceof HTMLButtonElement)) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-moderate]')]
  const next = buttons[buttons.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
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
