// Twitch's sign-in, for an application that has no secret. In: client id, codes, tokens. Out: codes and tokens, or in a word why not.
import { Problem } from '@psiona/shared'
import { z } from 'zod'
import type { TwitchHttp } from './twitch-http'
import type { TwitchPlaces } from './twitch-places'

/** 1 to 60 s: an answer of 0 would have us ask without a pause. */
const DeviceAnswer = z
  .object({
    device_code: z.string().min(1),
    user_code: z.string().min(1).max(40),
    verification_uri: z.url({ protocol: /^https$/ }),
    expires_in: z.number().positive(),
    interval: z.number().catch(5),
  })
  .transform((answer) => ({
    deviceCode: answer.device_code,
    code: answer.user_code,
    url: answer.verification_uri,
    expiresInSeconds: answer.expires_in,
    intervalSeconds: Math.min(60, Math.max(1, answer.interval)),
  }))
export type DeviceCode = z.infer<typeof DeviceAnswer>

const TokenAnswer = z
  .object({ access_token: z.string().min(1), refresh_token: z.string().min(1) })
  .transform((answer) => ({ accessToken: answer.access_token, refreshToken: answer.refresh_token }))
export type TokenPair = z.infer<typeof TokenAnswer>

const ValidAnswer = z
  .object({
    login: z.string().min(1).max(100),
    user_id: z.string().min(1).max(100),
    scopes: z.array(z.string()).nullish(),
    expires_in: z.number(),
  })
  .transform((answer) => ({
    name: answer.login,
    userId: answer.user_id,
    scopes: answer.scopes ?? [],
    expiresInSeconds: answer.expires_in,
  }))
export type ValidToken = z.infer<typeof ValidAnswer>
const Complaint = z.object({ message: z.string() })

export interface TwitchId {
  /** All of them @throws Problem where Twitch cannot be reached or answers nonsense. */
  askCode(clientId: string, scopes: readonly string[], signal: AbortSignal): Promise<DeviceCode>
  /** 'gone': the code has expired, was used, or somebody said no. */
  collect(
    code: { readonly clientId: string; readonly scopes: readonly string[]; readonly deviceCode: string },
    signal: AbortSignal,
  ): Promise<TokenPair | 'pending' | 'slow-down' | 'gone'>
  /** A refresh token works once. */
  refresh(clientId: string, refreshToken: string, signal: AbortSignal): Promise<TokenPair | 'refused' | 'wants-secret'>
  validate(accessToken: string, signal: AbortSignal): Promise<ValidToken | 'refused'>
  revoke(clientId: string, accessToken: string, signal: AbortSignal): Promise<void>
}

const garbled = () =>
  new Problem('twitch-garbled', 'broken', 'Twitch answers something else than it should. Try again in a minute.')
const troubled = () =>
  new Problem('twitch-troubled', 'busy', 'Twitch has trouble of its own at the moment. Try again in a minute.')
const unknownClient = () =>
  new Problem(
    'twitch-client',
    'refused',
    'Twitch does not know this client id. Copy it again from your application at dev.twitch.tv.',
  )
const shaped = <T>(schema: z.ZodType<T>, json: unknown): T => {
  const found = schema.safeParse(json)
  if (!found.success) throw garbled()
  return found.data
}
const complaintIn = (json: unknown): string => Complaint.safeParse(json).data?.message.toLowerCase() ?? ''

export function createTwitchId(http: TwitchHttp, { id }: TwitchPlaces): TwitchId {
  const post = async (path: string, form: Record<string, string>, signal: AbortSignal) => {
    const text = new URLSearchParams(form).toString()
    const body = { contentType: 'application/x-www-form-urlencoded', text }
    const answer = await http({ url: `${id}${path}`, method: 'POST', body }, signal)
    if (answer.status >= 500 || answer.status === 429) throw troubled()
    return { ok: answer.status === 200, json: answer.json, complaint: complaintIn(answer.json) }
  }
  return {
    async askCode(clientId, scopes, signal) {
      const { ok, json, complaint } = await post('device', { client_id: clientId, scopes: scopes.join(' ') }, signal)
      if (!ok) throw complaint.includes('client') ? unknownClient() : garbled()
      return shaped(DeviceAnswer, json)
    },
    async collect({ clientId, scopes, deviceCode }, signal) {
      const grant = 'urn:ietf:params:oauth:grant-type:device_code'
      const form = { client_id: clientId, scopes: scopes.join(' '), device_code: deviceCode, grant_type: grant }
      const { ok, json, complaint } = await post('token', form, signal)
      if (ok) return shaped(TokenAnswer, json)
      if (complaint.includes('pending')) return 'pending'
      return complaint.includes('slow_down') ? 'slow-down' : 'gone'
    },
    async refresh(clientId, refreshToken, signal) {
      const form = { client_id: clientId, grant_type: 'refresh_token', refresh_token: refreshToken }
      const { ok, json, complaint } = await post('token', form, signal)
      if (ok) return shaped(TokenAnswer, json)
      return complaint.includes('secret') ? 'wants-secret' : 'refused'
    },
    async validate(accessToken, signal) {
      const headers = { authorization: `OAuth ${accessToken}` }
      const { status, json } = await http({ url: `${id}validate`, method: 'GET', headers }, signal)
      if (status === 401) return 'refused'
      if (status !== 200) throw troubled()
      return shaped(ValidAnswer, json)
    },
    async revoke(clientId, accessToken, signal) {
      // 400: it had ended already.
      await post('revoke', { client_id: clientId, token: accessToken }, signal)
    },
  }
}
