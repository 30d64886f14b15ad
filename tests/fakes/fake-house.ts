// A house that remembers what it was asked and answers at once. In: calls of the stage. Out: plausible answers, and the list of calls.
import {
  type Bubble,
  Character,
  type CharacterFile,
  defaultSettings,
  type ModelInfo,
  OWNER,
  Problem,
  type Settings,
  type Tally,
  type TurnRecord,
} from '@psiona/shared'
import type { House, HouseNews } from '../../apps/server/src/house'
import { createMicrophoneSwitch } from '../../apps/server/src/microphone-switch'
import { topic } from '../../apps/server/src/streams'
import { aCore, aLook, aModelCard, aModelReport, aModelSheet, aSceneModel } from './looks'
import { aChatMood, aLoad, anObs, aSafety, aTwitch } from './rig'
import { createRigHouse } from './rig-house'

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

export const aModel: ModelInfo = {
  id: 'whisper-tiny-en',
  title: 'Whisper tiny',
  job: 'offline',
  languages: ['en'],
  bytes: 1000,
  licence: { name: 'MIT', url: 'https://example.org/' },
  monetised: 'yes',
  note: 'Small.',
  state: 'absent',
  receivedBytes: 0,
  bytesPerSecond: null,
  problem: null,
}

/** A text whose recording is never finished. */
export const ENDLESS = 'endless'

export interface FakeHouse extends House {
  readonly calls: { readonly name: string; readonly with: unknown }[]
  tally: Tally
  /** Chat lines on the overlay when somebody joins. */
  onPicture: Bubble[]
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
  const onModel = async (name: string, id: string): Promise<ModelInfo> => {
    called(name, id)
    if (id !== aModel.id) throw new Problem('no-model', 'missing', 'There is no model of that name. Choose another.')
    return aModel
  }
  const microphone = createMicrophoneSwitch({
    mode: 'open',
    onChange: (state) => house.news.publish({ type: 'microphone-changed', microphone: state }),
  })
  const house: FakeHouse = {
    calls,
    tally: 'listening',
    onPicture: [],
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
      async putAppearance(id, change) {
        called('putAppearance', { id, change })
        return { yaml: 'a: b', before: 'a: c' }
      },
      async putDials(id, dials) {
        called('putDials', { id, dials })
        return { yaml: 'a: b', before: 'a: c' }
      },
      async remove(id) {
        called('removeCharacter', id)
      },
    },
    findMinds: async () => ({ minds: [] }),
    microphone: {
      state: () => microphone.state(),
      gate: () => microphone.gate(),
      set(change) {
        called('setMicrophone', change)
        return microphone.set(change)
      },
      plugged: (source) => microphone.plugged('stage', source),
      pageEars: (ears) => called('pageEars', ears),
      pageTranscript: (transcript) => called('pageTranscript', transcript),
      pageEarsOrder: () => ({ on: false, language: 'en-US' }),
    },
    async testHearing(seconds) {
      called('testHearing', seconds)
      return { seconds, speech: [], text: '', steps: [], wav: '' }
    },
    findRecognisers: async () => ({ recognisers: [] }),
    models: {
      list: async () => ({ models: [aModel], freeBytes: null }),
      pull: (id) => onModel('pullModel', id),
      pause: (id) => onModel('pauseModel', id),
      verify: (id) => onModel('verifyModel', id),
      remove: (id) => onModel('removeModel', id),
    },
    traces: {
      list: async () => [],
      async wipe(kind) {
        called('wipe', kind)
        return 0
      },
    },
    voices: {
      list: async () => ({ voices: [], engines: [{ choice: { kind: 'psi' }, title: 'ψ', detail: '' }] }),
      async render(request, gone) {
        called('renderVoice', request)
        if (request.text === ENDLESS) {
          await new Promise((resolve) => gone.addEventListener('abort', resolve, { once: true }))
          called('left', request)
        }
        return {
          wav: 'UklGRg==',
          audioSeconds: 1,
          renderMs: 10,
          loudnessLufs: -18,
          truePeakDbtp: -3,
          face: { fps: 60, channels: ['mouthOpen'], frames: [[0]] },
          words: [],
          visemes: [],
          captions: { vtt: 'WEBVTT', srt: '' },
          visemeStreams: [],
          notes: [],
        }
      },
      references: () => [],
      async addReference(upload) {
        called('addReference', upload)
        return { id: 'mine', name: upload.name, speaker: upload.speaker, seconds: 5, consent: { ...upload.consent, at: 1 } }
      },
      removeReference: (id) => called('removeReference', id),
    },
    ratings: {
      list: () => [],
      draw(request) {
        called('drawRound', request)
        return { id: 'round', kind: request.kind, questions: [] }
      },
      sound: async () => 'UklGRg==',
      add(answer) {
        called('addRating', answer)
        return { ...answer, kind: 'ab', text: '', sounds: [{ engine: 'psi:character', emotion: {} }], at: 1 }
      },
      wipe: () => 0,
    },
    avatars: {
      list: async () => ({ models: [aModelCard], removed: [] }),
      async import(upload, name) {
        let bytes = 0
        for await (const chunk of upload.chunks) bytes += chunk.length
        called('importAvatar', { bytes, announced: upload.bytes, name })
        return aModelReport
      },
      async get(id) {
        if (id !== aModelCard.id) throw new Problem('no-model', 'missing', 'There is no model of that name. Choose another.')
        return { sheet: aModelSheet, suggested: aModelSheet, report: aModelReport, scene: aSceneModel }
      },
      async put(id, sheet) {
        called('putAvatar', { id, sheet })
        return sheet
      },
      async remove(id) {
        called('removeAvatar', id)
      },
      async restore(id) {
        called('restoreAvatar', id)
      },
    },
    cubism: {
      state: () => aCore,
      async fetch(licenceVersion) {
        called('fetchCubism', licenceVersion)
        return aCore
      },
      async put(upload, licenceVersion) {
        let bytes = 0
        for await (const chunk of upload.chunks) bytes += chunk.length
        called('putCubism', { bytes, licenceVersion })
        return aCore
      },
      async remove() {
        called('removeCubism', null)
        return aCore
      },
    },
    look: {
      state: async () => aLook,
      async put(change) {
        called('putLook', change)
        return aLook
      },
    },
    bubbles: () => house.onPicture,
    showEffect: (effect) => called('showEffect', effect),
    ...createRigHouse(called),
    async learnVoice() {
      called('learnVoice', null)
      return 4
    },
    snapshot: () => ({
      tally: house.tally,
      turns: [aTurn],
      chat: [],
      health: house.health(),
      settings,
      character: { id: 'tori', name: 'Tori' },
      emotion: {},
      microphone: microphone.state(),
      models: [aModel],
      safety: aSafety,
      obs: anObs,
      twitch: aTwitch,
      load: aLoad,
      chatMood: aChatMood,
      events: [],
    }),
    scene: () => ({
      character: { id: 'tori', name: 'Tori' },
      model: aSceneModel,
      overlay: settings.overlay,
    }),
  }
  return house
}
