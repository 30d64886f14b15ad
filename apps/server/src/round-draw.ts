// A blind round is drawn. In: what takes part, how many questions, chance. Out: questions that tell nothing about who speaks, and what to
// make for each of their sounds.
import { type Emotion, Problem, type RatingQuestion, type RatingRound, type RoundRequest, type VoiceChoice } from '@psiona/shared'
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

export interface DrawnRound {
  readonly round: RatingRound
  /** By key. */
  readonly sounds: ReadonlyMap<string, SoundOrder>
}

/** `random`: 0 ≤ x < 1. @throws Problem 'one-voice' */
export function drawRound({ kind, engines, voices, questions }: RoundRequest, random: () => number): DrawnRound {
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
  const who: Contestant[] = [
    ...engines.map((engine) => ({ engine })),
    ...voices.map((voice) => ({ engine: { kind: 'psi' as const }, voice })),
  ]
  if (who.length === 0) who.push({ engine: { kind: 'psi' } })
  const contestants = shuffled([...new Map(who.map((contestant) => [nameOf(contestant), contestant])).values()])
  if (kind === 'ab' && contestants.length < 2)
    throw new Problem('one-voice', 'input', 'To compare takes two different voices. Choose a second one.')
  const texts = shuffled(sentences)

  const ordersOf = (one: Contestant, index: number): SoundOrder[] => {
    const text = texts[index % texts.length]!
    const order = (contestant: Contestant, emotion: Emotion, said = text): SoundOrder => ({
      ...contestant,
      text: said,
      emotion,
      seed: 1 + whole(2 ** 30),
    })
    if (kind === 'mos') return [order(one, {})]
    if (kind === 'ab') {
      const others = contestants.filter((contestant) => contestant !== one)
      return shuffled([order(one, {}), order(others[whole(others.length)]!, {})])
    }
    // Half of the pairs are of one mood; words and chance differ in every pair, so that nothing but the mood can answer.
    const mood = STYLES[whole(STYLES.length)]!
    const same = random() < 0.5
    const others = STYLES.filter((style) => style !== mood)
    return [order(one, mood), order(one, same ? mood : others[whole(others.length)]!, texts[(index + 1) % texts.length])]
  }

  // Each as often as the others, in an order from which nobody learns who is next.
  const turns = shuffled(Array.from({ length: questions }, (_, index) => contestants[index % contestants.length]!))
  const sounds = new Map<string, SoundOrder>()
  const asked = turns.map((one, index): RatingQuestion => {
    const orders = ordersOf(one, index)
    const keys = orders.map((order) => {
      const key = name()
      sounds.set(key, order)
      return key
    })
    return { id: name(), text: kind === 'style' ? '' : orders[0]!.text, keys }
  })
  return { round: { id: name(), kind, questions: asked }, sounds }
}
