// A house that remembers what it was asked and answers at once. In: calls of the stage. Out: plausible answers, and the list of calls.
import {
  Character,
  type CharacterFile,
  defaultSettings,
  OWNER,
  Problem,
  type Settings,
  type Tally,
  type TurnRecord,
} from '@psiona/shared'
import type { House, HouseNews } from '../../apps/server/src/house'
import { topic } from '../../apps/server/src/streams'

export const aCharacter = Character.parse({
  identity: { name: 'Tori', role: 'companion', about: 'Somebody to talk to.' },
  traits: {},
  style: { greetings: ['Hi.'], goodbyes: ['Bye.'] },
})

export const aTurn: TurnRecord = {
  id: 'turn-1',
  at: 1_700_000_000_000,
  kind: 'ask',
  from: OWNER,
  said: 'How are you?',
  answered: 'Fine.',
  heard: 'Fine.',
  emotion: { joy: 0.5 },
  status: 'done',
  firstAudioMs: 60,
}

export interface FakeHouse extends House {
  readonly calls: { readonly name: string; readonly with: unknown }[]
  tally: Tally
  /** Thrown by the next call that writes. */
  failure: unknown
}

export function createFakeHouse(): FakeHouse {
  const calls: FakeHouse['calls'] = []
  let settings: Settings = defaultSettings()
  const file = (id: string, yaml = 'identity: {}'): CharacterFile => ({ id, yaml, character: aCharacter, active: id === 'tori' })
  const called = (name: string, given: unknown) => {
    calls.push({ name, with: given })
    const { failure } = house
    house.failure = null
    if (failure !== null) throw failure
  }
  const house: FakeHouse = {
    calls,
    tally: 'listening',
    failure: null,
    news: topic<HouseNews>(),
    async ask(request) {
      called('ask', request)
      const timings = { firstTextMs: 1, allTextMs: 2 }
      return { turnId: 'turn-2', reply: 'Well.', emotion: { calm: 0.4 }, remembered: [], tokens: 1, timings }
    },
    async say(request) {
      called('say', request)
      return { turnId: 'turn-3', text: request.text }
    },
    async stop() {
      called('stop', null)
      return { stopped: true, heard: 'Well' }
    },
    health: () => [{ part: 'voice', state: 'ok', detail: 'portable kernel' }],
    turns: async (limit) => [aTurn].slice(0, limit),
    settings: () => settings,
    async putSettings(next) {
      called('putSettings', next)
      settings = next
      return next
    },
    characters: {
      list: async () => [{ id: 'tori', name: 'Tori', active: true }],
      async get(id) {
        if (id !== 'tori') throw new Problem('no-character', 'missing', 'There is no character of that name. Choose another.')
        return file(id)
      },
      async put(id, yaml) {
        called('putCharacter', { id, yaml })
        return file(id, yaml)
      },
      async remove(id) {
        called('removeCharacter', id)
      },
    },
    findMinds: async () => ({ minds: [] }),
    snapshot: () => ({
      tally: house.tally,
      turns: [aTurn],
      chat: [],
      health: house.health(),
      settings,
      character: { id: 'tori', name: 'Tori' },
      emotion: {},
    }),
    scene: () => ({
      character: { id: 'tori', name: 'Tori' },
      model: { id: 'tori', kind: 'puppet', url: '/models/tori/tori.rig.json' },
      subtitles: settings.overlay.subtitles,
      badge: settings.overlay.badge,
    }),
  }
  return house
}
