// A listening socket. In: connections. Out: requests that crossed the border, to the app; every answer, refusals too, with the security headers.
import { once } from 'node:events'
import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { Socket } from 'node:net'
import { type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import { type Address, isLoopbackAddress } from './address'
import { refusalAtBorder } from './border'
import { problemHeaders, rawProblemAnswer, statusOf } from './problem-answer'
import { SECURITY_HEADERS } from './security-headers'

/** Time for last words to reach a client that reads; one that does not is cut off. */
const FAREWELL_MS: Ms = 500

/** What a server behind a door is made with. */
export const SERVER_OPTIONS = Object.freeze({
  // Node would answer a missing Host itself, without our headers; the border does.
  requireHostHeader: false,
  // Whole headers within the one, a whole request within the other: a drip-feeding client holds nothing for long.
  headersTimeout: 10_000,
  requestTimeout: 30_000,
})

export interface HttpDoor {
  readonly http: HttpServer | HttpsServer
  readonly address: () => Address
  /** Resolves with the port, which is the wanted one unless that was 0. `host` null = every address.
   *  @throws Problem 'port-in-use', 'not-loopback' and others */
  listen(host: string | null, port: number, mayLeaveLoopback: boolean): Promise<number>
  /** Ends when `goodbye` has, and every connection is gone. */
  close(goodbye: Promise<void>): Promise<void>
  onRequest(listener: (request: IncomingMessage, response: ServerResponse) => void): void
}

export interface HttpDoorOptions {
  readonly http: HttpServer | HttpsServer
  readonly clock: Clock
  readonly address: () => Address
  /** Where a user chooses host and port. */
  readonly variables: { readonly host: string; readonly port: string }
  readonly onRefused: (problem: Problem) => void
  /** The listening socket failed to take a connection (too many open files, say); it goes on listening. */
  readonly onTrouble: (cause: Error) => void
}

function listenProblem(cause: unknown, host: string | null, port: number, { variables }: HttpDoorOptions): Problem {
  const other = `set ${variables.port} to another number`
  switch (cause instanceof Error && 'code' in cause ? cause.code : undefined) {
    case 'EADDRINUSE':
      return new Problem('port-in-use', 'refused', `Port ${port} is taken. Stop the other program or ${other}.`, { cause })
    case 'EACCES':
      return new Problem('port-forbidden', 'refused', `This user may not open port ${port}; ${other}, above 1023.`, { cause })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Problem(
        'no-such-host',
        'input',
        `${host} is no address of this machine. Unset ${variables.host} or correct it.`,
        { cause },
      )
    default:
      return new Problem('cannot-listen', 'broken', `Port ${port} could not be opened; ${other} or look into the log.`, { cause })
  }
}

const notLoopback = (host: string) =>
  new Problem('not-loopback', 'refused', `${host} is open to other machines. Set PSIONA_LAN=1 as well if you mean it.`)

function badRequest({ code }: NodeJS.ErrnoException): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Problem('too-slow', 'input', 'The request took too long to arrive. Send it again.')
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Problem('headers-too-large', 'input', 'The headers are too large. Clear the cookies of this address.')
  return new Problem('bad-request', 'input', 'That is not HTTP as it should be. Use another client.')
}
/** Else the connection itself failed, or its encryption, and nobody could read an answer. */
const isAboutHttp = ({ code }: NodeJS.ErrnoException): boolean => /^(HPE|ERR_HTTP)_/.test(code ?? '')

export function createHttpDoor(options: HttpDoorOptions): HttpDoor {
  const { http, clock, address, onRefused, onTrouble } = options
  const connections = new Set<Socket>()
  http.on('connection', (connection: Socket) => {
    connections.add(connection)
    connection.on('close', () => connections.delete(connection))
  })
  http.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (socket.writable && isAboutHttp(error)) socket.end(rawProblemAnswer(badRequest(error)))
    else socket.destroy()
  })

  return {
    http,
    address,
    onRequest(listener) {
      http.on('request', (request: IncomingMessage, response: ServerResponse) => {
        for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
        const refusal = refusalAtBorder(request, address())
        if (!refusal) return listener(request, response)
        onRefused(refusal)
        response.writeHead(statusOf(refusal), { ...problemHeaders(refusal), Connection: 'close' })
        response.end(request.method === 'HEAD' ? undefined : JSON.stringify(refusal.body()))
      })
    },
    async listen(host, port, mayLeaveLoopback) {
      if (!mayLeaveLoopback && !address().isLoopback) throw notLoopback(host ?? 'This server')
      try {
        http.listen({ ...(host === null ? {} : { host }), port, exclusive: true })
        await once(http, 'listening')
      } catch (cause) {
        throw listenProblem(cause, host, port, options)
      }
      http.on('error', onTrouble)
      const bound = http.address()
      if (bound === null || typeof bound === 'string')
        throw new Problem('cannot-listen', 'broken', 'The port was lost. Start again.')
      // A hosts file may send the name localhost anywhere.
      if (!mayLeaveLoopback && !isLoopbackAddress(bound.address)) {
        http.close()
        throw notLoopback(bound.address)
      }
      return bound.port
    },
    async close(goodbye) {
      http.closeIdleConnections()
      const patience = new AbortController()
      await Promise.race([goodbye, clock.sleep(FAREWELL_MS, patience.signal)])
      patience.abort()
      for (const connection of connections) connection.destroy()
      await goodbye
    },
  }
}
