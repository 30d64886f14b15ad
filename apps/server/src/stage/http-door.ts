// The one listening socket. In: connections. Out: requests that crossed the border, to the app; every answer, refusals too, with the security headers.
import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import { type Address, isLoopbackAddress } from './address'
import { refusalAtBorder } from './border'
import { problemHeaders, rawProblemAnswer, statusOf } from './problem-answer'
import { SECURITY_HEADERS } from './security-headers'

/** Whole headers within this, a whole request within the next: a drip-feeding client holds nothing for long. */
const HEADERS_WITHIN_MS: Ms = 10_000
const REQUEST_WITHIN_MS: Ms = 30_000
/** Time for last words to reach a client that reads; one that does not is cut off. */
const FAREWELL_MS: Ms = 500

export interface HttpDoor {
  readonly http: HttpServer
  /** Resolves with the port, which is the wanted one unless that was 0. @throws Problem 'port-in-use', 'not-loopback' and others */
  listen(host: string, port: number, mayLeaveLoopback: boolean): Promise<number>
  /** Ends when `goodbye` has, and every connection is gone. */
  close(goodbye: Promise<void>): Promise<void>
  onRequest(listener: (request: IncomingMessage, response: ServerResponse) => void): void
}

export interface HttpDoorOptions {
  readonly clock: Clock
  readonly address: () => Address
  readonly onRefused: (problem: Problem) => void
  /** The listening socket failed to take a connection (too many open files, say); it goes on listening. */
  readonly onTrouble: (cause: Error) => void
}

function listenProblem(cause: NodeJS.ErrnoException, host: string, port: number): Problem {
  const other = 'set PSIONA_PORT to another number'
  switch (cause.code) {
    case 'EADDRINUSE':
      return new Problem('port-in-use', 'refused', `Port ${port} is taken. Stop the other program or ${other}.`, { cause })
    case 'EACCES':
      return new Problem('port-forbidden', 'refused', `This user may not open port ${port}; ${other}, above 1023.`, { cause })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Problem('no-such-host', 'input', `${host} is no address of this machine. Unset PSIONA_HOST or correct it.`, {
        cause,
      })
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

export function createHttpDoor({ clock, address, onRefused, onTrouble }: HttpDoorOptions): HttpDoor {
  // Node would answer a missing Host itself, without our headers; the border does.
  const http = createServer({ requireHostHeader: false, headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS })
  const connections = new Set<Socket>()
  http.on('connection', (connection) => {
    connections.add(connection)
    connection.on('close', () => connections.delete(connection))
  })
  http.on('clientError', (error, socket) => {
    if (socket.writable) socket.end(rawProblemAnswer(badRequest(error)))
    else socket.destroy()
  })

  return {
    http,
    onRequest(listener) {
      http.on('request', (request, response) => {
        for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
        const refusal = refusalAtBorder(request, address())
        if (!refusal) return listener(request, response)
        onRefused(refusal)
        response.writeHead(statusOf(refusal), { ...problemHeaders(refusal), Connection: 'close' })
        response.end(request.method === 'HEAD' ? undefined : JSON.stringify(refusal.body()))
      })
    },
    async listen(host, port, mayLeaveLoopback) {
      if (!mayLeaveLoopback && !address().isLoopback) throw notLoopback(host)
      await new Promise<void>((resolve, reject) => {
        const fail = (cause: NodeJS.ErrnoException) => reject(listenProblem(cause, host, port))
        http.once('error', fail)
        http.listen({ host, port, exclusive: true }, () => {
          http.off('error', fail)
          http.on('error', onTrouble)
          resolve()
        })
      })
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
      await Promise.race([goodbye, clock.sleep(FAREWELL_MS)])
      for (const connection of connections) connection.destroy()
      await goodbye
    },
  }
}
