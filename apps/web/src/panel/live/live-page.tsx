// In: the width of the page. Out: Live in the form that fits it: dock and phone, two columns, three, or three with figures beside them.
'use client'
import { useMedia } from '../../lib/use-media'
import { NeedsYou } from '../held/needs-you'
import { SLIM, VAST, WIDE } from '../page-widths'
import { ChatColumn } from './chat-column'
import { Composer } from './composer'
import { Conversation } from './conversation'
import { HerCard } from './her-card'
import { NowNext } from './now-next'
import { PartsCard } from './parts-card'
import { PersonCard } from './person-card'
import { ReplyTimeCard } from './reply-time-card'
import { SlimLive, TalkAndChat } from './slim-live'

export function LivePage() {
  const slim = useMedia(SLIM)
  const wide = useMedia(WIDE)
  const vast = useMedia(VAST)
  if (slim === undefined) return null
  if (slim) return <SlimLive />
  if (!wide)
    return (
      <div className="grid h-full min-h-126 grid-cols-[minmax(17.5rem,2fr)_minmax(0,3fr)] gap-3">
        <HerCard />
        <section aria-label="Talk and chat" className="flex min-h-0 flex-col gap-3">
          <NowNext />
          <NeedsYou />
          <TalkAndChat />
        </section>
      </div>
    )
  return (
    <div
      className={
        vast
          ? 'grid h-full min-h-126 grid-cols-[33rem_minmax(0,1fr)_26rem_26rem] gap-3'
          : 'grid h-full min-h-126 grid-cols-[25rem_minmax(0,1fr)_21.75rem] gap-3'
      }
    >
      <HerCard />
      <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-3">
        <NowNext />
        <Conversation>
          <Composer />
        </Conversation>
      </div>
      <ChatColumn />
      {vast && (
        <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)_auto] gap-3">
          <ReplyTimeCard />
          <PersonCard />
          <PartsCard />
        </div>
      )}
    </div>
  )
}
