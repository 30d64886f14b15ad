// Blind rounds about voices. In: what takes part, and a listener's answers. Out: questions whose sounds tell nothing about who speaks,
// and, once answered, who it was.
import {
  isAnswerTo,
  Problem,
  type RatedSound,
  type Rating,
  type RatingAnswer,
  type RatingQuestion,
  type RatingRound,
  type RoundRequest,
} from '@psiona/shared'
import type { Clock } from './clock'
import { type DrawnRound, drawRound, nameOf, type SoundOrder } from './round-draw'

export interface ListeningTestParts {
  readonly clock: Clock
  /** @throws Problem of the disk */
  readonly keep: (rating: Rating) => void
  /** 0 ≤ x < 1. */
  readonly random: () => number
  /** A wav file, base64. @throws Problem of the engine */
  readonly make: (order: SoundOrder) => Promise<string>
}

export interface ListeningTest {
  draw(request: RoundRequest): RatingRound
  /** All sounds of a question are made together. @throws Problem 'missing' when the round is over, Problem of an engine */
  sound(key: string): Promise<string>
  /** Once for each question; the same again changes nothing. @throws Problem 'missing', 'input' */
  answer(answer: RatingAnswer): Rating
}

/** Rounds that can be open at once; a page that was closed leaves one behind. */
const MOST_ROUNDS = 20
/** A listener goes back and forth between two sounds, not between questions. */
const MOST_MADE = 8

interface OpenRound extends DrawnRound {
  readonly answers: Map<string, Rating>
}

export function createListeningTest({ clock, keep, random, make }: ListeningTestParts): ListeningTest {
  const open = new Map<string, OpenRound>()
  /** Sounds by key, by question; the latest last. */
  const made = new Map<string, Promise<ReadonlyMap<string, string>>>()
  /** Who is slow, or fails, is so for both: neither tells which of them it is. */
  const together = (
    { id, keys }: RatingQuestion,
    sounds: ReadonlyMap<string, SoundOrder>,
  ): Promise<ReadonlyMap<string, string>> => {
    const begun =
      made.get(id) ??
      Promise.all(keys.map(async (key) => [key, await make(sounds.get(key)!)] as const)).then((all) => new Map(all))
    made.delete(id)
    made.set(id, begun)
    // What failed is tried again when it is asked for again.
    begun.catch(() => made.get(id) === begun && made.delete(id))
    if (made.size > MOST_MADE) made.delete(made.keys().next().value!)
    return begun
  }
  const roundOf = (roundId: string): OpenRound => {
    const found = open.get(roundId)
    if (!found)
      throw new Problem('round-over', 'missing', 'This round is over. Begin a new one; answers that were given are kept.')
    return found
  }

  return {
    draw(request) {
      const drawn = drawRound(request, random)
      open.set(drawn.round.id, { ...drawn, answers: new Map() })
      if (open.size > MOST_ROUNDS) open.delete(open.keys().next().value!)
      return drawn.round
    },
    async sound(key) {
      for (const { round, sounds } of open.values()) {
        const question = round.questions.find(({ keys }) => keys.includes(key))
        const found = question && (await together(question, sounds)).get(key)
        if (found !== undefined) return found
      }
      throw new Problem('round-over', 'missing', 'This sound belongs to a round that is over. Begin a new round.')
    },
    answer({ roundId, questionId, answer, listener }) {
      const { round, sounds, answers } = roundOf(roundId)
      const question = round.questions.find(({ id }) => id === questionId)
      if (!question) throw new Problem('no-such-question', 'missing', 'There is no such question in this round. Begin a new one.')
      if (!isAnswerTo(round.kind, answer))
        throw new Problem('no-such-answer', 'input', 'ab takes 0, 0.5 or 1; mos takes 1 to 5; style takes 0 or 1.')
      const before = answers.get(questionId)
      if (before?.answer === answer && before.listener === listener) return before
      if (before)
        throw new Problem('already-answered', 'input', 'This question was answered, and who spoke was told. Go on with the next.')
      const orders = question.keys.map((key) => sounds.get(key)!)
      const rating: Rating = {
        roundId,
        questionId,
        answer,
        listener,
        kind: round.kind,
        text: [...new Set(orders.map(({ text }) => text))].join(' / '),
        sounds: orders.map((order): RatedSound => ({ engine: nameOf(order), emotion: order.emotion })),
        at: clock.wallMs(),
      }
      keep(rating)
      answers.set(questionId, rating)
      made.delete(questionId)
      return rating
    },
  }
}
