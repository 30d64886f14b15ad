// What she asks the streamer for at Twitch, and nothing beyond it: each scope with what it is for.

const SCOPES = {
  'user:read:chat': 'to see what moderators take back',
  'user:write:chat': 'to write in chat',
  'user:read:moderated_channels': 'to know whether she may write as a moderator',
  'moderator:read:followers': 'to see follows',
  'channel:read:subscriptions': 'to see subscriptions and gifts',
  'channel:read:redemptions': 'to see redeemed rewards',
  'channel:read:polls': 'to see polls',
  'channel:read:predictions': 'to see predictions',
  'channel:read:ads': 'to see ad breaks',
  'channel:moderate': 'to see bans and timeouts',
  'moderator:manage:chat_messages': 'to delete messages',
  'moderator:manage:banned_users': 'to time people out and ban them',
} as const

export const TWITCH_SCOPES: readonly string[] = Object.keys(SCOPES)

/** In words, for a scope that was not given. */
export const whatFor = (scope: string): string => Object.entries(SCOPES).find(([name]) => name === scope)?.[1] ?? `for ${scope}`
