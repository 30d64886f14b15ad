// The mind: turns flow in, the parts of replies flow out. Rules that nothing can switch off come first, then the chosen mind, then the one that needs nothing.
import {
  type Emotion,
  leadingEmotion,
  type PartHealth,
  Problem,
  type ReplyPart,
  type Turn,
  type TurnRecord,
  twoHalves,
} from '@psiona/shared'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { CharacterSource, Llm, LlmNote, LlmRequest, Mind, TurnStore } from '../organs'
import { type Breaker, createBreaker } from './breaker'
import { crisisAnswer, isCrisis } from './crisis'
import { identityAnswer } from './identity'
import { createRation } from './ration'
import { recall } from './recall'
import { type ReplyPiece, replyParser } from './reply-parser'
import { untilAborted } from './until-aborted'

/** About a minute and a half of speech for the streamer. */
const MOST_CHARACTERS_TO_OWNER = 1400
/** A viewer's line is answered in at most 15 s: others wait. */
const MOST_CHARACTERS_TO_VIEWER = 220
/** From this strength a feeling brings its gesture along. */
const STRONG = 0.8

export interface MindOptions {
  readonly store: Pick<TurnStore, 'latest' | 'search'>
  readonly characters: CharacterSource
  readonly clock: Clock
  /** The mind the user chose, asked for at every turn. */
  readonly chosen: () => Llm
  /** Answers when the chosen one cannot. */
  readonly standIn: Llm
  /** What the chat is like now, in words. */
  readonly chat?: (() => string) | undefined
  readonly log?: Pick<Log, 'warn'> | undefined
}

/** What one attempt has used. */
interface Tally {
  remembered: Set<string>
  tokens: number
  /** Its name. */
  mind: string
}

export function createMind({ store, characters, clock, chosen, standIn, chat, log }: MindOptions): Mind {
  const breakers = new WeakMap<Llm, Breaker>()
  const breakerOf = (llm: Llm): Breaker => {
    const known = breakers.get(llm) ?? createBreaker(clock)
    breakers.set(llm, known)
    return known
  }
  const troubleOf = (cause: unknown): Problem =>
    cause instanceof Problem
      ? cause
      : new Problem('mind-broke', 'broken', 'The chosen mind broke off. Try again, or choose another on the Mind page.', {
          cause,
        })

  const earlier = async (turn: Turn): Promise<TurnRecord[]> => {
    try {
      return await recall(store, turn)
    } catch (cause) {
      // She answers without her memory rather than not at all; the store tells its own trouble.
      log?.warn({ err: cause }, 'recall failed')
      return []
    }
  }

  async function* spoken(llm: Llm, request: LlmRequest, tally: Tally): AsyncIterable<ReplyPiece> {
    const { character, turn } = request
    tally.mind = llm.name
    const stop = new AbortController()
    const signal = AbortSignal.any([turn.signal, stop.signal])
    const note = ({ remembered = [], tokens }: LlmNote) => {
      for (const id of remembered) tally.remembered.add(id)
      if (tokens !== undefined) tally.tokens = tokens
    }
    const parser = replyParser({
      her: [character.identity.name, 'Assistant', 'AI'],
      others: ['User', 'Human', 'Viewer', 'The streamer', turn.from.name],
    })
    const ration = createRation(turn.from.platform === 'owner' ? MOST_CHARACTERS_TO_OWNER : MOST_CHARACTERS_TO_VIEWER)
    const rationed = function* (pieces: readonly ReplyPiece[]): Iterable<ReplyPiece> {
      for (const piece of pieces) {
        if (ration.spent) return
        if (!('text' in piece)) yield piece
        else {
          const text = ration.take(piece.text)
          if (text) yield { text }
        }
      }
    }
    try {
      for await (const delta of untilAborted(llm.stream({ ...request, note }, signal), turn.signal)) {
        yield* rationed(parser.push(delta))
        if (parser.over || ration.spent) return
      }
      if (!turn.signal.aborted) yield* rationed(parser.end())
    } finally {
      stop.abort()
    }
  }

  /** The chosen mind; where it fails before a word was said, the stand-in, silently: the health strip says why. */
  async function* thought(request: LlmRequest, tally: Tally): AsyncIterable<ReplyPiece> {
    const llm = chosen()
    const breaker = breakerOf(llm)
    const { signal } = request.turn
    if (llm !== standIn && breaker.ready) {
      let said = false
      try {
        for await (const piece of spoken(llm, request, tally)) {
          said ||= 'text' in piece
          yield piece
        }
        if (signal.aborted) return
        if (!said)
          throw new Problem(
            'mind-said-nothing',
            'broken',
            'The chosen mind answered without a word. Choose another model on the Mind page.',
          )
        breaker.worked()
        return
      } catch (cause) {
        if (signal.aborted) return
        const problem = troubleOf(cause)
        breaker.failed(problem)
        log?.warn({ err: problem }, 'mind failed')
        if (said) return
        tally.remembered.clear()
        tally.tokens = 0
      }
    }
    yield* spoken(standIn, request, tally)
  }

  const always = (text: string): Llm => ({
    name: 'rule',
    async *stream(request) {
      request.note?.({ tokens: text.split(/\s+/).length })
      yield text
    },
  })

  async function* answer(turn: Turn, tally: Tally): AsyncIterable<ReplyPart> {
    const { character } = characters.current()
    const history = await earlier(turn)
    const theirs = history.filter(({ from }) => from.platform === turn.from.platform && from.id === turn.from.id)
    const rule = isCrisis(turn.text)
      ? crisisAnswer(turn.from.platform === 'owner' ? 'alone' : 'others')
      : identityAnswer(turn.text, character.identity.name, theirs)
    const request: LlmRequest = { character, turn, history, chat: chat?.() }
    let felt = false
    let gestured = false
    const feeling = (emotion: Emotion): ReplyPart => {
      felt = true
      const lead = leadingEmotion(emotion)
      const gesture = lead !== 'neutral' && (emotion[lead] ?? 0) >= STRONG && !gestured ? character.gestures[lead] : undefined
      gestured ||= gesture !== undefined
      return { type: 'reply-feeling', turn, emotion, ...(gesture ? { gesture } : {}) }
    }
    for await (const piece of rule ? spoken(always(rule), request, tally) : thought(request, tally)) {
      if (turn.signal.aborted) return
      if ('text' in piece) {
        // A model that forgets its tags speaks from where the character rests.
        if (!felt) yield feeling(character.behaviour.baseline)
        yield { type: 'reply-delta', turn, text: piece.text }
        continue
      }
      const { emotion, gesture } = piece.feeling
      if (gesture) gestured = true
      if (emotion && !gesture) yield feeling(emotion)
      else {
        felt ||= emotion !== undefined
        yield { type: 'reply-feeling', turn, ...piece.feeling }
      }
    }
  }

  async function* reply(turn: Turn): AsyncIterable<ReplyPart> {
    const tally: Tally = { remembered: new Set(), tokens: 0, mind: '' }
    let failed = false
    yield { type: 'reply-start', turn }
    if (turn.kind === 'say') {
      if (turn.emotion) yield { type: 'reply-feeling', turn, emotion: turn.emotion }
      if (!turn.signal.aborted) yield { type: 'reply-delta', turn, text: turn.text }
    } else
      try {
        yield* untilAborted(answer(turn, tally), turn.signal)
      } catch (cause) {
        // This turn is lost; the next one must still find a mind.
        log?.warn({ err: cause }, 'a turn failed')
        failed = true
      }
    const cut = turn.signal.aborted
    const remembered = [...tally.remembered]
    yield {
      type: 'reply-end',
      turn,
      cut,
      ...(remembered.length > 0 ? { remembered } : {}),
      ...(tally.tokens > 0 ? { tokens: tally.tokens } : {}),
      ...(tally.mind ? { mind: tally.mind } : {}),
      ...(failed ? { failed } : {}),
    }
  }

  return {
    async *answer(turns) {
      for await (const turn of turns) yield* reply(turn)
    },
    health(): PartHealth {
      const llm = chosen()
      const { trouble } = breakerOf(llm)
      if (trouble) {
        const { detail, remedy } = twoHalves(trouble.message)
        return {
          part: 'mind',
          state: 'trouble',
          detail: `${detail} The built-in mind answers meanwhile.`,
          remedy: remedy || detail,
        }
      }
      const { id, problem } = characters.current()
      if (problem)
        return {
          part: 'mind',
          state: 'trouble',
          detail: `The character file of ${id} has a mistake; the last good version is in use.`,
          remedy: problem,
        }
      return { part: 'mind', state: 'ok', detail: llm.name }
    },
  }
}
