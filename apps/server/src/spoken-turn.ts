// What the owner says, utterance by utterance, becomes what she asks. In: what was heard. Out: one request, when nobody is speaking and no words are outstanding.
// A pause for breath ends an utterance, not a thought: what goes on before the words of the first part are known is one question.
import { GUEST, type Heard, OWNER, type Person, type Turn } from '@psiona/shared'

export interface SpokenRequest {
  readonly from: Person
  readonly text: string
  readonly hearing: NonNullable<Turn['hearing']>
}

export interface SpokenTurn {
  take(heard: Heard): SpokenRequest | null
  /** Somebody speaks, or has spoken words that are not known yet. */
  readonly underWay: boolean
}

type End = Extract<Heard, { type: 'speech-end' }>

export function createSpokenTurn(): SpokenTurn {
  const open = new Set<number>()
  let ended: End[] = []
  return {
    get underWay() {
      return open.size > 0
    },
    take(heard) {
      if (heard.type === 'speech-start') open.add(heard.utterance)
      if (heard.type !== 'speech-end') return null
      open.delete(heard.utterance)
      if (heard.text !== '') ended.push(heard)
      if (open.size > 0) return null
      const said = ended.sort((a, b) => a.utterance - b.utterance)
      ended = []
      const last = said.at(-1)
      if (!last) return null
      const { endpointMs, recogniserMs } = last
      return {
        from: said.every(({ speaker }) => speaker === 'guest') ? GUEST : OWNER,
        text: said.map(({ text }) => text).join(' '),
        hearing: { endpointMs, recogniserMs },
      }
    },
  }
}
