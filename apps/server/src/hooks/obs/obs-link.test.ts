import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { fakeClock } from '../../../../../tests/fakes/clock'
import { createObsOwner, hurried, isReady } from '../../../../../tests/fakes/obs-owner'
import { type ObsServer, startObsServer } from '../../../../../tests/fakes/obs-server'
import { CALL_WITHIN_MS, DEAF_MS, HELLO_WITHIN_MS, holdObsLine, type LinkEnd, type ObsLine } from './obs-link'

let server: ObsServer
beforeEach(async () => {
  server = await startObsServer()
  server.scenes.push({ name: 'Live', items: [] })
  server.program = 'Live'
})
afterEach(() => server.close())

function held(port = server.port) {
  const clock = fakeClock()
  const stop = new AbortController()
  const doubts: boolean[] = []
  const beats: unknown[] = []
  let ended: Promise<LinkEnd> | null = null
  let felt = () => {}
  const firstBeat = new Promise<void>((resolve) => {
    felt = resolve
  })
  const opened = new Promise<ObsLine>((onOpen) => {
    ended = holdObsLine({
      ...{ host: '127.0.0.1', port, password: '', clock, signal: stop.signal, onOpen },
      onEvent: () => {},
      onBeat: (stats) => {
        beats.push(stats)
        felt()
      },
      onDoubt: (doubtful) => void doubts.push(doubtful),
    })
  })
  return { clock, stop, doubts, beats, opened, firstBeat, ended: ended as unknown as Promise<LinkEnd> }
}

describe('obs link', () => {
  it('gives up a server that says no hello', async () => {
    server.manners = 'dumb'
    const { clock, ended } = held()
    await clock.advance(HELLO_WITHIN_MS)
    expect(await ended).toBe('silent')
    expect(clock.waiting).toBe(0)
  })

  it.each<[string, () => Promise<{ port: number; close: () => unknown }>, LinkEnd]>([
    [
      'a web server',
      async () => {
        const web = createServer((_, answer) => answer.writeHead(404).end())
        await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
        return { port: (web.address() as AddressInfo).port, close: () => web.close() }
      },
      'not-obs',
    ],
    [
      'an OBS of before version 28',
      async () => {
        const old = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => false })
        await new Promise((resolve) => old.once('listening', resolve))
        return { port: (old.address() as AddressInfo).port, close: () => old.close() }
      },
      'too-old',
    ],
  ])('knows %s', async (_, start, why) => {
    const other = await start()
    expect(await held(other.port).ended).toBe(why)
    other.close()
  })

  it('knows a version that is refused, and a session that was ended', async () => {
    server.manners = 'old'
    expect(await held().ended).toBe('too-old')
    server.manners = 'normal'
    const { opened, ended } = held()
    await opened
    server.kick()
    expect(await ended).toBe('sent-away')
  })

  it('doubts an OBS that stands still, then gives it up; calls that wait are rejected', async () => {
    const { clock, opened, firstBeat, doubts, beats, ended } = held()
    const line = await opened
    await clock.advance(250)
    await firstBeat
    expect(beats).toHaveLength(1)
    server.manners = 'stuck'
    await clock.advance(2000)
    const lost = expect(line.call('GetVersion')).rejects.toMatchObject({ code: 'obs-slow' })
    await clock.advance(2500)
    expect(doubts).toEqual([true])
    await clock.advance(CALL_WITHIN_MS - 2500)
    await lost
    const gone = expect(line.call('GetVersion')).rejects.toMatchObject({ code: 'obs-not-connected' })
    await clock.advance(DEAF_MS - CALL_WITHIN_MS)
    expect(await ended).toBe('silent')
    await gone
    await expect(line.call('GetVersion')).rejects.toMatchObject({ code: 'obs-not-connected' })
    expect(clock.waiting).toBe(0)
  })

  it('asks again while OBS is not ready', async () => {
    const { clock, opened, stop, ended } = held()
    const line = await opened
    server.refuses.set('GetVersion', 207)
    const answer = line.call('GetVersion')
    await clock.whenAsleep(250)
    server.refuses.delete('GetVersion')
    await clock.advance(250)
    expect(await answer).toMatchObject({ obsVersion: '31.0.1' })
    stop.abort()
    expect(await ended).toBe('told-to-stop')
  })

  it('comes back after twenty lost connections, each call of which ends', async () => {
    const owner = createObsOwner(server.port, null, hurried(50))
    for (let i = 0; i < 20; i++) {
      await owner.when('connected', isReady)
      const call = owner.obs.act({ do: 'scene', scene: 'Live' }).then(
        () => 'done',
        ({ code }: { code: string }) => code,
      )
      server.dropAll()
      expect(['done', 'obs-not-connected']).toContain(await call)
      await owner.when('lost', ({ link }) => link !== 'connected')
    }
    await owner.when('connected', isReady)
    expect(server.knocks).toBe(21)
    expect(owner.troubles).toEqual([])
    await owner.close()
  })
})
