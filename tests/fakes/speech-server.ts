// A speech server that does as it is told. In: scripts, one per line. Out: real HTTP in the OpenAI dialect, as several servers write it, well
// behaved or not; and what it was asked.
import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type SpeechScript =
  /** These bytes; `cut` sends them in pieces of so many; `hold` waits for release() after so many bytes. */
  | {
      readonly kind: 'bytes'
      readonly contentType: string
      readonly bytes: Uint8Array
      readonly cut?: number
      readonly holdAfter?: number
    }
  /** Events with these pieces of sound; `end` is what stands behind them. */
  | { readonly kind: 'events'; readonly pieces: readonly Uint8Array[]; readonly cut?: number; readonly end?: string }
  /** Sends these, then nothing for ever; without any not even the head. */
  | { readonly kind: 'hang'; readonly bytes?: Uint8Array }
  /** Sends these, then drops the connection; without any it drops it before the head. */
  | { readonly kind: 'drop'; readonly bytes?: Uint8Array }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** A real voice: espeak-ng, streamed as it makes it, with a wav head of unknown length. */
  | { readonly kind: 'espeak' }

export interface AskedSpeech {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** Of the JSON or the form, but for its file. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Of a form. */
  readonly file: Uint8Array | null
}

export interface SpeechServer {
  readonly baseUrl: string
  readonly asked: AskedSpeech[]
  /** What the next lines get, in order; the last one stays. */
  script(...scripts: SpeechScript[]): void
  /** Lets what is held go on, now and later. */
  release(): void
  /** Resolves when a client has hung up before its answer ended. */
  hungUp(): Promise<void>
  /** Resolves when the next line has come and its script has been played as far as it goes. */
  played(): Promise<void>
  close(): Promise<void>
}

export interface SpeechServerOptions {
  /** GET /v1/audio/voices, as it is answered; absent = not there. */
  readonly voices?: unknown
  /** GET /v1/models; absent = not there. */
  readonly models?: unknown
  /** GET /openapi.json; absent = not there. */
  readonly description?: unknown
  /** 0 = any. */
  readonly port?: number
}

/** A description as FastAPI writes it of servers that take a recording. */
export const describedWith = (path: string, contentType: string, ...fields: string[]) => ({
  openapi: '3.1.0',
  paths: {
    '/health': { get: {} },
    [path]: { post: { requestBody: { content: { [contentType]: { schema: { $ref: '#/components/schemas/Speech' } } } } } },
  },
  components: { schemas: { Speech: { type: 'object', properties: Object.fromEntries(fields.map((field) => [field, {}])) } } },
})

async function questionOf(request: IncomingMessage): Promise<AskedSpeech> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { headers, url: path = '' } = request
  const body = Buffer.concat(chunks)
  const type = headers['content-type'] ?? ''
  if (!type.startsWith('multipart/')) return { path, headers, fields: JSON.parse(body.toString('utf8')), file: null }
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const fields = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
  const file = [...form.values()].find((value) => value instanceof File)
  return { path, headers, fields, file: file ? new Uint8Array(await file.arrayBuffer()) : null }
}

export async function speechServer(options: SpeechServerOptions = {}): Promise<SpeechServer> {
  const asked: AskedSpeech[] = []
  let scripts: SpeechScript[] = [{ kind: 'espeak' }]
  const sockets = new Set<Socket>()
  let hangUps: (() => void)[] = []
  let players: (() => void)[] = []
  let held: (() => void)[] = []
  const all = (waiting: (() => void)[]) => {
    for (const resolve of waiting) resolve()
  }
  const play = async (script: SpeechScript, { fields }: AskedSpeech, response: ServerResponse): Promise<void> => {
    const write = (bytes: Uint8Array | string) => new Promise<void>((resolve) => void response.write(bytes, () => resolve()))
    const head = (contentType: string) => {
      response.writeHead(200, { 'content-type': contentType })
      response.flushHeaders()
    }
    switch (script.kind) {
      case 'bytes': {
        const { contentType, bytes, cut = bytes.length, holdAfter = bytes.length } = script
        head(contentType)
        const send = async (part: Uint8Array) => {
          for (let at = 0; at < part.length; at += cut) await write(part.subarray(at, at + cut))
        }
        await send(bytes.subarray(0, holdAfter))
        if (holdAfter < bytes.length) {
          await new Promise<void>((resolve) => held.push(resolve))
          await send(bytes.subarray(holdAfter))
        }
        response.end()
        return
      }
      case 'events': {
        head('text/event-stream; charset=utf-8')
        const events = script.pieces.map((piece) => {
          const audio = Buffer.from(piece).toString('base64')
          return `event: speech.audio.delta\ndata: ${JSON.stringify({ type: 'speech.audio.delta', audio })}\n\n`
        })
        const text = Buffer.from(events.join('') + (script.end ?? 'data: {"type":"speech.audio.done","usage":{}}\n\n'))
        const cut = script.cut ?? text.length
        for (let at = 0; at < text.length; at += cut) await write(text.subarray(at, at + cut))
        response.end()
        return
      }
      case 'hang':
      case 'drop':
        if (script.bytes) {
          head('audio/wav')
          await write(script.bytes)
        }
        if (script.kind === 'drop') response.destroy()
        return
      case 'status':
        response.writeHead(script.status, { 'content-type': 'application/json', ...script.headers })
        response.end(JSON.stringify({ error: { message: `no: ${String(fields.input)}` } }))
        return
      case 'espeak': {
        head('audio/wav')
        const speed = typeof fields.speed === 'number' ? fields.speed : 1
        const args = ['--stdout', '-s', String(Math.round(170 * speed)), '-v', 'en-us', '--', String(fields.input)]
        const espeak = spawn('espeak-ng', args, { stdio: ['ignore', 'pipe', 'ignore'] })
        response.on('close', () => espeak.kill())
        espeak.stdout.pipe(response)
        await new Promise((resolve) => espeak.once('close', resolve))
        return
      }
      default:
        script satisfies never
    }
  }
  const looks: Readonly<Record<string, unknown>> = {
    '/v1/audio/voices': options.voices,
    '/v1/models': options.models,
    '/openapi.json': options.description,
  }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'GET') {
      const found = looks[request.url ?? '']
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' })
      return void response.end(JSON.stringify(found ?? { detail: 'Not Found' }))
    }
    const question = await questionOf(request)
    asked.push(question)
    const script = scripts.length > 1 ? scripts.shift()! : scripts[0]!
    response.on('close', () => {
      if (!response.writableFinished) all(hangUps.splice(0))
    })
    await play(script, question, response)
    all(players.splice(0))
  }
  // A line that is broken off in the middle gets no answer.
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    script: (...next) => {
      scripts = [...next]
    },
    release: () => all(held.splice(0)),
    hungUp: () => new Promise((resolve) => hangUps.push(resolve)),
    played: () => new Promise((resolve) => players.push(resolve)),
    async close() {
      hangUps = []
      players = []
      held = []
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
