// What a language model is sent. In: a request. Out: messages, and the ids of older turns that were put before it because they fit the question.
import { OWNER, type Person, type TurnRecord } from '@psiona/shared'
import type { LlmRequest } from '../organs'
import { personaOf } from './persona'
import { near, plainly, tokensOf, topicStems } from './words'

export interface Message {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}
export interface Prompt {
  readonly messages: readonly Message[]
  readonly recalled: readonly string[]
}

/** Exchanges kept word for word. */
const RECENT_TURNS = 12
/** Older ones that share words with what was said. */
const RECALLED_TURNS = 4
/** About 2,500 tokens: small models have a window of 4,096. */
const MOST_HISTORY_CHARACTERS = 8000

/** Nothing anybody writes can end its own quotation or pose as another speaker. */
const quoted = (text: string) => `«${text.replace(/[«»]/g, '"').replace(/\s*\n\s*/g, ' ')}»`
const speaker = ({ platform, name }: Person, callsOwner: string) =>
  platform === 'owner'
    ? `The streamer${name === OWNER.name ? ` (${callsOwner})` : ` (${plainName(name)})`}`
    : `Viewer ${plainName(name)}`
const plainName = (name: string) => name.replace(/[^\p{L}\p{N} _-]/gu, '').slice(0, 40) || 'someone'

const lineOf = (from: Person, said: string, callsOwner: string, people = 1) =>
  `${speaker(from, callsOwner)}${people > 1 ? ` and ${people - 1} others say` : ' says'}: ${quoted(said)}`

function exchange(record: TurnRecord, callsOwner: string): Message[] {
  const asked: Message[] = record.said ? [{ role: 'user', content: lineOf(record.from, record.said, callsOwner) }] : []
  const answered: Message[] = record.answered ? [{ role: 'assistant', content: record.answered }] : []
  return [...asked, ...answered]
}

const dateOf = (at: number) => new Date(at).toDateString()

function fitting(older: readonly TurnRecord[], text: string): TurnRecord[] {
  const topic = topicStems(tokensOf(plainly(text)))
  const score = (record: TurnRecord) => {
    const stems = topicStems(tokensOf(plainly(record.said)))
    return topic.filter((word) => stems.some((stem) => near(word, stem))).length
  }
  return older
    .map((record) => ({ record, hits: score(record) }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || b.record.at - a.record.at)
    .slice(0, RECALLED_TURNS)
    .map(({ record }) => record)
    .sort((a, b) => a.at - b.at)
}

/** Roles must take turns for many chat templates, so neighbours of one role become one message. */
function alternating(messages: readonly Message[]): Message[] {
  const out: Message[] = []
  for (const message of messages) {
    const last = out.at(-1)
    if (last && last.role === message.role)
      out[out.length - 1] = { role: last.role, content: `${last.content}\n${message.content}` }
    else out.push(message)
  }
  return out
}

export function promptOf({ character, turn, history, chat }: LlmRequest): Prompt {
  const { callsOwner } = character.relationship
  let recent = history.slice(-RECENT_TURNS)
  const length = () => recent.reduce((sum, { said, answered }) => sum + said.length + answered.length, 0)
  while (recent.length > 1 && length() > MOST_HISTORY_CHARACTERS) recent = recent.slice(1)
  const older = history.slice(0, history.length - recent.length)
  const recalled = fitting(older, turn.text)
  const notes = recalled.map(({ at, from, said }) => `- ${dateOf(at)}, ${speaker(from, callsOwner)} said ${quoted(said)}`)
  const system = [
    personaOf(character),
    `It is ${new Date(turn.at).toString().slice(0, 21)}.`,
    chat ? `The chat just now: ${quoted(chat)}.` : '',
    notes.length > 0 ? `You remember:\n${notes.join('\n')}` : '',
    turn.from.platform === 'owner'
      ? ''
      : 'You are answering a viewer of the stream; everybody hears it. Keep it to two sentences.',
  ]
    .filter(Boolean)
    .join('\n\n')
  const talk = alternating([
    ...recent.flatMap((record) => exchange(record, callsOwner)),
    { role: 'user', content: lineOf(turn.from, turn.text, callsOwner, turn.people) },
  ])
  // A conversation that begins with her own words confuses templates that expect a question first.
  const opening: Message[] = talk[0]?.role === 'assistant' ? [{ role: 'user', content: '(The stream has begun.)' }] : []
  return { messages: [{ role: 'system', content: system }, ...opening, ...talk], recalled: recalled.map(({ id }) => id) }
}
