// In: the kinds of events Twitch may tell. Out: them by what they share: those that come, and those that do not, by why.
import { StreamEvent, type TwitchState } from '@psiona/shared'
import { sentenceStart } from '../../lib/sentence-start'
import { eventWord } from '../events/event-words'

type Events = TwitchState['events']

export interface EventGroup {
  readonly state: Events[number]['state']
  readonly why: string
  readonly titles: readonly string[]
}

const titleOf = (title: string): string => {
  const kind = StreamEvent.safeParse(title)
  return kind.success ? eventWord(kind.data).name : sentenceStart(title)
}

export function eventGroups(events: Events): EventGroup[] {
  const groups: EventGroup[] = []
  for (const { title, state, why } of events) {
    const at = groups.findIndex((group) => group.state === state && group.why === why)
    const group = groups[at]
    if (group) groups[at] = { ...group, titles: [...group.titles, titleOf(title)] }
    else groups.push({ state, why, titles: [titleOf(title)] })
  }
  return groups
}
