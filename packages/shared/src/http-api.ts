// Every HTTP route in one list that can be read: the router is built from it, and so is the OpenAPI document.
import { z } from 'zod'
import { Character } from './character'
import { Person } from './happening'
import { PartHealth } from './health'
import { HEARING_ROUTES } from './http-hearing'
import { LOOKS_ROUTES } from './http-looks'
import { RIG_ROUTES } from './http-rig'
import { SAFETY_ROUTES } from './http-safety'
import { VOICE_ROUTES } from './http-voice'
import { Slug } from './ids'
import { Emotion } from './mood'
import { TurnRecord } from './panel-wire'
import { done, route } from './route'
import { Settings } from './settings'

/** Longest raw text a request may carry; the sanitiser then cuts to 500 graphemes. */
const rawText = z.string().min(1).max(4096)

export const SayRequest = z.strictObject({ text: rawText, emotion: Emotion.optional() })
export const SayReply = z.object({ turnId: z.string(), text: z.string() })
export const ChatRequest = z.strictObject({
  text: rawText,
  from: z.strictObject({ platform: Person.shape.platform, id: Person.shape.id, name: Person.shape.name }).optional(),
  /** False answers in text only. */
  speak: z.boolean().default(true),
})
export const ChatReply = z.object({
  turnId: z.string(),
  reply: z.string(),
  emotion: Emotion,
  /** Ids of earlier turns the answer leans on. */
  remembered: z.array(z.string()),
  /** Tokens the mind wrote; the built-in mind counts words. */
  tokens: z.number().int(),
  timings: z.object({ firstTextMs: z.number(), allTextMs: z.number() }),
})
export const StopReply = z.object({ stopped: z.boolean(), heard: z.string() })
export const CharacterFile = z.object({ id: Slug, yaml: z.string(), character: Character, active: z.boolean() })
export const CharacterPut = z.strictObject({ yaml: z.string().min(1).max(200_000) })
export const CharacterList = z.object({ characters: z.array(z.object({ id: Slug, name: z.string(), active: z.boolean() })) })
export const HealthReply = z.object({ ready: z.boolean(), parts: z.array(PartHealth) })
export const FoundMinds = z.object({
  minds: z.array(z.object({ name: z.string(), baseUrl: z.string(), models: z.array(z.string()) })),
})
export const OverlayAddress = z.object({ url: z.string() })
export const TurnsReply = z.object({ turns: z.array(TurnRecord) })

export type SayRequest = z.infer<typeof SayRequest>
export type SayReply = z.infer<typeof SayReply>
export type ChatRequest = z.infer<typeof ChatRequest>
export type ChatReply = z.infer<typeof ChatReply>
export type StopReply = z.infer<typeof StopReply>
export type CharacterFile = z.infer<typeof CharacterFile>
export type HealthReply = z.infer<typeof HealthReply>
export type FoundMinds = z.infer<typeof FoundMinds>
export type TurnsReply = z.infer<typeof TurnsReply>

export const ROUTES = [
  route({
    name: 'say',
    method: 'POST',
    path: '/api/say',
    summary: 'Speak this text word for word.',
    token: 'control',
    request: SayRequest,
    response: SayReply,
  }),
  route({
    name: 'chat',
    method: 'POST',
    path: '/api/chat',
    summary: 'Write to her; she answers, aloud unless speak is false.',
    token: 'control',
    request: ChatRequest,
    response: ChatReply,
  }),
  route({
    name: 'stop',
    method: 'POST',
    path: '/api/stop',
    summary: 'End sound, queue and thought at once.',
    token: 'control',
    response: StopReply,
  }),
  route({
    name: 'health',
    method: 'GET',
    path: '/api/health',
    summary: 'Every part: ok, or what to do.',
    token: 'control',
    response: HealthReply,
  }),
  route({
    name: 'turns',
    method: 'GET',
    path: '/api/turns',
    summary: 'The latest exchanges, oldest first.',
    token: 'control',
    query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
    response: TurnsReply,
  }),
  route({
    name: 'listCharacters',
    method: 'GET',
    path: '/api/characters',
    summary: 'All characters.',
    token: 'control',
    response: CharacterList,
  }),
  route({
    name: 'getCharacter',
    method: 'GET',
    path: '/api/characters/:id',
    summary: 'One character file.',
    token: 'control',
    response: CharacterFile,
  }),
  route({
    name: 'putCharacter',
    method: 'PUT',
    path: '/api/characters/:id',
    summary: 'Write a character file; a mistake is answered with file and line and changes nothing.',
    token: 'control',
    request: CharacterPut,
    response: CharacterFile,
  }),
  route({
    name: 'deleteCharacter',
    method: 'DELETE',
    path: '/api/characters/:id',
    summary: 'Move a character file to the bin folder.',
    token: 'control',
    response: done,
  }),
  route({
    name: 'getSettings',
    method: 'GET',
    path: '/api/settings',
    summary: 'What the user chose.',
    token: 'control',
    response: Settings,
  }),
  route({
    name: 'putSettings',
    method: 'PUT',
    path: '/api/settings',
    summary: 'Choose; applies at once.',
    token: 'control',
    request: Settings,
    response: Settings,
  }),
  route({
    name: 'findMinds',
    method: 'GET',
    path: '/api/minds',
    summary: 'OpenAI-compatible servers answering on this machine.',
    token: 'control',
    response: FoundMinds,
  }),
  ...HEARING_ROUTES,
  ...LOOKS_ROUTES,
  ...RIG_ROUTES,
  ...SAFETY_ROUTES,
  ...VOICE_ROUTES,
  route({
    name: 'overlayAddress',
    method: 'GET',
    path: '/api/overlay-address',
    summary: 'The address for the OBS browser source.',
    token: 'control',
    response: OverlayAddress,
  }),
  route({
    name: 'rotateOverlay',
    method: 'POST',
    path: '/api/overlay-address',
    summary: 'A new overlay token; the old one stops working at once.',
    token: 'control',
    response: OverlayAddress,
  }),
  route({
    name: 'healthz',
    method: 'GET',
    path: '/healthz',
    summary: 'Is the process up.',
    token: 'none',
    response: z.object({ ok: z.literal(true) }),
  }),
] as const
export type RouteName = (typeof ROUTES)[number]['name']
