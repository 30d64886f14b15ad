// Which rules hold and whether she is silent. In: what the owner chose, whether anybody watches, what is on screen. Out: a policy and a silence, each with its reason in words.
import type { Air, Moment, PolicyName, SafetySettings } from '@psiona/shared'

export type PolicyInForce = Exclude<PolicyName, 'auto'>
export interface PolicyChoice {
  readonly name: PolicyInForce
  /** 'twitch, because you are on air' */
  readonly why: string
  /** 'you are on air' */
  readonly because: string
}

/** As in 'rules of …'. */
export const POLICY_TITLES: Readonly<Record<PolicyInForce, string>> = {
  twitch: 'Twitch',
  youtube: 'YouTube',
  family: 'the family table',
  private: 'a private room',
}
const SCREENS: Readonly<Record<Moment, string>> = {
  starting: 'A starting screen is on.',
  live: 'The show is on screen, and you want silence there.',
  break: 'A break is on screen.',
  ending: 'An end screen is on.',
}

/** `chatRead`: a chat is being read, so that somebody may watch although nobody says so. */
export function policyOf({ policy }: Pick<SafetySettings, 'policy'>, air: Air, chatRead: boolean): PolicyChoice {
  const chosen = (name: PolicyInForce, because: string): PolicyChoice => ({ name, because, why: `${name}, because ${because}` })
  if (policy !== 'auto') return chosen(policy, 'you chose it')
  if (air.known) return air.onAir ? chosen('twitch', 'you are on air') : chosen('private', 'you are not on air')
  return chatRead
    ? chosen('twitch', 'a chat is read and OBS does not say whether you are on air')
    : chosen('private', 'nobody watches')
}

/** '' = she may speak. Off air every screen is a rehearsal. */
export const silenceOf = (air: Air, silentIn: readonly Moment[]): string =>
  air.known && air.onAir && air.moment && silentIn.includes(air.moment) ? SCREENS[air.moment] : ''
