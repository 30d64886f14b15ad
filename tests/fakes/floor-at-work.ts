// A floor with an attention that picks what it is given. In: lines, events, deletions. Out: who would be given the floor, and what would be said.
import { ChatSettings, EventHappened, type LineDeleted, type LineWritten, type Person, takesBack } from '@psiona/shared'
import { createFloor } from '../../apps/server/src/floor'
import { fakeClock } from './clock'
import { viewer } from './turns'

/** Fifteen characters a second, which a text of strangers may not exceed. */
export const speechSeconds = (text: string) => text.length / 15
const boundedSpeech = (text: string, { seconds = 15 } = {}) => text.slice(0, Math.floor(seconds * 15))

let count = 0
export const lineOf = (text: string, more: Partial<LineWritten> = {}): LineWritten => ({
  type: 'line-written',
  messageId: `m${++count}`,
  from: viewer('Mira'),
  text,
  at: 1000,
  ...more,
})
export const eventOf = (kind: EventHappened['kind'], more: Partial<EventHappened> = {}): EventHappened =>
  EventHappened.parse({
    ...{ type: 'event-happened', eventId: `e${++count}`, kind, platform: 'twitch', from: viewer('Mira') },
    ...{ amount: null, title: '', text: '', at: 1000 },
    ...more,
  })
export const banned = (person: Person): LineDeleted => ({ type: 'line-deleted', platform: 'twitch', personId: person.id })

export function floorAtWork(lines: LineWritten[] = [], chosen: Partial<ChatSettings> = {}, language = 'en-US') {
  const clock = fakeClock()
  const busy: boolean[] = []
  const state = { quiet: false, nudges: 0 }
  let waiting = lines
  const floor = createFloor({
    clock,
    attention: {
      next: () => {
        const line = waiting.shift()
        return line ? { ...line, people: 1 } : null
      },
      busy: (is) => busy.push(is),
      forget: (deleted) => {
        const gone = waiting.filter((line) => takesBack(deleted, line))
        waiting = waiting.filter((line) => !gone.includes(line))
        return gone.map(({ messageId }) => messageId)
      },
      clear: () => {
        waiting = []
      },
    },
    chat: () => ChatSettings.parse(chosen),
    quiet: () => state.quiet,
    wouldRefuse: (text) => /plugh/i.test(text),
    nudge: () => state.nudges++,
    language: () => language,
    boundedSpeech,
    speechSeconds,
  })
  const next = () => {
    const request = floor.next()
    if (request) floor.busy(true)
    return request
  }
  const over = () => floor.busy(false)
  /** All that is said, one after the other. */
  const rest = () => {
    const said: string[] = []
    for (let request = next(); request; request = next()) {
      said.push(`${request.kind} ${request.text}`)
      over()
    }
    return said
  }
  return { floor, clock, state, busy, next, over, rest }
}
