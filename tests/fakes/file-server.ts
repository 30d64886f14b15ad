// A server of files that does as it is told. In: files, and scripts for the next questions. Out: real HTTP on loopback with ranges, ETags and every misbehaviour a download may meet; and what it was asked.
import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type FileScript =
  | { readonly kind: 'well' }
  /** Breaks the connection after so many bytes of the body. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** Sends so many bytes, then nothing until `release`; with null not even a head. */
  | { readonly kind: 'hold'; readonly afterBytes: number | null }
  /** The right length, one bit wrong. */
  | { readonly kind: 'flip'; readonly atByte: number }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** Answers 200 with everything, whatever was asked. */
  | { readonly kind: 'no-range' }
  /** Answers 206, but with a piece from elsewhere. */
  | { readonly kind: 'other-range'; readonly atByte: number }
  | { readonly kind: 'status'; readonly status: number }
  /** Announces so many bytes more (or fewer) than the file has; sends the file. */
  | { readonly kind: 'length'; readonly byBytes: number; readonly send?: number }
  /** No length at all, and so many bytes more than the file has. */
  | { readonly kind: 'endless'; readonly extraBytes: number }
  | { readonly kind: 'packed' }

export interface AskedFile {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** First byte that was asked for; null when all was. */
  readonly fromByte: number | null
  /** As answered. */
  readonly status: number
  /** Bytes of the body that were written. */
  sentBytes: number
}

export interface FileServer {
  /** http://127.0.0.1:port */
  readonly origin: string
  readonly port: number
  readonly asked: AskedFile[]
  /** Another ETag for other bytes; `validator` false gives neither ETag nor date. */
  put(path: string, bytes: Uint8Array, options?: { readonly validator?: boolean }): string
  /** What the next questions for the path get, in order; after them it is served well. */
  script(path: string, ...scripts: FileScript[]): void
  /** Resolves when a 'hold' has sent what it sends. */
  holding(): Promise<void>
  /** Lets every 'hold' go on. */
  release(): void
  close(): Promise<void>
}

interface StoredFile {
  readonly bytes: Buffer
  readonly etag: string | null
}

export async function fileServer(): Promise<FileServer> {
  const files = new Map<string, StoredFile>()
  const scripts = new Map<string, FileScript[]>()
  const asked: AskedFile[] = []
  const sockets = new Set<Socket>()
  let holders: (() => void)[] = []
  let held: (() => void)[] = []

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? ''
    const script = scripts.get(path)?.shift() ?? ({ kind: 'well' } as const)
    const file = files.get(path)
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')
    const fromByte = range ? Number(range[1]) : null
    const note = (status: number): AskedFile => {
      const entry = { path, headers: request.headers, fromByte, status, sentBytes: 0 }
      asked.push(entry)
      return entry
    }
    if (script.kind === 'redirect') {
      note(script.status ?? 302)
      return response.writeHead(script.status ?? 302, { location: script.to, 'set-cookie': 'track=1' }).end()
    }
    if (script.kind === 'status' || !file) {
      const status = script.kind === 'status' ? script.status : 404
      note(status)
      return response.writeHead(status).end('no')
    }
    if (script.kind === 'hold' && script.afterBytes === null) {
      note(0)
      return hold()
    }
    const isSame = !request.headers['if-range'] || request.headers['if-range'] === file.etag
    const ranged = fromByte !== null && script.kind !== 'no-range' && isSame
    if (ranged && fromByte >= file.bytes.length) {
      note(416)
      return response.writeHead(416, { 'content-range': `bytes */${file.bytes.length}` }).end()
    }
    const start = ranged ? (script.kind === 'other-range' ? script.atByte : fromByte) : 0
    let body = Buffer.from(file.bytes.subarray(start))
    if (script.kind === 'flip' && script.atByte >= start) body[script.atByte - start]! ^= 1
    if (script.kind === 'length' && script.send !== undefined) body = body.subarray(0, script.send)
    if (script.kind === 'endless') body = Buffer.concat([body, Buffer.alloc(script.extraBytes)])
    const entry = note(ranged ? 206 : 200)
    const announced = file.bytes.length - start + (script.kind === 'length' ? script.byBytes : 0)
    const total = file.bytes.length + (script.kind === 'length' ? script.byBytes : 0)
    response.writeHead(entry.status, {
      'accept-ranges': 'bytes',
      ...(script.kind === 'endless' ? {} : { 'content-length': announced }),
      ...(ranged ? { 'content-range': `bytes ${start}-${total - 1}/${total}` } : {}),
      ...(file.etag ? { etag: file.etag } : {}),
      ...(script.kind === 'packed' ? { 'content-encoding': 'gzip' } : {}),
    })
    const write = (piece: Buffer) =>
      new Promise<void>((resolve) => {
        entry.sentBytes += piece.length
        response.write(piece, () => resolve())
      })
    const stop = script.kind === 'cut' || script.kind === 'hold' ? (script.afterBytes ?? 0) : body.length
    if (stop > 0) await write(body.subarray(0, stop))
    if (script.kind === 'cut') return response.socket?.destroy()
    if (script.kind === 'hold') {
      await hold()
      await write(body.subarray(stop))
    }
    // A length that was announced and not kept ends with the connection.
    if (script.kind === 'length') return response.socket?.end()
    response.end()
  }
  const hold = () => {
    const released = new Promise<void>((resolve) => held.push(resolve))
    for (const resolve of holders) resolve()
    holders = []
    return released
  }

  const server = createServer((request, response) => void answer(request, response))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    port,
    asked,
    put(path, bytes, { validator = true } = {}) {
      const etag = validator ? `"${createHash('sha1').update(bytes).digest('hex')}"` : null
      files.set(path, { bytes: Buffer.from(bytes), etag })
      return `${origin}${path}`
    },
    script: (path, ...next) => void scripts.set(path, [...next]),
    holding: () => (held.length > 0 ? Promise.resolve() : new Promise((resolve) => holders.push(resolve))),
    release() {
      for (const resolve of held) resolve()
      held = []
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
