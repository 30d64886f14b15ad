// In: what happened on the platforms. Out: a row each, the newest at the end.
import type { EventHappened } from '@psiona/shared'
import { memo } from 'react'
import { timeOfDay } from '../../lib/figure-text'
import { Empty } from '../../ui/empty'
import { Icon } from '../../ui/icon'
import { ScrollLog } from '../live/scroll-log'
import { usePanel } from '../panel-store'
import { doerOf, EVENT_ICON, eventSentence } from './event-sentence'

export function EventList() {
  const events = usePanel((state) => state.events)
  if (events.length === 0)
    return (
      <Empty title="Nothing happened yet">
        Follows, subscriptions, bits, raids and redeemed points show up here, once you are signed in at Twitch.
      </Empty>
    )
  return (
    <ScrollLog label="Events" entries={events.map(({ eventId }) => eventId)} className="gap-0.5 px-3.5 py-2">
      {events.map((event) => (
        <EventRow key={event.eventId} event={event} />
      ))}
    </ScrollLog>
  )
}

const EventRow = memo(function EventRow({ event }: { event: EventHappened }) {
  const doer = doerOf(event)
  return (
    <article className="flex gap-2.5 py-1.5">
      <Icon name={EVENT_ICON[event.kind]} className="mt-px text-ink2" />
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <p>
          {doer !== null && <b className="font-[650]">{doer} </b>}
          {eventSentence(event)}
        </p>
        {event.text !== '' && <p className="text-ink2">{event.text}</p>}
      </div>
      <time dateTime={new Date(event.at).toISOString()} className="flex-none text-sm text-ink3">
        {timeOfDay(event.at)}
      </time>
    </article>
  )
})
