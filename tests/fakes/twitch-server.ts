// A chat server on loopback that speaks Twitch's dialect. In: what viewers and moderators do, and what goes wrong. Out: lines to whoever is connected.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import * as dialect from './twitch-dialect'

export interface ViewerLine {
  readonly name: string
  readonly text: string
  readonly id?: string
  readonly action?: boolean
  readonly tags?: Record<string, string>
}

export interface TwitchServer {
  readonly port: number
  /** Clients connected now. */
  readonly connected: number
  /** Every line a client has sent, oldest first. */
  readonly received: readonly string[]
  /** Returns the message's id. */
  say(channel: string, line: ViewerLine): string
  userNotice(channel: string, kind: string, line: ViewerLine, params?: Record<string, string>): void
  clearMessage(id: string): void
  /** Everything, or one viewer's lines: for ever, or with a length. */
  clearChat(name?: string, timeoutSeconds?: number): void
  /** Asks clients to come back, as before maintenance. */
  reconnect(): void
  /** Cuts every connection without a word. */
  dropAll(): void
  /** New connections are cut before they say hello. */
  refuse(refusing: boolean): void
  /** The network is there but nothing comes: hellos and pings stay unanswered. */
  mute(muted: boolean): void
  /** Sends a line as it is. */
  raw(line: string): void
  /** When somebody is in the channel. */
  joined(channel: string): Promise<void>
  /** When a client has sent this very line. */
  asked(line: string): Promise<void>
  /** When somebody has knocked after this call, let in or not. */
  knocked(): Promise<void>
  /** When every client has read all that was sent. */
  read(): Promise<void>
  close(): Promise<void>
}

export interface TwitchServerOptions {
  /** Channels that nobody has. */
  readonly missing?: readonly string[]
  readonly suspended?: readonly string[]
}

interface Client {
  readonly socket: WebSocket
  readonly channels: Set<string>
  readonly capabilities: Set<string>
  nick: string
  /** Said by this client: text and when, for the limits. */
  readonly said: { readonly text: string; readonly atMs: number }[]
}

const SENDING = { most: 20, withinMs: 30_000 }
const KNOWN_CAPABILITIES = ['twitch.tv/tags', 'twitch.tv/commands', 'twitch.tv/membership']

export async function startTwitchServer({ missing = [], suspended = [] }: TwitchServerOptions = {}): Promise<TwitchServer> {
  const http = createServer()
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: (offered) => (offered.has('irc') ? 'irc' : false) })
  const clients = new Set<Client>()
  const received: string[] = []
  const messages = new Map<string, { readonly channel: string; readonly message: dialect.ChatMessage }>()
  const pongs = new Map<Client, (() => void)[]>()
  const joins: { readonly channel: string; readonly resolve: () => void }[] = []
  const questions: { readonly line: string; readonly resolve: () => void }[] = []
  const knocks: (() => void)[] = []
  /** Let in to neither speak nor leave. */
  const stuck = new Set<Duplex>()
  let refusing = false
  let muted = false
  let count = 0

  const send = (client: Client, ...lines: string[]) => {
    if (!muted) client.socket.send(lines.map((line) => `${line}\r\n`).join(''))
  }
  const plain = (line: string) => line.replace(/^@\S+ /, '')
  const toChannel = (channel: string, line: string, needs?: string) => {
    for (const client of clients)
      if (client.channels.has(channel) && (!needs || client.capabilities.has(needs)))
        send(client, client.capabilities.has('twitch.tv/tags') ? line : plain(line))
  }
  const everyChannel = () => new Set([...clients].flatMap(({ channels }) => [...channels]))

  const join = (client: Client, channel: string) => {
    if (suspended.includes(channel))
      return send(client, dialect.notice(channel, 'msg_channel_suspended', 'This channel does not exist or has been suspended.'))
    if (missing.includes(channel)) return
    client.channels.add(channel)
    send(client, ...dialect.joinEcho(client.nick, channel))
    if (client.capabilities.has('twitch.tv/commands'))
      send(
        client,
        ...(client.nick.startsWith('justinfan') ? [] : [dialect.userState(client.nick, channel)]),
        dialect.roomState(channel),
      )
    for (const waiting of joins.filter((one) => one.channel === channel)) waiting.resolve()
  }
  const privmsg = (client: Client, channel: string, text: string) => {
    if (client.nick.startsWith('justinfan') || !client.channels.has(channel)) return
    const now = performance.now()
    const recent = client.said.filter(({ atMs }) => now - atMs < SENDING.withinMs)
    if (recent.length >= SENDING.most)
      return send(
        client,
        dialect.notice(channel, 'msg_ratelimit', 'Your message was not sent because you are sending messages too quickly.'),
      )
    if (recent.some((other) => other.text === text))
      return send(
        client,
        dialect.notice(
          channel,
          'msg_duplicate',
          'Your message was not sent because it is identical to the previous one you sent.',
        ),
      )
    client.said.push({ text, atMs: now })
    send(client, dialect.userState(client.nick, channel))
  }
  const hear = (client: Client, line: string) => {
    received.push(line)
    for (const question of questions.filter((one) => one.line === line)) question.resolve()
    const [, command = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(line) ?? []
    switch (command) {
      case 'CAP': {
        const asked = rest
          .replace(/^REQ :/, '')
          .split(' ')
          .filter((name) => KNOWN_CAPABILITIES.includes(name))
        for (const name of asked) client.capabilities.add(name)
        return send(client, dialect.acknowledged(asked.join(' ')))
      }
      case 'PASS':
        if (!rest.startsWith('oauth:') || rest === 'oauth:good') return
        send(client, dialect.notice(null, null, 'Login authentication failed'))
        return client.socket.close()
      case 'NICK':
        client.nick = rest.toLowerCase()
        send(client, ...dialect.greeting(client.nick))
        return client.nick.startsWith('justinfan') ? undefined : send(client, dialect.globalUserState(client.nick))
      case 'JOIN':
        for (const channel of rest.split(',')) join(client, channel.trim().slice(1).toLowerCase())
        return
      case 'PART':
        client.channels.delete(rest.slice(1))
        return send(client, dialect.partEcho(client.nick, rest.slice(1)))
      case 'PRIVMSG': {
        const [, channel = '', text = ''] = /^#(\S+) :(.*)$/s.exec(rest) ?? []
        return privmsg(client, channel, text)
      }
      case 'PING':
        return send(client, dialect.PONG)
      case 'PONG':
        return pongs.get(client)?.shift()?.()
    }
  }

  sockets.on('connection', (socket) => {
    const client: Client = { socket, channels: new Set(), capabilities: new Set(), nick: '', said: [] }
    clients.add(client)
    socket.on('message', (data) => {
      for (const line of String(data).split('\r\n')) if (line) hear(client, line)
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clients.delete(client)
      for (const resolve of pongs.get(client) ?? []) resolve()
      pongs.delete(client)
    })
  })
  http.on('upgrade', (request, stream: Duplex, head) => {
    for (const resolve of knocks.splice(0)) resolve()
    if (refusing) stream.destroy()
    else if (muted) stuck.add(stream)
    else sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))

  const nextMessage = ({ id, ...line }: ViewerLine): dialect.ChatMessage => ({ ...line, id: id ?? `message-${++count}` })
  return {
    port: (http.address() as AddressInfo).port,
    received,
    get connected() {
      return clients.size
    },
    say(channel, line) {
      const message = nextMessage(line)
      messages.set(message.id, { channel, message })
      toChannel(channel, dialect.message(channel, message, Date.now()))
      return message.id
    },
    userNotice: (channel, kind, line, params = {}) =>
      toChannel(channel, dialect.userNotice(channel, nextMessage(line), kind, params, Date.now()), 'twitch.tv/commands'),
    clearMessage(id) {
      const known = messages.get(id)
      if (known) toChannel(known.channel, dialect.clearMessage(known.channel, known.message, Date.now()), 'twitch.tv/commands')
    },
    clearChat(name, timeoutSeconds) {
      for (const channel of everyChannel())
        toChannel(channel, dialect.clearChat(channel, name, timeoutSeconds, Date.now()), 'twitch.tv/commands')
    },
    reconnect() {
      for (const client of clients) send(client, dialect.RECONNECT)
    },
    dropAll() {
      for (const { socket } of clients) socket.terminate()
      clients.clear()
    },
    refuse: (next) => {
      refusing = next
    },
    mute: (next) => {
      muted = next
    },
    raw(line) {
      for (const client of clients) send(client, line)
    },
    joined: (channel) =>
      everyChannel().has(channel) ? Promise.resolve() : new Promise((resolve) => joins.push({ channel, resolve })),
    asked: (line) => (received.includes(line) ? Promise.resolve() : new Promise((resolve) => questions.push({ line, resolve }))),
    knocked: () => new Promise((resolve) => knocks.push(resolve)),
    async read() {
      await Promise.all(
        [...clients].map(
          (client) =>
            new Promise<void>((resolve) => {
              pongs.set(client, [...(pongs.get(client) ?? []), resolve])
              send(client, dialect.PING)
            }),
        ),
      )
    },
    async close() {
      for (const { socket } of clients) socket.terminate()
      for (const stream of stuck) stream.destroy()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
