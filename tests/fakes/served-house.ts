// A stage in front of a fake house, on a free port of this machine, with a small site and a model; and clients of every kind for it.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { request as requestByTls } from 'node:https'
import { connect, type Socket as NetSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectByTls } from 'node:tls'
import { io, type Socket } from 'socket.io-client'
import { type Clock, systemClock } from '../../apps/server/src/clock'
import { createLog } from '../../apps/server/src/log'
import type { Heartbeat } from '../../apps/server/src/stage/socket-wire'
import { createStage, type OpenStage, type StageConfig } from '../../apps/server/src/stage/stage'
import { createFakeHouse, type FakeHouse } from './fake-house'

export const TRIPWIRE = 'nobody may read this'
const PAGE = (name: string) =>
  `<!DOCTYPE html><html><head><script src="/_next/static/chunks/a.js"></script></head><body>${name}` +
  `<script>self.__next_f=[]</script><script id="_R_">self.__next_f.push("${name}")</script></body></html>`

/** So that whoever waits for a heartbeat waits shortly. */
const QUICK_HEARTBEAT: Heartbeat = { intervalMs: 10, timeoutMs: 10_000 }

export interface ServedHouse {
  readonly stage: OpenStage
  readonly house: FakeHouse
  readonly port: number
  readonly origin: string
  /** Of the door for phones, on 127.0.0.1; 0 when it is closed. */
  readonly lanPort: number
  readonly lanOrigin: string
  /** Holds data/ (unless another was given), site/, models/ and a tripwire file. */
  readonly root: string
  readonly controlToken: string
  overlayToken(): Promise<string>
  readonly logLines: string[]
  close(): Promise<void>
}

export interface ServeOptions {
  readonly clock?: Clock
  readonly heartbeat?: Heartbeat
  readonly config?: Partial<StageConfig>
  readonly logLevel?: 'info' | 'debug'
}

async function buildSite(root: string): Promise<void> {
  const files: Record<string, string | Buffer> = {
    'tripwire.json': JSON.stringify(TRIPWIRE),
    'site/index.html': PAGE('panel'),
    'site/overlay.html': PAGE('overlay'),
    'site/character.html': PAGE('character'),
    'site/mic.html': PAGE('mic'),
    'site/404.html': PAGE('nothing'),
    'site/index.txt': 'flight data',
    'site/favicon.ico': Buffer.from([0, 0, 1, 0]),
    'site/.env.json': JSON.stringify(TRIPWIRE),
    'site/_next/static/chunks/a.js': 'void 0',
    'models/tori/tori.rig.json': '{"layers":[]}',
    'models/tori/tori.webp': Buffer.from('RIFF....WEBP'),
    'models/tori/notes.md': TRIPWIRE,
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(root, name, '..'), { recursive: true })
    await writeFile(join(root, name), content)
  }
}

export async function serveHouse(options: ServeOptions = {}): Promise<ServedHouse> {
  const root = await mkdtemp(join(tmpdir(), 'psiona-stage-'))
  await buildSite(root)
  const logLines: string[] = []
  const house = createFakeHouse()
  const dataDir = options.config?.dataDir ?? join(root, 'data')
  const stage = await createStage({
    house,
    clock: options.clock ?? systemClock,
    log: createLog({ level: options.logLevel ?? 'info', to: { write: (line) => logLines.push(line) } }),
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir,
      siteDir: join(root, 'site'),
      modelsDirs: [join(root, 'models')],
      cubismDir: join(dataDir, 'cubism'),
      lan: false,
      lanPort: 0,
      lanHost: '127.0.0.1',
      ...options.config,
    },
    heartbeat: options.heartbeat ?? QUICK_HEARTBEAT,
  })
  const { address } = await stage.listen()
  const lanOrigin = stage.lan().origins[0] ?? ''
  const token = async (name: string) => (await readFile(join(dataDir, name), 'utf8')).trim()
  return {
    stage,
    house,
    root,
    logLines,
    origin: address,
    port: Number(new URL(address).port),
    lanPort: lanOrigin === '' ? 0 : Number(new URL(lanOrigin).port),
    lanOrigin,
    controlToken: await token('control-token'),
    overlayToken: () => token('overlay-token'),
    async close() {
      await stage.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export interface Question {
  readonly method?: string
  readonly path?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
  /** By TLS, as a phone whose owner has accepted the certificate. */
  readonly byLan?: boolean
}

/** A request with exactly these headers; fetch would not let us lie. */
export const ask = (
  port: number,
  { method = 'GET', path = '/', headers = {}, body, byLan = false }: Question = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const Host = `${byLan ? '127.0.0.1' : 'localhost'}:${port}`
    const sent = (byLan ? requestByTls : request)(
      { host: '127.0.0.1', port, method, path, headers: { Host, ...headers }, rejectUnauthorized: false },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString('utf8') }),
        )
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

/** With the control token and a JSON body, as a program would. */
export const command = (served: ServedHouse, method: string, path: string, body?: unknown): Promise<Answer> =>
  ask(served.port, {
    method,
    path,
    headers: {
      Authorization: `Bearer ${served.controlToken}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

/** Writes these lines as they are; gives back everything until the server closes, or the end of the answer's head. */
export const speakRaw = (
  port: number,
  lines: readonly string[],
  until: 'close' | 'head' = 'close',
  byLan = false,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const speak = () => socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    const socket: NetSocket = byLan
      ? connectByTls({ port, host: '127.0.0.1', rejectUnauthorized: false }, speak)
      : connect(port, '127.0.0.1', speak)
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      if (until === 'head' && heard.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
  })

export const statusIn = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

export const upgradeLines = (
  port: number,
  headers: readonly string[],
  path = '/socket.io/?EIO=4&transport=websocket',
): string[] => [
  `GET ${path} HTTP/1.1`,
  ...(headers.some((line) => /^host:/i.test(line)) ? [] : [`Host: localhost:${port}`]),
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ...headers,
]

export interface ClientOptions {
  readonly token?: string
  /** Default: the origin of the served pages, as a browser sends it. */
  readonly headers?: Record<string, string>
}

/** A Socket.IO client that does not connect again by itself. */
export const joinNamespace = (served: ServedHouse, namespace: string, { token, headers }: ClientOptions = {}): Socket =>
  io(`${served.origin}${namespace}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: headers ?? { Origin: served.origin },
    ...(token === undefined ? {} : { auth: { token } }),
  })

export const nextEvent = <T = unknown>(socket: Socket, name: string): Promise<T> =>
  new Promise((resolve) => socket.once(name, (content: T) => resolve(content)))

/** 'joined', or the code of the refusal. */
export const outcomeOf = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    socket.once('connect', () => resolve('joined'))
    socket.once('connect_error', (error: Error & { data?: { code?: string } }) => resolve(error.data?.code ?? 'refused'))
  })

const heartbeat = (socket: Socket) => new Promise<void>((resolve) => socket.io.engine.once('ping', () => resolve()))

/** Resolves when the server has read what this client has sent so far: the answer to the first heartbeat went out after it, and the second follows that answer. */
export async function untilRead(socket: Socket): Promise<void> {
  await heartbeat(socket)
  await heartbeat(socket)
}

/** The next content of that event that is as wanted. */
export const eventWhere = <T>(socket: Socket, name: string, wanted: (content: T) => boolean): Promise<T> =>
  new Promise((resolve) => {
    const look = (content: T) => {
      if (!wanted(content)) return
      socket.off(name, look)
      resolve(content)
    }
    socket.on(name, look)
  })
