// A model server that does as it is told. In: scripts, one per question. Out: real HTTP in the OpenAI dialect, well behaved or not; and what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type Script =
  /** Streams these deltas; `thoughts` go before them as reasoning_content. `cut` sends the bytes in pieces of so many. */
  | {
      readonly kind: 'stream'
      readonly deltas: readonly string[]
      readonly thoughts?: string
      readonly lineEnd?: '\n' | '\r\n'
      readonly cut?: number
      readonly done?: boolean
      readonly usage?: number
    }
  /** Obeys everybody: says the last message back, and then all it was sent. */
  | { readonly kind: 'obey' }
  /** Answers in one piece, as a server without streaming does. */
  | { readonly kind: 'whole'; readonly text: string }
  /** Streams these, then nothing for ever. */
  | { readonly kind: 'hang'; readonly deltas?: readonly string[]; readonly headers?: boolean }
  /** Streams these, then an error inside the stream. */
  | { readonly kind: 'error-inside'; readonly deltas: readonly string[] }
  /** Streams these, then drops the connection. */
  | { readonly kind: 'drop'; readonly deltas: readonly string[] }
  | { readonly kind: 'status'; readonly status: number; readonly location?: string }
  | { readonly kind: 'raw'; readonly contentType: string; readonly body: string }

export interface Asked {
  readonly path: string
  readonly body: {
    readonly model: string
    readonly stream: boolean
    readonly messages: readonly { readonly role: string; readonly content: string }[]
  }
}

export interface OpenaiServer {
  readonly baseUrl: string
  readonly asked: Asked[]
  /** What the next questions get, in order; the last one stays. */
  script(...scripts: Script[]): void
  /** Resolves when a client has hung up before its answer ended. */
  hungUp(): Promise<void>
  /** Resolves when the next question has come and its script has been played as far as it goes. */
  played(): Promise<void>
  close(): Promise<void>
}

export async function openaiServer(models: readonly string[] = ['tiny']): Promise<OpenaiServer> {
  const asked: Asked[] = []
  let scripts: Script[] = [{ kind: 'stream', deltas: ['Hello.'] }]
  const sockets = new Set<Socket>()
  let hangUps: (() => void)[] = []
  let players: (() => void)[] = []
  const all = (waiting: (() => void)[]) => {
    for (const resolve of waiting) resolve()
  }

  const play = async (script: Script, response: ServerResponse, { messages }: Asked['body']) => {
    const write = (bytes: Buffer) => new Promise<void>((resolve) => response.write(bytes, () => resolve()))
    const events = async (deltas: readonly string[], options: { thoughts?: string; lineEnd?: string; cut?: number } = {}) => {
      const lineEnd = options.lineEnd ?? '\n'
      const event = (delta: object) =>
        `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: null }] })}${lineEnd}${lineEnd}`
      const text = [
        event({ role: 'assistant', content: '' }),
        ...(options.thoughts ? [event({ reasoning_content: options.thoughts })] : []),
        ...deltas.map((content) => event({ content })),
      ]
      for (const part of options.cut ? [text.join('')] : text) {
        const bytes = Buffer.from(part)
        const size = options.cut ?? bytes.length
        for (let at = 0; at < bytes.length; at += size) await write(bytes.subarray(at, at + size))
      }
    }
    const stream = () => response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    switch (script.kind) {
      case 'stream':
        stream()
        await events(script.deltas, script)
        if (script.usage !== undefined)
          await write(Buffer.from(`data: ${JSON.stringify({ choices: [], usage: { completion_tokens: script.usage } })}\n\n`))
        response.end(script.done === false ? '' : 'data: [DONE]\n\n')
        return
      case 'obey':
        stream()
        await events([messages.at(-1)?.content ?? '', ...messages.map(({ content }) => content)])
        response.end('data: [DONE]\n\n')
        return
      case 'whole':
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(
          JSON.stringify({
            choices: [{ index: 0, message: { role: 'assistant', content: script.text } }],
            usage: { completion_tokens: 7 },
          }),
        )
        return
      case 'hang':
        if (script.headers === false) return
        stream()
        if (script.deltas) await events(script.deltas)
        else response.flushHeaders()
        return
      case 'error-inside':
        stream()
        await events(script.deltas)
        response.end(`data: ${JSON.stringify({ error: { message: 'out of memory', code: 500 } })}\n\n`)
        return
      case 'drop':
        stream()
        await events(script.deltas)
        response.destroy()
        return
      case 'status':
        response.writeHead(script.status, {
          'content-type': 'application/json',
          ...(script.location ? { location: script.location } : {}),
        })
        response.end('{"error":{"message":"no"}}')
        return
      case 'raw':
        response.writeHead(200, { 'content-type': script.contentType })
        response.end(script.body)
        return
      default:
        script satisfies never
    }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (request.method === 'GET') {
      const list =
        request.url === '/v1/models'
          ? { object: 'list', data: models.map((id) => ({ id, object: 'model' })) }
          : { models: models.map((name) => ({ name })) }
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(list))
      return
    }
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked['body']
    asked.push({ path: request.url ?? '', body })
    const script = scripts.length > 1 ? scripts.shift()! : scripts[0]!
    response.on('close', () => {
      if (!response.writableFinished) all(hangUps.splice(0))
    })
    await play(script, response, body)
    all(players.splice(0))
  }
  const server = createServer((request, response) => void answer(request, response))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    asked,
    script: (...next) => {
      scripts = [...next]
    },
    hungUp: () => new Promise((resolve) => hangUps.push(resolve)),
    played: () => new Promise((resolve) => players.push(resolve)),
    async close() {
      hangUps = []
      players = []
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
