// The Twitch hook with the broadcaster signed in. In: options of the reading. Out: the same when every event is subscribed to, and how a kind of event stands.
import type { TwitchState } from '@psiona/shared'
import { EVENTSUB_TOPICS } from '../../apps/server/src/hooks/twitch/eventsub-topics'
import { userIdOf } from './twitch-dialect'
import { startTwitchReading, type TwitchReading, type TwitchReadingOptions } from './twitch-reading'

export const MIRA = { user_id: userIdOf('Mira'), user_login: 'mira', user_name: 'Mira' }
export const REDEEM = 'channel.channel_points_custom_reward_redemption.add'

export function stateOf({ hook }: TwitchReading, title: string): TwitchState['events'][number] {
  const found = hook.state().events.find((one) => one.title === title)
  if (!found) throw new Error(`no ${title}`)
  return found
}
/** The last topic is settled: so are the others. */
export const listening = (twitch: TwitchReading) => twitch.when(() => stateOf(twitch, 'offline').state === 'on')

export async function startTwitchSignedIn(
  options: TwitchReadingOptions = { signedIn: { name: 'Psiona' } },
): Promise<TwitchReading> {
  const twitch = await startTwitchReading(options)
  await twitch.read()
  await twitch.api.events.subscribed(EVENTSUB_TOPICS.length)
  await listening(twitch)
  return twitch
}
