// Blind rounds about voices. In: what takes part, and a listener's answers. Out: questions whose sounds tell nothing about who speaks,
// and, once answered, who it was.
import {
  type Emotion,
  isAnswerTo,
  Problem,
  type RatedSound,
  type Rating,
  type RatingAnswer,
  type RatingQuestion,
  type RatingRound,
  type RoundRequest,
  type VoiceChoice,
} from '@psiona/shared'
import type { Clock } from './clock'
import sentences from './listening-sentences.json'

/** Who speaks: an engine, or her own with the dials of that name. */
export interface Contestant {
  readonly engine: VoiceChoice
  /** A voice by dials; the character's own when absent. */
  readonly voice?: string | undefined
}
/** What has to be made for one sound of a round. */
export interface SoundOrder extends Contestant {
  readonly text: string
  readonly emotion: Emotion
  readonly seed: number
}

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
/** Moods that are told apart in 'style' rounds; strong enough to be heard, none a caricature. */
const STYLES: readonly Emotion[] = [{}, { joy: 0.8 }, { sadness: 0.8 }, { anger: 0.8 }, { calm: 0.9 }, { surprise: 0.8 }]

export const nameOf = ({ engine, voice }: Contestant): string => {
  switch (engine.kind) {
    case 'psi':
      return `psi:${voice ?? 'character'}`
    case 'sherpa':
      return `sherpa:${engine.model}/${engine.speaker}${besides(engine)}`
    case 'openai':
      return `openai:${engine.model}/${engine.voice}${besides(engine)}`
    default:
      return engine satisfies never
  }
}

const besides = ({ speed, reference }: { readonly speed: number; readonly reference?: string | undefined }) =>
  `${reference === undefined ? '' : ` as ${reference}`}${speed === 1 ? '' : ` at ${speed}`}`

interface OpenRound {
  readonly round: RatingRound
  readonly sounds: ReadonlyMap<string, SoundOrder>
  readonly answers: Map<string, Rating>
}

export function createListeningTest({ clock, keep, random, make }: ListeningTestParts): ListeningTest {
  const open = new Map<string, OpenRound>()
  /** Sounds by key, by question; the latest last. */
  const made = new Map<string, Promise<ReadonlyMap<string, string>>>()
  const name = () => Array.from({ length: 16 }, () => Math.floor(random() * 36).toString(36)).join('')
  const whole = (below: number) => Math.floor(random() * below)
  const shuffled = <T>(list: readonly T[]): T[] => {
    const mixed = [...list]
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = whole(i + 1)
      ;[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!]
    }
    return mixed
  }

  const ordersOf = (
    kind: RoundRequest['kind'],
    who: readonly Contestant[],
    one: Contestant,
    index: number,
    texts: readonly string[],
  ): SoundOrder[] => {
    const text = texts[index % texts.length]!
    const order = (contestant: Contestant, emotion: Emotion, said = text): SoundOrder => ({
      ...contestant,
      text: said,
      emotion,
      seed: 1 + whole(2 ** 30),
    })
    if (kind === 'mos') return [order(one, {})]
    if (kind === 'ab') {
      const others = who.filter((contestant) => contestant !== one)
      return shuffled([order(one, {}), order(others[whole(others.length)]!, {})])
    }
    // Half of the pairs are of one mood; words and chance differ in every pair, so that nothing but the mood can answer.
    const mood = STYLES[whole(STYLES.length)]!
    const same = random() < 0.5
    const others = STYLES.filter((style) => style !== mood)
    return [order(one, mood), order(one, same ? mood : others[whole(others.length)]!, texts[(index + 1) % texts.length])]
  }

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
    draw({ kind, engines, voices, questions }) {
      const who: Contestant[] = [
        ...engines.map((engine) => ({ engine })),
        ...voices.map((voice) => ({ engine: { kind: 'psi' as const }, voice })),
      ]
      if (who.length === 0) who.push({ engine: { kind: 'psi' } })
      const contestants = shuffled([...new Map(who.map((contestant) => [nameOf(contestant), contestant])).values()])
      if (kind === 'ab' && contestants.length < 2)
        throw new Problem('one-voice', 'input', 'To compare takes two different voices. Choose a second one.')
      const texts = shuffled(sentences)
      // Each as often as the others, in an order from which nobody learns who is next.
      const turns = shuffled(Array.from({ length: questions }, (_, index) => contestants[index % contestants.length]!))
      const sounds = new Map<string, SoundOrder>()
      const asked = turns.map((one, index): RatingQuestion => {
        const orders = ordersOf(kind, contestants, one, index, texts)
        const keys = orders.map((order) => {
          const key = name()
          sounds.set(key, order)
          return key
        })
        return { id: name(), text: kind === 'style' ? '' : orders[0]!.text, keys }
      })
      const round: RatingRound = { id: name(), kind, questions: asked }
      open.set(round.id, { round, sounds, answers: new Map() })
      if (open.size > MOST_ROUNDS) open.delete(open.keys().next().value!)
      return round
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
