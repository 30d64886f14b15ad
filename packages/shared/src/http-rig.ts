// The part of the API that is about the stream around her: OBS, Twitch, the load of the machine.
import { z } from 'zod'
import { Platform } from './happening'
import { LoadState } from './load'
import { ObsAction, ObsState } from './obs'
import { done, route } from './route'
import { TwitchState } from './twitch'

export const ObsSetupOrder = z.strictObject({
  /** Where she is put; absent = the scene viewers see. */
  scene: z.string().min(1).max(200).optional(),
})
export type ObsSetupOrder = z.infer<typeof ObsSetupOrder>

/** png, base64. */
export const ObsPicture = z.object({ png: z.string() })
export type ObsPicture = z.infer<typeof ObsPicture>

export const ChatModeration = z
  .strictObject({
    platform: Platform,
    /** Take this line back … */
    messageId: z.string().min(1).max(128).optional(),
    /** … or silence this person: for so many seconds, or for ever. */
    personId: z.string().min(1).max(100).optional(),
    seconds: z.number().int().min(1).max(1_209_600).optional(),
  })
  .refine(
    ({ messageId, personId }) => (messageId === undefined) !== (personId === undefined),
    'Name a line or a person, one of them.',
  )
export type ChatModeration = z.infer<typeof ChatModeration>

export const RIG_ROUTES = [
  route({
    name: 'obs',
    method: 'GET',
    path: '/api/obs',
    summary: 'How OBS is: connection, scenes, sources, what is on air, what is set up.',
    token: 'control',
    response: ObsState,
  }),
  route({
    name: 'putObsPassword',
    method: 'PUT',
    path: '/api/obs/password',
    summary: "The password of OBS's WebSocket server; kept in a file of its own, never told again. An empty one removes it.",
    token: 'control',
    request: z.strictObject({ password: z.string().max(200) }),
    response: ObsState,
  }),
  route({
    name: 'connectObs',
    method: 'POST',
    path: '/api/obs/connect',
    summary: 'Try again now.',
    token: 'control',
    response: ObsState,
  }),
  route({
    name: 'setUpObs',
    method: 'POST',
    path: '/api/obs/setup',
    summary: 'Put her into OBS: browser source, own sound, own track; what cannot be done is told as what to click.',
    token: 'control',
    request: ObsSetupOrder,
    response: ObsState,
  }),
  route({
    name: 'undoObsSetup',
    method: 'DELETE',
    path: '/api/obs/setup',
    summary: 'Take out what the setup put in.',
    token: 'control',
    response: ObsState,
  }),
  route({
    name: 'actInObs',
    method: 'POST',
    path: '/api/obs/act',
    summary: 'Do one thing in OBS; answers with what takes it back, or null when it was so already.',
    token: 'control',
    request: ObsAction,
    response: z.object({ back: ObsAction.nullable() }),
  }),
  route({
    name: 'tryObsRule',
    method: 'POST',
    path: '/api/obs/rules/:id/try',
    summary: 'Let a rule act now, and go back as it says.',
    token: 'control',
    response: done,
  }),
  route({
    name: 'obsPicture',
    method: 'GET',
    path: '/api/obs/picture',
    summary: 'A picture of a source, or of what viewers see.',
    token: 'control',
    query: z.object({
      source: z.string().min(1).max(200).optional(),
      width: z.coerce.number().int().min(64).max(1920).default(640),
    }),
    response: ObsPicture,
  }),
  route({
    name: 'twitch',
    method: 'GET',
    path: '/api/twitch',
    summary: 'Who is signed in at Twitch, and what comes from there.',
    token: 'control',
    response: TwitchState,
  }),
  route({
    name: 'signInTwitch',
    method: 'POST',
    path: '/api/twitch/login',
    summary: 'Ask Twitch for a code to sign in with; the state tells code and address.',
    token: 'control',
    response: TwitchState,
  }),
  route({
    name: 'signOutTwitch',
    method: 'DELETE',
    path: '/api/twitch/login',
    summary: 'Sign out: the token is revoked and removed.',
    token: 'control',
    response: TwitchState,
  }),
  route({
    name: 'moderate',
    method: 'POST',
    path: '/api/moderation',
    summary: 'Take a chat line back, or silence somebody, on the platform and here.',
    token: 'control',
    request: ChatModeration,
    response: done,
  }),
  route({
    name: 'load',
    method: 'GET',
    path: '/api/load',
    summary: 'How much of the machine she takes, and what she does without.',
    token: 'control',
    response: LoadState,
  }),
] as const
