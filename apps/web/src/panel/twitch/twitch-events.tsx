// In: the kinds of events Twitch may tell. Out: which come, and which do not with why.
import type { TwitchState } from '@psiona/shared'
import { saidHere } from '../said-here'
import { StateLine, type StateLook } from '../state-line'
import { type EventGroup, eventGroups } from './event-groups'

const SIGN: Record<EventGroup['state'], { look: StateLook; word: string }> = {
  on: { look: 'ok', word: 'These come' },
  off: { look: 'off', word: 'Off' },
  trouble: { look: 'trouble', word: 'These do not come' },
}

export function TwitchEvents({ events }: { events: TwitchState['events'] }) {
  if (events.length === 0) return null
  return (
    <section aria-labelledby="twitch-events" className="grid gap-3 border-t border-line px-3.5 py-3.5">
      <h3 id="twitch-events" className="font-semibold">
        What comes from Twitch
      </h3>
      {eventGroups(events).map(({ state, why, titles }) => (
        <StateLine key={`${state} ${why}`} look={SIGN[state].look} title={why === '' ? SIGN[state].word : saidHere(why)}>
          {titles.join(', ')}
        </StateLine>
      ))}
    </section>
  )
}
