// A speech server that does as it is told. In: scripts, one per question. Out: real HTTP in the OpenAI dialect, as several servers write it, well behaved or not; and what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type TranscriptionScript =
  /** Answers in one piece. */
  | { readonly kind: 'json'; readonly text: string | ((wav: Uint8Array) => string | Promise<string>) }
  /** Streams these when asked to, as OpenAI, speaches or vLLM write it. `cut` sends the bytes in pieces of so many. */
  | {
      readonly kind: 'stream'
      readonly as: Dialect
      readonly pieces: readonly string[]
      readonly cut?: number
      readonly done?: boolean
    }
  /** Knows the sound, but not the word stream. */
  | { readonly kind: 'no-stream'; readonly status: number; readonly text: string }
  /** Streams these, then nothing for ever; without `headers` not even the head. */
  | { readonly kind: 'hang'; readonly pieces?: readonly string[]; readonly headers?: boolean }
  /** A letter of its answer at a time, for ever. */
  | { readonly kind: 'drip'; readonly onLetter: () => void }
  /** Streams these, then drops the connection; without any it drops it before the head. */
  | { readonly kind: 'drop'; readonly pieces?: readonly string[] }
  | { readonly kind: 'status'; readonly status: number; readonly location?: string }
  | { readonly kind: 'raw'; readonly contentType: string; readonly body: string }

export type Dialect = 'deltas' | 'segments' | 'chunks'

export interface AskedTranscription {
  readonly path: string
  /** All of the form but its file. */
  readonly fields: Readonly<Record<string, string>>
  readonly file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }
}

export interface TranscriptionServer {
  readonly baseUrl: string
  readonly asked: AskedTranscription[]
  /** What the next questions get, in order; the last one stays. */
  script(...scripts: TranscriptionScript[]): void
  /** Resolves when a client has hung up before its answer ended. */
  hungUp(): Promise<void>
  /** Resolves when the next question has come and its script has been played as far as it goes. */
  played(): Promise<void>
  close(): Promise<void>
}

export interface TranscriptionServerOptions {
  /** GET /v1/models; null = not there. `task` as speaches tells it. */
  readonly models?: readonly { readonly id: string; readonly task?: string }[] | null
  /** Shows at / the page of a whisper.cpp server that listens on this path. */
  readonly whisperCpp?: string
  /** 0 = any. */
  readonly port?: number
}

const eventOf = (dialect: Dialect, piece: string): string =>
  `data: ${JSON.stringify(
    dialect === 'deltas'
      ? { type: 'transcript.text.delta', delta: piece, logprobs: null }
      : dialect === 'segments'
        ? { text: piece.trim() }
        : { id: 't', object: 'transcription.chunk', choices: [{ delta: { content: piece }, finish_reason: null }] },
  )}\n\n`

async function questionOf(request: IncomingMessage): Promise<AskedTranscription> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(Buffer.concat(chunks), { headers }).formData()
  const file = form.get('file')
  if (!(file instanceof File)) throw new Error('a form without a file')
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { path: request.url ?? '', fields: Object.fromEntries(fields), file: { name: file.name, type: file.type, bytes } }
}

async function play(script: TranscriptionScript, { fields, file }: AskedTranscription, response: ServerResponse): Promise<void> {
  const write = (bytes: Buffer | string) => new Promise<void>((resolve) => void response.write(bytes, () => resolve()))
  const json = (body: object) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
  const stream = async (pieces: readonly string[], dialect: Dialect = 'deltas', cut?: number) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    response.flushHeaders()
    const events = pieces.map((piece) => eventOf(dialect, piece))
    for (const part of cut ? [events.join('')] : events) {
      const bytes = Buffer.from(part)
      for (let at = 0; at < bytes.length; at += cut ?? bytes.length) await write(bytes.subarray(at, at + (cut ?? bytes.length)))
    }
  }
  switch (script.kind) {
    case 'json':
      return json({ text: typeof script.text === 'string' ? script.text : await script.text(file.bytes) })
    case 'stream': {
      const { as, pieces } = script
      const text = pieces.join(as === 'segments' ? ' ' : '')
      if (fields.stream !== 'true') return json({ text })
      await stream(pieces, as, script.cut)
      if (as === 'deltas' && script.done !== false)
        await write(`data: ${JSON.stringify({ type: 'transcript.text.done', text })}\n\n`)
      response.end(as === 'segments' || script.done === false ? '' : 'data: [DONE]\n\n')
      return
    }
    case 'no-stream':
      if (fields.stream === undefined) return json({ text: script.text })
      response.writeHead(script.status, { 'content-type': 'application/json' })
      response.end('{"detail":"unknown field stream"}')
      return
    case 'hang':
      if (script.headers !== false) await stream(script.pieces ?? [])
      return
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/json' })
      const dripping = setInterval(() => response.write(' ', script.onLetter), 2)
      response.on('close', () => clearInterval(dripping))
      return
    }
    case 'drop':
      if (script.pieces) await stream(script.pieces)
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

export async function transcriptionServer(options: TranscriptionServerOptions = {}): Promise<TranscriptionServer> {
  const { models = [{ id: 'whisper-tiny' }], whisperCpp, port = 0 } = options
  const asked: AskedTranscription[] = []
  let scripts: TranscriptionScript[] = [{ kind: 'json', text: 'Hello.' }]
  const sockets = new Set<Socket>()
  let hangUps: (() => void)[] = []
  let players: (() => void)[] = []
  const all = (waiting: (() => void)[]) => {
    for (const resolve of waiting) resolve()
  }
  const look = (path: string, response: ServerResponse) => {
    if (path === '/v1/models' && models) {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ object: 'list', data: models.map((model) => ({ object: 'model', ...model })) }))
    } else if (path === '/' && whisperCpp) {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(`<html><body>\n<h1>Whisper.cpp Server</h1>\n\n        <h2>${whisperCpp}</h2><pre>curl …</pre></body></html>`)
    } else {
      response.writeHead(404, { 'content-type': 'text/plain' })
      response.end('File Not Found')
    }
  }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'GET') return look(request.url ?? '', response)
    const question = await questionOf(request)
    asked.push(question)
    const script = scripts.length > 1 ? scripts.shift()! : scripts[0]!
    response.on('close', () => {
      if (!response.writableFinished) all(hangUps.splice(0))
    })
    await play(script, question, response)
    all(players.splice(0))
  }
  // A question that is broken off in the middle gets no answer.
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
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
