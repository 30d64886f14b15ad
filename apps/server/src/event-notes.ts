// What happened, as the event log keeps it. In: the house's news. Out: what kind, when it matters which, and how long it took; never what was said or what anybody is called.
import type { HouseNews } from './house'

type Note = Readonly<Record<string, unknown>>

/** More turns, or utterances, do not change at the same time; and a turn may be told once more after its end. */
const REMEMBERED = 200

/** Says whether a thing stands so for the first time. */
function createStands(): (id: string | number, stand: string) => boolean {
  const known = new Map<string | number, Set<string>>()
  return (id, stand) => {
    const stands = known.get(id) ?? new Set()
    const isNew = !stands.has(stand)
    known.delete(id)
    known.set(id, stands.add(stand))
    const [oldest] = known.keys()
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
    return isNew
  }
}

/** Notes for the log; of a turn or an utterance, which change with each word, only what became of them. */
export function createEventNotes(keep: (note: Note) => void): (news: HouseNews) => void {
  const isNewOfTurn = createStands()
  const isNewOfUtterance = createStands()
  let savings = ''
  return (news) => {
    if (news.type === 'turn-changed' && !isNewOfTurn(news.turn.id, news.turn.status)) return
    if (news.type === 'speech-progressed' && !isNewOfUtterance(news.progress.utterance, news.progress.state)) return
    if (news.type === 'load-changed') {
      // The figures change each second and say nothing later.
      if (news.load.savings.join() === savings) return
      savings = news.load.savings.join()
    }
    const note = eventNote(news)
    if (note) keep(note)
  }
}

function eventNote(news: HouseNews): Note | null {
  const { type } = news
  switch (type) {
    case 'turn-changed': {
      const { id, kind, status, from, firstAudioMs, firstTextMs, hearing } = news.turn
      return { type, turn: id, kind, status, platform: from.platform, firstAudioMs, firstTextMs, hearing }
    }
    case 'tally-changed':
      return { type, tally: news.tally }
    case 'chat-line-shown':
      return { type, platform: news.line.from.platform, state: news.line.tag.state }
    case 'chat-lines-removed':
      return { type, count: news.messageIds.length }
    case 'speech-progressed':
      return { type, utterance: news.progress.utterance, state: news.progress.state }
    case 'microphone-changed': {
      const { source, mode, muted, held } = news.microphone
      return { type, kind: source?.kind ?? null, mode, muted, held }
    }
    case 'health-changed':
      return { type, parts: Object.fromEntries(news.parts.map(({ part, state }) => [part, state])) }
    case 'effect-shown':
      return { type, kind: news.effect.kind }
    case 'motion-wanted':
      return { type, cue: news.cue }
    case 'stream-event':
      return { type, kind: news.event.kind, platform: news.event.platform, amount: news.event.amount, phase: news.event.phase }
    case 'chat-lines-shown':
      return { type, count: news.lines.length }
    case 'load-changed':
      return { type, savings: news.load.savings }
    case 'settings-changed':
    case 'character-changed':
    case 'look-changed':
      return { type }
    // They come many times a second and say nothing later.
    case 'heard-progressed':
    case 'emotion-changed':
    case 'mic-level-measured':
    case 'models-changed':
    case 'cubism-changed':
    case 'bubble-shown':
    case 'bubbles-gone':
    case 'effects-gone':
    case 'page-ears-wanted':
    case 'chat-mood-changed':
    // Kept in the audit log.
    case 'safety-changed':
    case 'obs-changed':
    case 'twitch-changed':
      return null
    default:
      return news satisfies never
  }
}
