// Opening and closing: the port, the address, what is left behind.
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { Problem } from '@psiona/shared'
import { afterEach, expect, test } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { createFakeHouse } from '../../../../tests/fakes/fake-house'
import { ask, joinNamespace, nextEvent, type ServedHouse, serveHouse } from '../../../../tests/fakes/served-house'
import { createLog } from '../log'
import { createStage, type StageConfig } from './stage'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})
const keep = <T extends { close(): unknown }>(one: T): T => {
  open.push(one)
  return one
}
const serve = async (config: Partial<StageConfig> = {}): Promise<ServedHouse> => keep(await serveHouse({ config }))

async function listenProblem(served: ServedHouse, config: Partial<StageConfig>): Promise<Problem> {
  const stage = await createStage({
    house: createFakeHouse(),
    clock: fakeClock(),
    log: createLog({ level: 'silent' }),
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir: join(served.root, 'data'),
      siteDir: '',
      modelsDirs: [''],
      cubismDir: '',
      lan: false,
      lanPort: 0,
      lanHost: '127.0.0.1',
      ...config,
    },
  })
  const problem = await stage.listen().catch((error: unknown) => error)
  await stage.close()
  expect(problem).toBeInstanceOf(Problem)
  return problem as Problem
}

test('a port in use says so, and what to do', async () => {
  const served = await serve()
  const problem = await listenProblem(served, { port: served.port })
  expect(problem.code).toBe('port-in-use')
  expect(problem.message).toMatch(new RegExp(`^Port ${served.port} is taken\\..*PSIONA_PORT`))
})

test('[R34] without PSIONA_LAN nothing but this machine is listened to', async () => {
  const served = await serve()
  for (const host of ['0.0.0.0', '::', '192.168.1.5', 'example.org', '127.0.0.1.nip.io'])
    expect((await listenProblem(served, { host })).code, host).toBe('not-loopback')
  const others = Object.values(networkInterfaces()).flatMap(
    (list) => list?.filter(({ internal, family }) => !internal && family === 'IPv4') ?? [],
  )
  for (const { address } of others) {
    const answer = fetch(`http://${address}:${served.port}/healthz`).then(
      () => 'answered',
      () => 'refused',
    )
    expect(await answer).toBe('refused')
  }
})

test('with it, the configured name is one of ours', async () => {
  const served = await serve({ host: '0.0.0.0', lan: true })
  expect((await ask(served.port, { path: '/healthz', headers: { Host: `0.0.0.0:${served.port}` } })).status).toBe(200)
  expect((await ask(served.port, { path: '/healthz', headers: { Host: `evil.example:${served.port}` } })).status).toBe(421)
})

test('an address that is not this machine’s says so', async () => {
  const served = await serve()
  expect((await listenProblem(served, { host: '192.0.2.1', lan: true })).code).toBe('no-such-host')
})

test('closing ends every connection, also those that say nothing, and frees the port', async () => {
  const served = await serve()
  const socket = joinNamespace(served, '/overlay', {
    token: (await readFile(join(served.root, 'data/overlay-token'), 'utf8')).trim(),
  })
  await nextEvent(socket, 'state')
  expect(served.stage.hasViewers()).toBe(true)
  const gone = nextEvent(socket, 'disconnect')
  await served.stage.close()
  await gone
  const again = keep(createServer())
  await new Promise<void>((resolve, reject) => {
    again.once('error', reject)
    again.listen(served.port, '127.0.0.1', resolve)
  })
  expect((again as Server).listening).toBe(true)
})

test('the overlay address carries its token where no server and no log sees it', async () => {
  const served = await serve()
  const url = new URL(served.stage.overlayUrl())
  expect([url.pathname, url.search, url.hash]).toEqual(['/overlay', '', `#token=${await served.overlayToken()}`])
})
