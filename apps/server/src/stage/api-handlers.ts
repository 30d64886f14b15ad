// What each route of the API does. In: parsed parameters, query and body. Out: the house's answer. The type checker holds the map to ROUTES.
import {
  OWNER,
  type PairingOffer,
  type PartName,
  type PhoneHome,
  type PhonesReply,
  Problem,
  sanitise,
  TraceKind,
} from '@psiona/shared'
import type { House } from '../house'
import type { ApiHandlers } from './api-route'
import { createRigHandlers } from './rig-handlers'

/** Without these she cannot answer; every other part she does without. */
const NEEDED_PARTS: ReadonlySet<PartName> = new Set(['mind', 'voice'])
/** Graphemes of a name or an id; a platform's longest names are 25 to 50. */
const MAX_NAME_GRAPHEMES = 100
const MAX_RENDERED_GRAPHEMES = 1000
const MAX_STATEMENT_GRAPHEMES = 1000

function readable(raw: string, field: string, maxGraphemes?: number): string {
  const clean = sanitise(raw, maxGraphemes)
  if (clean === '')
    throw new Problem('nothing-readable', 'input', `${field}: nothing readable is left of it. Write letters, digits or emoji.`)
  return clean
}

export interface OverlayDoor {
  url(): string
  /** A new token; whoever holds the old one is disconnected. */
  rotate(): Promise<void>
}

/** Phones on the local network. `pair` is answered by http-app.ts: it sets a cookie. */
export interface PhoneDoor {
  list(): PhonesReply
  offer(): Promise<PairingOffer>
  remove(id: string): Promise<void>
  home(): PhoneHome
}

export const createApiHandlers = (house: House, overlay: OverlayDoor, phones: PhoneDoor): ApiHandlers => ({
  say: ({ body }) =>
    house.say({ text: readable(body.text, 'text'), ...(body.emotion === undefined ? {} : { emotion: body.emotion }) }),
  chat: ({ body: { text, from, speak } }) =>
    house.ask({
      text: readable(text, 'text'),
      from: from
        ? {
            platform: from.platform,
            id: readable(from.id, 'from.id', MAX_NAME_GRAPHEMES),
            name: readable(from.name, 'from.name', MAX_NAME_GRAPHEMES),
          }
        : OWNER,
      aloud: speak,
    }),
  stop: () => house.stop(),
  health: () => {
    const parts = house.health()
    return { ready: parts.every(({ part, state }) => state !== 'trouble' || !NEEDED_PARTS.has(part)), parts }
  },
  turns: async ({ query }) => ({ turns: await house.turns(query.limit) }),
  listCharacters: async () => ({ characters: await house.characters.list() }),
  getCharacter: ({ parameters }) => house.characters.get(parameters.id),
  putCharacter: ({ parameters, body }) => house.characters.put(parameters.id, body.yaml),
  deleteCharacter: async ({ parameters }) => {
    await house.characters.remove(parameters.id)
    return { ok: true }
  },
  putDials: ({ parameters, body }) => house.characters.putDials(parameters.id, body.dials),
  putAppearance: ({ parameters, body }) => house.characters.putAppearance(parameters.id, body),
  listAvatars: () => house.avatars.list(),
  importAvatar: ({ upload, query }) => house.avatars.import(upload, sanitise(query.name, MAX_NAME_GRAPHEMES)),
  getAvatar: ({ parameters }) => house.avatars.get(parameters.id),
  putAvatar: ({ parameters, body }) => house.avatars.put(parameters.id, body),
  removeAvatar: async ({ parameters }) => {
    await house.avatars.remove(parameters.id)
    return { ok: true }
  },
  restoreAvatar: async ({ parameters }) => {
    await house.avatars.restore(parameters.id)
    return { ok: true }
  },
  cubism: () => house.cubism.state(),
  fetchCubism: ({ body }) => house.cubism.fetch(body.licenceVersion),
  putCubism: ({ upload, query }) => house.cubism.put(upload, query.licenceVersion),
  removeCubism: () => house.cubism.remove(),
  look: () => house.look.state(),
  putLook: ({ body }) => house.look.put(body),
  showEffect: ({ body }) => {
    house.showEffect({ ...body, caption: sanitise(body.caption, MAX_NAME_GRAPHEMES) })
    return { ok: true }
  },
  getSettings: () => house.settings(),
  putSettings: ({ body }) => house.putSettings(body),
  findMinds: () => house.findMinds(),
  microphone: () => house.microphone.state(),
  putMicrophone: ({ body }) => house.microphone.set(body),
  testHearing: ({ body }) => house.testHearing(body.seconds),
  findRecognisers: () => house.findRecognisers(),
  listModels: () => house.models.list(),
  pullModel: ({ parameters }) => house.models.pull(parameters.id),
  pauseModel: ({ parameters }) => house.models.pause(parameters.id),
  verifyModel: ({ parameters }) => house.models.verify(parameters.id),
  deleteModel: ({ parameters }) => house.models.remove(parameters.id),
  listPhones: () => phones.list(),
  offerPairing: () => phones.offer(),
  deletePhone: async ({ parameters }) => {
    await phones.remove(parameters.id)
    return { ok: true }
  },
  phoneHome: () => phones.home(),
  listTraces: async () => ({ traces: await house.traces.list() }),
  wipeTraces: async ({ parameters }) => {
    const kind = TraceKind.safeParse(parameters.kind)
    if (!kind.success)
      throw new Problem('no-such-trace', 'missing', `There is none of that kind; there are: ${TraceKind.options.join(', ')}.`)
    return { removed: await house.traces.wipe(kind.data) }
  },
  learnVoice: async () => ({ seconds: await house.learnVoice() }),
  listVoices: () => house.voices.list(),
  renderVoice: ({ body, gone }) =>
    house.voices.render({ ...body, text: readable(body.text, 'text', MAX_RENDERED_GRAPHEMES) }, gone),
  listReferences: () => ({ references: house.voices.references() }),
  addReference: ({ body: { name, speaker, consent, wav } }) =>
    house.voices.addReference({
      name: readable(name, 'name', MAX_NAME_GRAPHEMES),
      speaker: readable(speaker, 'speaker', MAX_NAME_GRAPHEMES),
      consent: { ...consent, statement: readable(consent.statement, 'consent.statement', MAX_STATEMENT_GRAPHEMES) },
      wav,
    }),
  removeReference: ({ parameters }) => {
    house.voices.removeReference(parameters.id)
    return { ok: true }
  },
  listRatings: () => ({ ratings: house.ratings.list() }),
  drawRound: ({ body }) => house.ratings.draw(body),
  ratedSound: async ({ parameters }) => ({ wav: await house.ratings.sound(parameters.key) }),
  addRating: ({ body }) => house.ratings.add({ ...body, listener: sanitise(body.listener, MAX_NAME_GRAPHEMES) }),
  wipeRatings: () => ({ removed: house.ratings.wipe() }),
  ...createRigHandlers(house),
  overlayAddress: () => ({ url: overlay.url() }),
  rotateOverlay: async () => {
    await overlay.rotate()
    return { url: overlay.url() }
  },
  healthz: () => ({ ok: true }),
})
