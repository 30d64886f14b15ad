// What is known of a model in, how the face reaches it out: a map that works at once, and in words what it lacks.
import { AvatarMap, type ChannelLink, CubismId, type MouthKind } from '@psiona/shared/avatar-map'
import type { FaceChannelName } from '@psiona/shared/face-frame'
import { SIDE_IDS } from './channel-ids'
import { channelOf, linksBetween } from './channel-links'
import { expressionsByEmotion, motionsByCue, tapsByArea } from './expression-finder'
import type { Moc3Parameter } from './moc3-model'
import type { ModelDictEntry } from './model-dict'
import { ParameterFinder } from './parameter-finder'
import { plainId } from './plain-name'
import type { VTube } from './vtube'
import { vtubeLinks } from './vtube-links'

export interface MapFacts {
  readonly parameters: readonly Moc3Parameter[]
  /** Id → what the artist calls it (cdi3). */
  readonly names?: ReadonlyMap<string, string>
  readonly lipSyncIds: readonly string[]
  readonly eyeBlinkIds: readonly string[]
  /** In the order of the model3.json, which numbers of an emotion map mean. */
  readonly expressions: readonly string[]
  readonly motionGroups: readonly string[]
  /** Names, or ids where an area has no name. */
  readonly hitAreas: readonly string[]
  readonly vtube?: VTube
  readonly dict?: ModelDictEntry
}

export interface SuggestedMap {
  readonly map: AvatarMap
  /** Sentences for her owner. */
  readonly notes: readonly string[]
}

const VOWELS = ['vowelA', 'vowelI', 'vowelU', 'vowelE', 'vowelO'] as const
/** Fewer shapes than these do not make speech. */
const LEAST_VOWELS = 3
/** A model has a few hundred links at most: more parameters than channels are never linked. */
const MOST_LINKS = 200
const MOST_TAPS = 100
const MOST_PARAMETERS = 4000
const LONGEST_NAME = 200

/** What a map has no room for is not looked at: names beyond its limits, and the tail of a file that was not made by an artist. */
const mappable = (facts: MapFacts): MapFacts => ({
  ...facts,
  parameters: facts.parameters.filter(({ id }) => CubismId.safeParse(id).success).slice(0, MOST_PARAMETERS),
  motionGroups: facts.motionGroups.filter((group) => group.length <= LONGEST_NAME),
  hitAreas: facts.hitAreas.filter((area) => area.length <= LONGEST_NAME),
  // Numbers of an emotion map count all of them, so none is left out.
  expressions: facts.expressions.map((name) => (name.length <= LONGEST_NAME ? name : '')),
})

export function suggestMap(given: MapFacts): SuggestedMap {
  const facts = mappable(given)
  const links = new ChannelLinks(facts)
  const motions = motionsByCue(facts.motionGroups, facts.dict)
  const expressions = expressionsByEmotion(facts.expressions, facts.dict)
  const map = AvatarMap.parse({
    mouth: links.mouth,
    links: links.all.slice(0, MOST_LINKS),
    expressions,
    motions,
    taps: Object.fromEntries(Object.entries(tapsByArea(facts.hitAreas, facts.motionGroups, facts.dict)).slice(0, MOST_TAPS)),
  })
  return { map, notes: notesOn(facts, links, map) }
}

class ChannelLinks {
  readonly #links = new Map<FaceChannelName, readonly ChannelLink[]>()
  readonly mouth: MouthKind
  /** Channels that a name or VTube Studio's settings led to. */
  readonly guessed: readonly FaceChannelName[]

  constructor(facts: MapFacts) {
    const known = new Map(facts.parameters.map((p) => [p.id, p]))
    const found = new ParameterFinder(facts.parameters, facts.names ?? new Map()).find()
    for (const [channel, { parameters }] of found)
      this.#add(
        channel,
        parameters.flatMap((p) => linksBetween(channelOf(channel), p)),
      )
    for (const { id, channel, against } of SIDE_IDS) {
      const parameter = facts.parameters.find((p) => plainId(p.id) === id)
      if (!parameter || found.has(channel)) continue
      const turned = against ? { ...parameter, min: parameter.max, max: parameter.min } : parameter
      this.#add(channel, [...this.#of(channel), ...linksBetween(channelOf(channel), turned)])
    }
    const byVtube = vtubeLinks(facts.vtube, known)
    for (const [channel, links] of byVtube) if (!this.has(channel)) this.#add(channel, links)
    this.#byGroups(facts, known)
    this.mouth = this.#chooseMouth(facts.lipSyncIds)
    this.guessed = [...this.#links.keys()].filter(
      (channel) => found.get(channel)?.by === 'name' || (!found.has(channel) && byVtube.has(channel)),
    )
  }

  get all(): readonly ChannelLink[] {
    return [...this.#links.values()].flat()
  }

  has(channel: FaceChannelName): boolean {
    return this.#of(channel).length > 0
  }

  #of(channel: FaceChannelName): readonly ChannelLink[] {
    return this.#links.get(channel) ?? []
  }

  #add(channel: FaceChannelName, links: readonly ChannelLink[]): void {
    if (links.length > 0) this.#links.set(channel, links)
  }

  /** The groups of the model3.json say what opens mouth and eyes when no id and no name does. */
  #byGroups({ lipSyncIds, eyeBlinkIds }: MapFacts, known: ReadonlyMap<string, Moc3Parameter>): void {
    const used = new Set(this.all.map(({ parameter }) => parameter))
    const free = (ids: readonly string[]): Moc3Parameter[] => ids.flatMap((id) => (used.has(id) ? [] : (known.get(id) ?? [])))
    const speaks = this.has('mouthOpen') || this.#vowels >= LEAST_VOWELS
    const [lips] = speaks ? [] : free(lipSyncIds)
    if (lips) this.#add('mouthOpen', linksBetween(channelOf('mouthOpen'), lips))
    const eyes = free(eyeBlinkIds)
    for (const channel of ['eyeOpenL', 'eyeOpenR'] as const) {
      const eye = this.has(channel) ? undefined : eyes.shift()
      if (eye) this.#add(channel, linksBetween(channelOf(channel), eye))
    }
  }

  get #vowels(): number {
    return VOWELS.filter((vowel) => this.has(vowel)).length
  }

  /** A mouth that opens by a parameter and by vowels would open twice: the vowels stay where the artist's lip sync asks for them. */
  #chooseMouth(lipSyncIds: readonly string[]): MouthKind {
    const asked = VOWELS.some((vowel) => this.#of(vowel).some(({ parameter }) => lipSyncIds.includes(parameter)))
    const byVowels = this.#vowels >= LEAST_VOWELS && (asked || !this.has('mouthOpen'))
    for (const channel of byVowels ? (['mouthOpen'] as const) : VOWELS) this.#links.delete(channel)
    if (byVowels) return 'vowels'
    if (!this.has('mouthOpen')) return 'none'
    return this.has('mouthForm') ? 'open-form' : 'open-only'
  }
}

const notesOn = (facts: MapFacts, links: ChannelLinks, map: AvatarMap): string[] => {
  const feelings = Object.keys(map.expressions).length
  const remarks: readonly (readonly [boolean, string])[] = [
    [map.mouth === 'none', 'No parameter opens her mouth: her lips stay still when she speaks.'],
    [map.mouth === 'vowels', 'Her mouth has a shape for each vowel and is moved by these.'],
    [map.mouth === 'open-only', 'Her mouth opens and closes, and has no other shape.'],
    [!links.has('eyeOpenL') && !links.has('eyeOpenR'), 'No parameter closes her eyes: she does not blink.'],
    [!links.has('angleX') && !links.has('angleY'), 'No parameter turns her head.'],
    [!links.has('gazeX'), 'No parameter moves her eyes: she looks straight ahead.'],
    [!links.has('breath'), 'No parameter lets her breathe.'],
    [links.guessed.length > 0, `Found by name, please look: ${links.guessed.join(', ')}.`],
    [facts.expressions.length > 0 && feelings === 0, 'No expression is named after a feeling: choose them by hand.'],
    [
      facts.motionGroups.length > 0 && map.motions.idle === undefined,
      'No group of motions is for resting: she sways by herself.',
    ],
  ]
  return remarks.flatMap(([so, sentence]) => (so ? [sentence] : []))
}
