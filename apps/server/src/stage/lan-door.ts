// The door for phones: TLS, for the local network, closed unless asked for. In: the wish for it, and what this machine is called now. Out: an open door with a certificate that fits, or the sentence why there is none; a start never fails because of it.
import { createServer } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import type { LanState, Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Log } from '../log'
import { createLanAddress, type LanAddress } from './address'
import { type Certificate, openCertificate } from './certificate'
import { createHttpDoor, type HttpDoor, SERVER_OPTIONS } from './http-door'
import { lanAddresses, mdnsName } from './lan-names'
import { isNeighbour } from './neighbour'
import { asProblem } from './problem-answer'

/** A laptop that moves to another network is found there within this time. */
const LOOK_EVERY_MS: Ms = 60_000
const HANDSHAKE_WITHIN_MS: Ms = 10_000
/** A house full of phones needs a tenth; a flood from the network leaves the panel its file descriptors. */
const MAX_CONNECTIONS = 256

const OFF = 'Start Psiona with PSIONA_LAN=1 to use a phone as microphone.'
const NO_NETWORK = 'This machine is in no local network. Connect it to the network that the phone is in.'

export interface LanConfig {
  /** Is it wanted at all? */
  readonly lan: boolean
  /** 0 = any free one. */
  readonly lanPort: number
  /** The one address to listen on; null = all of the local network. */
  readonly lanHost: string | null
  /** For tests: what this machine is called; default: its addresses, the likeliest first, and its .local name. */
  readonly lanNames?: (() => readonly string[]) | undefined
  readonly dataDir: string
}

export interface LanDoor extends Omit<HttpDoor, 'listen' | 'address'> {
  readonly address: () => LanAddress
  state(): LanState
  /** Never fails; state() says what came of it. */
  open(): Promise<void>
  /** Looks for other addresses and at the certificate's age. Open doors do this by themselves every minute. */
  refresh(): Promise<void>
  close(): Promise<void>
}

export interface LanDoorOptions {
  readonly config: LanConfig
  readonly clock: Clock
  readonly log: Log
  readonly onRefused: (problem: Problem) => void
}

const namesNow = (lanHost: string | null): readonly string[] =>
  lanHost === null ? [...lanAddresses(networkInterfaces()), mdnsName(hostname())] : [lanHost]

export function createLanDoor({ config, clock, log, onRefused }: LanDoorOptions): LanDoor {
  const { lan, lanPort, lanHost, dataDir, lanNames = () => namesNow(lanHost) } = config
  let names = lanNames()
  let address = createLanAddress(names, lanPort)
  let certificate: Certificate | null = null
  let isOpen = false
  let trouble: string | null = 'Psiona is still starting. Try again.'
  let work: Promise<void> = Promise.resolve()
  let stopLooking = () => {}
  let closed = false

  const http = createServer({ ...SERVER_OPTIONS, handshakeTimeout: HANDSHAKE_WITHIN_MS })
  http.maxConnections = MAX_CONNECTIONS
  const door = createHttpDoor({
    http,
    clock,
    address: () => address,
    variables: { host: 'PSIONA_LAN_HOST', port: 'PSIONA_LAN_PORT' },
    onRefused,
    onTrouble: (cause) => log.error({ err: cause }, 'a connection of the local network could not be taken'),
  })
  http.on('connection', (connection: Socket) => {
    if (!isNeighbour(connection.remoteAddress, networkInterfaces())) connection.destroy()
  })

  const settle = async () => {
    const nextNames = lanNames()
    const next = await openCertificate({ dataDir, names: nextNames, nowMs: clock.wallMs() })
    if (next.fingerprint !== certificate?.fingerprint) http.setSecureContext({ key: next.key, cert: next.certificate })
    certificate = next
    names = nextNames
    const port = isOpen ? address.port : await door.listen(lanHost, lanPort, true)
    isOpen = true
    address = createLanAddress(names, port)
    trouble = null
  }
  const lookAgain = async () => {
    if (closed) return
    try {
      await settle()
    } catch (cause) {
      const { message } = asProblem(cause)
      if (message !== trouble) log.error({ err: cause }, 'the door for phones is in trouble')
      trouble = message
    }
  }
  const refresh = () => {
    work = work.then(lookAgain)
    return work
  }

  return {
    ...door,
    address: () => address,
    state() {
      if (!lan) return { on: false, origins: [], fingerprint: null, remedy: OFF }
      const origins = isOpen && names.some((name) => isIP(name) > 0) ? [...address.origins] : []
      return {
        on: isOpen,
        origins,
        fingerprint: certificate?.fingerprint ?? null,
        remedy: trouble ?? (origins.length > 0 ? null : NO_NETWORK),
      }
    },
    async open() {
      if (!lan) return
      stopLooking = clock.every(LOOK_EVERY_MS, refresh)
      await refresh()
    },
    refresh,
    async close() {
      closed = true
      stopLooking()
      await work
      await door.close(new Promise((resolve) => http.close(() => resolve())))
    },
  }
}
