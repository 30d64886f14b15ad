// A live chat as YouTube's API lists it, on loopback: clients poll page by page. In: what viewers and moderators do, and outages. Out: pages, and what was written and moderated.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface YoutubeServer {
  readonly port: number
  /** Returns the message's id. */
  say(name: string, text: string, id?: string): string
  /** Any other item: superChatEvent, newSponsorEvent, messageDeletedEvent … */
  item(type: string, name: string, details: Record<string, unknown>, id?: string): string
  readonly written: readonly string[]
  readonly moderated: readonly string[]
  refuse(refusing: boolean): void
  /** The next thing written is refused for this reason. */
  refuseNext(reason: string): void
  /** All items have been given, and the client has come again since. */
  allTaken(): boolean
  close(): Promise<void>
}

export const TOKEN = 'good-token'
const PAGE = 500
const POLL_EVERY_MS = 1000
export const channelIdOf = (name: string) => `UC-${name.toLowerCase()}`

export async function startYoutubeServer(): Promise<YoutubeServer> {
  const items: Record<string, unknown>[] = []
  const written: string[] = []
  const moderated: string[] = []
  const reasons: string[] = []
  const sockets = new Set<Socket>()
  let refusing = false
  let taken = 0

  const list = (query: URLSearchParams) => {
    const from = Number(query.get('pageToken') ?? items.length)
    const page = items.slice(from, from + PAGE)
    const next = from + page.length
    // Who asks for what comes after has taken what came before.
    taken = from
    return { nextPageToken: String(next), pollingIntervalMillis: next < items.length ? 0 : POLL_EVERY_MS, items: page }
  }
  const act = (method: string, path: string, query: URLSearchParams, body: string): { status: number; json: unknown } => {
    const reason = method === 'POST' && path.endsWith('/messages') ? reasons.shift() : undefined
    if (reason) return { status: 403, json: { error: { message: reason } } }
    if (method === 'POST' && path.endsWith('/messages')) {
      const text = String(JSON.parse(body).snippet.textMessageDetails.messageText)
      written.push(text)
      const id = push('textMessageEvent', 'Tori', { displayMessage: text, textMessageDetails: { messageText: text } })
      return { status: 200, json: { id } }
    }
    if (method === 'DELETE') moderated.push(`delete ${query.get('id')}`)
    else {
      const { banDurationSeconds, bannedUserDetails } = JSON.parse(body).snippet
      moderated.push(
        banDurationSeconds
          ? `timeout ${bannedUserDetails.channelId} ${banDurationSeconds}`
          : `ban ${bannedUserDetails.channelId}`,
      )
    }
    return { status: 200, json: {} }
  }
  const hear = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const mayAct = request.headers.authorization === `Bearer ${TOKEN}`
    const { status, json } =
      request.method === 'GET'
        ? { status: 200, json: list(searchParams) }
        : mayAct
          ? act(request.method ?? '', pathname, searchParams, Buffer.concat(chunks).toString('utf8'))
          : { status: 401, json: { error: { message: 'Login required.' } } }
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
    response.end(JSON.stringify(json))
  }
  const push = (type: string, name: string, details: Record<string, unknown>, id = `yt-${items.length + 1}`): string => {
    items.push({
      id,
      snippet: { type, publishedAt: '2026-03-02T12:00:00Z', hasDisplayContent: true, ...details },
      authorDetails: {
        channelId: channelIdOf(name),
        displayName: name,
        isChatOwner: false,
        isChatModerator: false,
        isChatSponsor: false,
      },
    })
    return id
  }
  const http = createServer((request, response) => {
    hear(request, response).catch(() => response.destroy())
  })
  http.on('connection', (socket: Socket) => {
    if (refusing) return void socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    port: (http.address() as AddressInfo).port,
    ...{ written, moderated },
    say: (name, text, id) =>
      push('textMessageEvent', name, { displayMessage: text, textMessageDetails: { messageText: text } }, id),
    item: push,
    refuse(next) {
      refusing = next
      if (next) for (const socket of sockets) socket.destroy()
    },
    refuseNext: (reason) => void reasons.push(reason),
    allTaken: () => taken === items.length,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
