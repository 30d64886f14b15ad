// The sign-in as it is kept between starts. In: tokens and whose they are. Out: the same, from the secrets; nothing when there is nothing usable.
import { z } from 'zod'
import type { Secrets } from '../../organs'

const TwitchTokens = z.object({
  /** Tokens belong to the application they were asked for by. */
  clientId: z.string().min(1),
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  /** '' until Twitch has said. */
  userId: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
})
export type TwitchTokens = Readonly<z.infer<typeof TwitchTokens>>

export function readTokens(secrets: Secrets): TwitchTokens | null {
  const kept = secrets.read('twitch-login')
  if (kept === null) return null
  try {
    return TwitchTokens.parse(JSON.parse(kept))
  } catch {
    // What cannot be read cannot be used; signing in again replaces it.
    return null
  }
}
/** @throws Problem of the disk */
export const writeTokens = (secrets: Secrets, tokens: TwitchTokens | null): void =>
  secrets.write('twitch-login', tokens && JSON.stringify(tokens))
