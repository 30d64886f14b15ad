// The second listener: closed unless asked for; its certificate follows addresses and age; trouble with it is told and stops nothing.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type PeerCertificate } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import { command, serveHouse } from '../../../../tests/fakes/served-house'
import { type Clock, systemClock } from '../clock'
import { createLog } from '../log'
import { createLanDoor, type LanConfig, type LanDoor } from './lan-door'

const DAY_MS = 86_400_000
const neighbours = vi.hoisted(() => ({ all: true }))
vi.mock('./neighbour', () => ({ isNeighbour: () => neighbours.all }))

let dataDir: string
let clock: FakeClock
const open: { close(): unknown }[] = []
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'psiona-lan-'))
  clock = fakeClock()
})
afterEach(async () => {
  vi.restoreAllMocks()
  neighbours.all = true
  for (const one of open.splice(0)) await one.close()
  await rm(dataDir, { recursive: true, force: true })
})

function lanDoor(config: Partial<LanConfig> = {}, at: Clock = clock): LanDoor {
  const door = createLanDoor({
    config: { lan: true, lanPort: 0, lanHost: '127.0.0.1', dataDir, ...config },
    clock: at,
    log: createLog({ level: 'silent' }),
    onRefused: () => {},
  })
  open.push(door)
  return door
}

/** What a phone would be shown, and whether it trusts that when it trusts `ca`. */
const shownBy = (door: LanDoor, ca = '') =>
  new Promise<{ certificate: PeerCertificate; trusted: boolean; protocol: string | null }>((resolve, reject) => {
    const options = { host: '127.0.0.1', port: door.address().port, rejectUnauthorized: false, ...(ca ? { ca } : {}) }
    const socket = connect(options, () => {
      resolve({ certificate: socket.getPeerCertificate(), trusted: socket.authorized, protocol: socket.getProtocol() })
      socket.destroy()
    })
    socket.on('error', reject)
  })

/** Every server of this process that listens from now on. */
function watchListeners(): Server[] {
  const listening: Server[] = []
  const listen = Server.prototype.listen
  vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...given: unknown[]) {
    listening.push(this)
    return Reflect.apply(listen, this, given)
  })
  return listening
}

describe('by default', () => {
  test('[R86] nothing but loopback is listened to, and there is no second listener', async () => {
    const listening = watchListeners()
    const served = await serveHouse()
    open.push(served)
    const addresses = listening.map((server) => server.address())
    expect(addresses).toEqual([{ address: '127.0.0.1', family: 'IPv4', port: served.port }])
    await expect(readFile(join(served.root, 'data/lan/key.pem'))).rejects.toThrow('ENOENT')
  })

  test('[R34, R86] with PSIONA_LAN=1 plain HTTP stays on loopback; only the TLS door is beside it', async () => {
    const listening = watchListeners()
    const served = await serveHouse({ config: { lan: true, lanHost: null, lanNames: () => ['127.0.0.1'] } })
    open.push(served)
    const [home, lan, ...more] = listening.map((server) => server.address())
    expect(home).toEqual({ address: '127.0.0.1', family: 'IPv4', port: served.port })
    expect(lan).toMatchObject({ port: served.lanPort, address: expect.stringMatching(/^(::|0\.0\.0\.0)$/) })
    expect(more).toEqual([])
  })
})

describe('the certificate', () => {
  test('[R87] is the one whose fingerprint is told, and a phone that trusts it is content', async () => {
    const door = lanDoor({}, systemClock)
    await door.open()
    const { on, origins, fingerprint, remedy } = door.state()
    expect([on, origins, remedy]).toEqual([true, [`https://127.0.0.1:${door.address().port}`], null])
    const shown = await shownBy(door, await readFile(join(dataDir, 'lan/certificate.pem'), 'utf8'))
    expect(shown.certificate.fingerprint256).toBe(fingerprint)
    expect([shown.trusted, shown.protocol]).toEqual([true, 'TLSv1.3'])
  })

  test('[R87] is made anew for another address, without a restart; the old address is ours no more', async () => {
    let names = ['127.0.0.1', 'studio.local']
    const door = lanDoor({ lanNames: () => names })
    await door.open()
    const before = door.state()
    const { port } = door.address()
    await door.refresh()
    expect(door.state()).toEqual(before)
    names = ['127.0.0.2', 'studio.local']
    await door.refresh()
    expect(door.state().origins).toEqual([`https://127.0.0.2:${port}`, `https://studio.local:${port}`])
    expect(door.state().fingerprint).not.toBe(before.fingerprint)
    expect((await shownBy(door)).certificate.fingerprint256).toBe(door.state().fingerprint)
    expect(door.address().isOurs(`127.0.0.1:${port}`)).toBe(false)
  })

  test('[R87] is made anew in a run that lasts until 30 days before its end, and when its files are damaged', async () => {
    const door = lanDoor()
    await door.open()
    const prints = [door.state().fingerprint]
    clock.setWall(clock.wallMs() + 300 * DAY_MS)
    await door.refresh()
    prints.push(door.state().fingerprint)
    clock.setWall(clock.wallMs() + 70 * DAY_MS)
    await door.refresh()
    prints.push(door.state().fingerprint)
    await writeFile(join(dataDir, 'lan/key.pem'), 'damaged')
    await door.refresh()
    prints.push(door.state().fingerprint)
    expect(prints[1]).toBe(prints[0])
    expect(new Set(prints).size).toBe(3)
    expect((await shownBy(door)).certificate.fingerprint256).toBe(prints[3])
  })

  test('[R88] addresses are looked at every minute', async () => {
    const names = vi.fn(() => ['127.0.0.1'])
    const door = lanDoor({ lanNames: names })
    await door.open()
    names.mockClear()
    await clock.advance(60_000)
    expect(names).toHaveBeenCalledTimes(1)
    await door.close()
    expect(clock.waiting).toBe(0)
  })
})

test('[R88] who is not in the local network is shown nothing, not even the certificate; the others are', async () => {
  const door = lanDoor()
  await door.open()
  neighbours.all = false
  await expect(shownBy(door)).rejects.toThrow()
  neighbours.all = true
  expect((await shownBy(door)).certificate.fingerprint256).toBe(door.state().fingerprint)
})

describe('trouble', () => {
  test('[R86] a taken port stops nothing, says what to do, and is tried again', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const taken = (other.address() as { port: number }).port
    const served = await serveHouse({ config: { lan: true, lanPort: taken } })
    open.push(served)
    expect((await command(served, 'GET', '/api/health')).status).toBe(200)
    expect(served.stage.lan()).toMatchObject({ on: false, origins: [] })
    expect(served.stage.lan().remedy).toMatch(new RegExp(`^Port ${taken} is taken\\..*PSIONA_LAN_PORT`))

    const door = lanDoor({ lanPort: taken })
    await door.open()
    expect(door.state().on).toBe(false)
    await new Promise((resolve) => other.close(resolve))
    await door.refresh()
    expect(door.state()).toMatchObject({ on: true, remedy: null })
    expect((await shownBy(door)).certificate.fingerprint256).toBe(door.state().fingerprint)
  })

  test('[R86] an address that is not this machine’s, and a folder that cannot be written, are told', async () => {
    const elsewhere = lanDoor({ lanHost: '192.0.2.123' })
    await elsewhere.open()
    expect(elsewhere.state()).toMatchObject({ on: false, remedy: expect.stringContaining('PSIONA_LAN_HOST') })
    await rm(join(dataDir, 'lan'), { recursive: true })
    await writeFile(join(dataDir, 'lan'), 'in the way')
    const closed = lanDoor()
    await closed.open()
    expect(closed.state()).toMatchObject({ on: false, fingerprint: null, remedy: expect.stringContaining('PSIONA_DATA') })
  })

  test('[R86] without any network it waits for one', async () => {
    let names = ['studio.local']
    const door = lanDoor({ lanNames: () => names })
    await door.open()
    expect(door.state()).toMatchObject({ on: true, origins: [], remedy: expect.stringMatching(/in no local network/) })
    names = ['127.0.0.1', 'studio.local']
    await door.refresh()
    expect(door.state().remedy).toBeNull()
    expect(door.state().origins[0]).toMatch(/^https:\/\/127\.0\.0\.1:/)
  })
})
