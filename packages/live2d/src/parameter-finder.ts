// The parameters of a model in, for each channel of the face the ones that are meant for it out: by id, then by name.
import { FACE_CHANNELS, type FaceChannelName } from '@psiona/shared/face-frame'
import { CHANNEL_IDS } from './channel-ids'
import {
  ALONE_LETTERS,
  ALONE_RANGE,
  ALONE_WORDS,
  ASPECTS,
  type Aspect,
  CHANNEL_WORDS,
  type ChannelWords,
  NO_SIDES,
  REGIONS,
  SECOND_WORDS,
  SIDES,
  type Side,
  VOWEL_NAMES,
} from './channel-words'
import type { Moc3Parameter } from './moc3-model'
import { Name, plain, plainId } from './plain-name'

export interface Found {
  readonly channel: FaceChannelName
  readonly parameters: readonly Moc3Parameter[]
  readonly by: 'id' | 'name'
}

/** What a name says; null when it is about nothing that a channel moves. */
interface Sense {
  readonly parameter: Moc3Parameter
  readonly region: string
  readonly aspects: ReadonlySet<string>
  readonly side: Side | null
  /** Nothing but the region is named. */
  readonly alone: boolean
}

const senseOf = (parameter: Moc3Parameter, text: string): Sense | null => {
  const name = new Name(text)
  const [region, regionWords] = Object.entries(REGIONS).find(([, words]) => name.saysOne(words)) ?? []
  if (!region || !regionWords) return null
  const aspects = new Set(Object.entries(ASPECTS).flatMap(([aspect, words]) => (name.saysOne(words) ? [aspect] : [])))
  const sided = NO_SIDES.some((word) => name.says(word))
    ? new Name(NO_SIDES.reduce((t, word) => t.replaceAll(word, ' '), text))
    : name
  const side = sided.saysOne(SIDES.L) ? 'L' : sided.saysOne(SIDES.R) ? 'R' : null
  const alone =
    parameter.max - parameter.min <= ALONE_RANGE && name.lettersBeside([...regionWords, ...ALONE_WORDS]) <= ALONE_LETTERS
  return { parameter, region, aspects, side, alone }
}

const fits = (sense: Sense, { region, aspect, not = [], alone = false }: ChannelWords): boolean =>
  sense.region === region &&
  (!alone || sense.alone) &&
  (aspect === undefined || sense.aspects.has(aspect)) &&
  !not.some((other: Aspect) => sense.aspects.has(other))

/** Two eyes may have a parameter each for what is one channel. */
const BOTH_EYES: ReadonlySet<FaceChannelName> = new Set(['gazeX', 'gazeY', 'irisScale', 'cheek'])

export class ParameterFinder {
  readonly #parameters: readonly Moc3Parameter[]
  readonly #byId: ReadonlyMap<string, Moc3Parameter>
  readonly #names: ReadonlyMap<string, string>
  readonly #taken = new Set<string>()
  readonly #found = new Map<FaceChannelName, Found>()

  constructor(parameters: readonly Moc3Parameter[], names: ReadonlyMap<string, string>) {
    this.#parameters = parameters
    // The first of two that differ in case alone.
    this.#byId = new Map([...parameters].reverse().map((p) => [plainId(p.id), p]))
    this.#names = names
  }

  find(): ReadonlyMap<FaceChannelName, Found> {
    for (const { name } of FACE_CHANNELS) this.#take(name, this.#withId(name), 'id')
    const named = (p: Moc3Parameter): string => this.#names.get(p.id) ?? ''
    // An id may be a name too: 'LeftEyeOpening'.
    for (const text of [named, (p: Moc3Parameter) => p.id]) {
      for (const { name } of FACE_CHANNELS) this.#take(name, this.#withVowel(name, text), 'name')
      const senses = this.#parameters.flatMap((p) => senseOf(p, text(p)) ?? [])
      for (const words of [CHANNEL_WORDS, SECOND_WORDS])
        for (const { name } of FACE_CHANNELS) this.#take(name, this.#withWords(name, words[name], senses), 'name')
    }
    return this.#found
  }

  #take(channel: FaceChannelName, parameters: readonly Moc3Parameter[], by: 'id' | 'name'): void {
    if (parameters.length === 0 || this.#found.has(channel)) return
    for (const { id } of parameters) this.#taken.add(id)
    this.#found.set(channel, { channel, parameters, by })
  }

  #free(parameters: readonly Moc3Parameter[]): readonly Moc3Parameter[] {
    return parameters.filter(({ id }) => !this.#taken.has(id))
  }

  #withId(channel: FaceChannelName): readonly Moc3Parameter[] {
    for (const ids of CHANNEL_IDS[channel]) {
      const together = ids.split('+').map((id) => this.#byId.get(id))
      if (together.every((p) => p !== undefined)) return this.#free(together)
    }
    return []
  }

  #withVowel(channel: FaceChannelName, text: (p: Moc3Parameter) => string): readonly Moc3Parameter[] {
    const vowels = (VOWEL_NAMES[channel] ?? []).map(plain)
    return this.#free(this.#parameters.filter((p) => vowels.includes(plain(text(p))))).slice(0, 1)
  }

  #withWords(channel: FaceChannelName, words: ChannelWords | undefined, senses: readonly Sense[]): readonly Moc3Parameter[] {
    if (!words || this.#found.has(channel)) return []
    const fitting = senses.filter((sense) => !this.#taken.has(sense.parameter.id) && fits(sense, words))
    const sided = fitting.filter((sense) => sense.side === (words.side ?? null))
    if (sided.length > 0) return sided.slice(0, 1).map((s) => s.parameter)
    // One for both eyes is the left one's: the right one's frame says the same but for a wink.
    const otherwise = words.side === undefined ? fitting : words.side === 'L' ? fitting.filter((s) => s.side === null) : []
    return otherwise.slice(0, BOTH_EYES.has(channel) ? 2 : 1).map((s) => s.parameter)
  }
}
