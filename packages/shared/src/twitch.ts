// Twitch as the panel shows it: who reads, who is signed in, what may be written there.
import { z } from 'zod'

export const TwitchSettings = z.strictObject({
  /** Channel to read, without '#'; empty = off. */
  channel: z
    .string()
    .toLowerCase()
    .regex(/^(?:[a-z0-9_]{2,25})?$/, 'a Twitch channel name: 2 to 25 letters, digits or _')
    .default(''),
  /** Of the owner's own application at dev.twitch.tv (kind: public); needed to sign in, not to read. */
  clientId: z
    .string()
    .regex(/^(?:[a-z0-9]{20,40})?$/, 'the client id of a Twitch application: 20 to 40 small letters and digits')
    .default(''),
  /** What she writes in chat: nothing, her answers to viewers as replies, or those that are also said. */
  writes: z.enum(['nothing', 'answers']).default('nothing'),
})
export type TwitchSettings = z.infer<typeof TwitchSettings>

export const TwitchState = z.object({
  channel: z.string(),
  /** 'waiting': a code stands on the screen and wants to be entered at Twitch. 'expired': sign in again. */
  login: z.enum(['none', 'waiting', 'signed-in', 'expired']),
  /** Signed in as; '' = nobody. */
  name: z.string(),
  scopes: z.array(z.string()),
  /** What stands on the screen meanwhile. */
  device: z.object({ code: z.string(), url: z.string(), expiresAt: z.number() }).nullable(),
  /** Events that come, by kind: 'follow', 'redeem' …; and those that do not, with why. */
  events: z.array(z.object({ title: z.string(), state: z.enum(['on', 'off', 'trouble']), why: z.string() })),
  /** Lines that wait to be written because of Twitch's limits. */
  waitingToWrite: z.number().int(),
  moderator: z.boolean(),
  /** What is wrong and what to do; '' when nothing is. */
  detail: z.string(),
})
export type TwitchState = z.infer<typeof TwitchState>
