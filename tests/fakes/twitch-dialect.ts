// What Twitch's chat server says, line by line, as Twitch says it (not as IRC's standard does). In: facts about a message. Out: lines without their line end.

export interface ChatMessage {
  readonly name: string
  readonly text: string
  readonly id: string
  /** Said with /me. */
  readonly action?: boolean
  /** Added to, or instead of, the usual tags. */
  readonly tags?: Record<string, string>
}

/** A stable number for a name, as Twitch has one for every account. */
export const userIdOf = (name: string): string =>
  String([...name.toLowerCase()].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900_000_000, 7) + 100_000_000)

const ESCAPES: Record<string, string> = { ';': '\\:', ' ': '\\s', '\\': '\\\\', '\r': '\\r', '\n': '\\n' }
const tagged = (tags: Record<string, string>) =>
  `@${Object.entries(tags)
    .map(([key, value]) => `${key}=${value.replace(/[; \\\r\n]/g, (letter) => ESCAPES[letter] ?? '')}`)
    .join(';')} `

const loginOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9_]/g, '') || 'viewer'
const from = (login: string) => `:${login}!${login}@${login}.tmi.twitch.tv`
const roomId = (channel: string) => userIdOf(channel)

const userTags = (channel: string, name: string, id: string, sentMs: number) => ({
  'badge-info': '',
  badges: '',
  color: '#1E90FF',
  'display-name': name,
  emotes: '',
  'first-msg': '0',
  flags: '',
  id,
  mod: '0',
  'room-id': roomId(channel),
  subscriber: '0',
  'tmi-sent-ts': String(sentMs),
  turbo: '0',
  'user-id': userIdOf(name),
  'user-type': '',
})

export const acknowledged = (capabilities: string) => `:tmi.twitch.tv CAP * ACK :${capabilities}`

export const greeting = (nick: string): string[] => [
  `:tmi.twitch.tv 001 ${nick} :Welcome, GLHF!`,
  `:tmi.twitch.tv 002 ${nick} :Your host is tmi.twitch.tv`,
  `:tmi.twitch.tv 003 ${nick} :This server is rather new`,
  `:tmi.twitch.tv 004 ${nick} :-`,
  `:tmi.twitch.tv 375 ${nick} :-`,
  `:tmi.twitch.tv 372 ${nick} :You are in a maze of twisty passages, all alike.`,
  `:tmi.twitch.tv 376 ${nick} :>`,
]

export const globalUserState = (nick: string) =>
  `${tagged({ 'badge-info': '', badges: '', color: '', 'display-name': nick, 'emote-sets': '0', 'user-id': userIdOf(nick), 'user-type': '' })}:tmi.twitch.tv GLOBALUSERSTATE`

export const joinEcho = (nick: string, channel: string): string[] => [
  `${from(nick)} JOIN #${channel}`,
  `:${nick}.tmi.twitch.tv 353 ${nick} = #${channel} :${nick}`,
  `:${nick}.tmi.twitch.tv 366 ${nick} #${channel} :End of /NAMES list`,
]
export const partEcho = (nick: string, channel: string) => `${from(nick)} PART #${channel}`

export const userState = (nick: string, channel: string) =>
  `${tagged({ 'badge-info': '', badges: '', color: '', 'display-name': nick, 'emote-sets': '0', mod: '0', subscriber: '0', 'user-type': '' })}:tmi.twitch.tv USERSTATE #${channel}`

export const roomState = (channel: string) =>
  `${tagged({ 'emote-only': '0', 'followers-only': '-1', r9k: '0', 'room-id': roomId(channel), slow: '0', 'subs-only': '0' })}:tmi.twitch.tv ROOMSTATE #${channel}`

export const message = (channel: string, { name, text, id, action, tags }: ChatMessage, sentMs: number) => {
  const body = action ? `\u0001ACTION ${text}\u0001` : text
  return `${tagged({ ...userTags(channel, name, id, sentMs), ...tags })}${from(loginOf(name))} PRIVMSG #${channel} :${body}`
}

/** sub, resub, subgift, submysterygift, raid, announcement; `params` become msg-param-*. */
export const userNotice = (
  channel: string,
  { name, text, id, tags }: ChatMessage,
  kind: string,
  params: Record<string, string>,
  sentMs: number,
) => {
  const own = Object.fromEntries(Object.entries(params).map(([key, value]) => [`msg-param-${key}`, value]))
  const all = {
    ...userTags(channel, name, id, sentMs),
    login: loginOf(name),
    'msg-id': kind,
    'system-msg': `${name}: ${kind}`,
    ...own,
    ...tags,
  }
  return `${tagged(all)}:tmi.twitch.tv USERNOTICE #${channel}${text ? ` :${text}` : ''}`
}

export const clearMessage = (channel: string, { name, text, id }: ChatMessage, sentMs: number) =>
  `${tagged({ login: loginOf(name), 'room-id': '', 'target-msg-id': id, 'tmi-sent-ts': String(sentMs) })}:tmi.twitch.tv CLEARMSG #${channel} :${text}`

/** Without a name all of the chat; with one, a ban, or a timeout when it has a length. */
export const clearChat = (channel: string, name: string | undefined, timeoutSeconds: number | undefined, sentMs: number) => {
  const tags = {
    ...(timeoutSeconds === undefined ? {} : { 'ban-duration': String(timeoutSeconds) }),
    'room-id': roomId(channel),
    ...(name === undefined ? {} : { 'target-user-id': userIdOf(name) }),
    'tmi-sent-ts': String(sentMs),
  }
  return `${tagged(tags)}:tmi.twitch.tv CLEARCHAT #${channel}${name === undefined ? '' : ` :${loginOf(name)}`}`
}

export const notice = (channel: string | null, id: string | null, text: string) =>
  `${id === null ? '' : tagged({ 'msg-id': id })}:tmi.twitch.tv NOTICE ${channel === null ? '*' : `#${channel}`} :${text}`

export const PING = 'PING :tmi.twitch.tv'
/** Twitch answers a client's PING without saying who it is. */
export const PONG = 'PONG :tmi.twitch.tv'
export const RECONNECT = ':tmi.twitch.tv RECONNECT'
