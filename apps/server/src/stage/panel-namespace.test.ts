// The panel's socket: who may join, the snapshot, the news.
import { OWNER, Snapshot } from '@psiona/shared'
import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aTurn } from '../../../../tests/fakes/fake-house'
import {
  ask,
  type ClientOptions,
  command,
  joinNamespace,
  nextEvent,
  outcomeOf,
  type ServedHouse,
  serveHouse,
} from '../../../../tests/fakes/served-house'
import { aBlockPart } from '../../../../tests/fakes/voice-parts'
import type { HouseNews } from '../house'
import { channel } from '../streams'

let served: ServedHouse
let sockets: Socket[]
beforeEach(async () => {
  served = await serveHouse()
  sockets = []
})
afterEach(async () => {
  for (const socket of sockets) socket.disconnect()
  await served.close()
})

const open = (namespace: string, options: ClientOptions = {}): Socket => {
  const socket = joinNamespace(served, namespace, options)
  sockets.push(socket)
  return socket
}
const withToken = () => ({ headers: { Authorization: `Bearer ${served.controlToken}` } })

test('[R61] the panel joins with its cookie from its own page, or with the control token', async () => {
  const opened = { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }
  const cookie = String((await ask(served.port, { headers: opened })).headers['set-cookie']).split(';')[0] ?? ''
  for (const namespace of ['/panel', '/mic']) {
    expect(await outcomeOf(open(namespace, { headers: { Origin: served.origin, Cookie: cookie } }))).toBe('joined')
    expect(await outcomeOf(open(namespace, withToken()))).toBe('joined')
    expect(await outcomeOf(open(namespace))).toBe('no-token')
    expect(await outcomeOf(open(namespace, { token: served.controlToken }))).toBe('no-token')
    expect(await outcomeOf(open(namespace, { headers: { Cookie: cookie } }))).toBe('refused')
  }
})

test('[R67] who joins gets everything at once', async () => {
  const snapshot = Snapshot.parse(await nextEvent(open('/panel', withToken()), 'snapshot'))
  expect(snapshot).toMatchObject({ tally: 'listening', soundingClient: 'none', turns: [aTurn] })
  expect(snapshot.overlayUrl).toBe(`${served.origin}/overlay#token=${await served.overlayToken()}`)
})

test('[R67] each piece of news is one event', async () => {
  const socket = open('/panel', withToken())
  await nextEvent(socket, 'snapshot')
  const line = { messageId: 'm1', at: 1, from: OWNER, text: 'hi', tag: { state: 'shown' as const, why: 'everyone is shown' } }
  const progress = { turnId: 'turn-1', lineText: 'Fine.', words: ['Fine.'], heardWords: 1 }
  const settings = served.house.settings()
  const character = { id: 'tori', name: 'Tori' }
  const parts = served.house.health()
  const news: [HouseNews, string, unknown][] = [
    [{ type: 'turn-changed', turn: aTurn }, 'turn', aTurn],
    [{ type: 'tally-changed', tally: 'thinking' }, 'tally', 'thinking'],
    [{ type: 'chat-line-shown', line }, 'chat-line', line],
    [{ type: 'chat-lines-removed', messageIds: ['m1'] }, 'chat-removed', ['m1']],
    [{ type: 'heard-progressed', progress }, 'heard', progress],
    [{ type: 'health-changed', parts }, 'health', parts],
    [{ type: 'settings-changed', settings }, 'settings', settings],
    [{ type: 'character-changed', character }, 'character', character],
    [{ type: 'emotion-changed', emotion: { joy: 1 } }, 'emotion', { joy: 1 }],
  ]
  for (const [item, name, content] of news) {
    const told = nextEvent(socket, name)
    served.house.news.publish(item)
    expect(await told, item.type).toEqual(content)
  }
})

test('[R63, R67] who sounds, and a new overlay address, are told', async () => {
  const panel = open('/panel', withToken())
  await nextEvent(panel, 'snapshot')
  const overlay = open('/overlay', { token: await served.overlayToken() })
  await nextEvent(overlay, 'state')
  const sounding = nextEvent(panel, 'sounding')
  overlay.emit('claim', { kind: 'preview', unlocked: true })
  expect(await sounding).toBe('preview')
  const fresh = nextEvent<Snapshot>(panel, 'snapshot')
  await command(served, 'POST', '/api/overlay-address')
  expect((await fresh).overlayUrl).toContain(await served.overlayToken())
})

test('[R68] the panel hears how loud she is', async () => {
  const panel = open('/panel', withToken())
  await nextEvent(panel, 'snapshot')
  const level = nextEvent<number>(panel, 'level')
  const parts = channel<ReturnType<typeof aBlockPart>>()
  const shown = served.stage.show(parts)
  parts.push(aBlockPart(1))
  expect(await level).toBeCloseTo(20 * Math.log10(0.25), 3)
  parts.close()
  await shown
})
