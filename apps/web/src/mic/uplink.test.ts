// The uplink against a real Socket.IO server that drops it, refuses it and forgets it.
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MicrophoneState } from '@psiona/shared/mic-wire'
import { Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UplinkNews } from './mic-messages'
import { Uplink } from './uplink'

const MIC = { micId: 'a-page-0001', kind: 'panel', label: 'Desk microphone' } as const
const HOUSE: MicrophoneState = { source: null, mode: 'open', muted: false, held: false }

let http: HttpServer
let io: Server
let uplink: Uplink
/** All that came, in order; packets by their number. */
let came: unknown[]
let news: UplinkNews[]
let house: MicrophoneState
/** The first packet the server says it lacks. */
let nextSequence: number
let refusal: string | null
let watchers: (() => void)[]

const changed = () => {
  for (const watcher of [...watchers]) watcher()
}
/** Resolves when it holds; the test's own timeout is the only clock. */
const until = (holds: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (!holds()) return
      watchers = watchers.filter((watcher) => watcher !== look)
      resolve()
    }
    watchers.push(look)
    look()
  })
const numberOf = (bytes: Buffer) => bytes.readUInt32LE(0)
const packets = () => came.filter((what) => typeof what === 'number')
const links = () => news.map((item) => (item.type === 'link' ? item.link : item.type))

function serve(socket: Socket) {
  socket.emit('state', house)
  socket.on('open', (open, answer) => {
    came.push({ open })
    answer({ nextSequence })
    changed()
  })
  socket.on('pcm', (bytes) => {
    nextSequence = numberOf(bytes) + 1
    came.push(numberOf(bytes))
    changed()
  })
  socket.on('mute', (muted) => socket.emit('state', { ...HOUSE, muted }))
  for (const name of ['mute', 'mode', 'talk', 'page-ears', 'transcript'])
    socket.on(name, (content) => {
      came.push({ [name]: content })
      changed()
    })
  socket.on('disconnect', changed)
  changed()
}

beforeEach(async () => {
  came = []
  news = []
  watchers = []
  house = HOUSE
  nextSequence = 0
  refusal = null
  http = createServer()
  io = new Server(http)
  io.of('/mic').use((_socket, next) =>
    refusal === null ? next() : next(Object.assign(new Error(refusal), { data: { code: 'no-token' } })),
  )
  io.of('/mic').on('connection', serve)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  uplink.close()
  await io.close()
})

const open = (standby = false) => {
  const { port } = http.address() as AddressInfo
  uplink = new Uplink(`http://127.0.0.1:${port}`, {
    standby,
    tell(item) {
      news.push(item)
      changed()
    },
  })
}
let nowMs = 0
const speak = (count: number) => {
  for (let at = 0; at < count; at++) {
    nowMs += 20
    uplink.take(new ArrayBuffer(656), nowMs)
  }
}
const cutOff = () => {
  for (const socket of io.of('/mic').sockets.values()) socket.conn.close()
}

test('[R72] it says who it is, and then its packets come', async () => {
  open()
  uplink.plug(MIC)
  speak(3)
  await until(() => packets().length === 3)
  expect(came).toEqual([{ open: MIC }, 0, 1, 2])
  expect(links().slice(0, 2)).toEqual(['connecting', 'live'])
})

test('[R72] a broken connection loses no packet and repeats none', async () => {
  open()
  uplink.plug(MIC)
  speak(5)
  await until(() => packets().length === 5)
  const before = links().length
  cutOff()
  await until(() => links().slice(before).includes('connecting'))
  speak(40)
  await until(() => packets().length === 45)
  speak(1)
  await until(() => packets().length === 46)
  expect(packets()).toEqual(Array.from({ length: 46 }, (_, at) => at))
  expect(links().slice(before)).toContain('live')
})

test('[R71] mute: neither sent nor kept, told first on the next connection, and told again to a server that forgot', async () => {
  open()
  uplink.plug(MIC)
  speak(1)
  await until(() => packets().length === 1)
  cutOff()
  await until(() => links().at(-1) === 'connecting')
  uplink.turn({ name: 'mute', muted: true })
  speak(5)
  await until(() => came.filter((what) => typeof what === 'object').length === 3)
  expect(came.slice(2)).toEqual([{ mute: true }, { open: MIC }])
  await until(() => news.some((item) => item.type === 'house' && item.house.muted))
  // It comes back and says that nobody is muted.
  came = []
  cutOff()
  await until(() => came.length === 2)
  expect(came).toEqual([{ mute: true }, { open: MIC }])
  uplink.turn({ name: 'mute', muted: false })
  speak(1)
  await until(() => packets().length === 1)
  expect(came.slice(2)).toEqual([{ mute: false }, 1])
})

test('muted by another page is muted here', async () => {
  house = { ...HOUSE, muted: true }
  open()
  uplink.plug(MIC)
  await until(() => news.some(({ type }) => type === 'house'))
  speak(3)
  io.of('/mic').emit('state', HOUSE)
  await until(() => news.filter(({ type }) => type === 'house').length === 2)
  speak(1)
  await until(() => packets().length === 1)
  expect(packets()).toEqual([0])
})

test('muted words are kept no more than muted sound', async () => {
  open()
  uplink.plug(MIC)
  uplink.turn({ name: 'mute', muted: true })
  uplink.transcript({ resultId: 1, text: 'not for her', final: true })
  await until(() => came.length === 2)
  uplink.turn({ name: 'mute', muted: false })
  uplink.transcript({ resultId: 2, text: 'for her', final: true })
  await until(() => came.length === 4)
  expect(came).toEqual([
    { mute: true },
    { open: MIC },
    { mute: false },
    { transcript: { resultId: 2, text: 'for her', final: true } },
  ])
})

test('[R71] who has no microphone does not mute the others again after a gap', async () => {
  house = { ...HOUSE, muted: true }
  open(true)
  await until(() => links().includes('house'))
  house = HOUSE
  cutOff()
  await until(() => links().filter((what) => what === 'house').length === 2)
  uplink.turn({ name: 'talk', held: true })
  await until(() => came.length > 0)
  expect(came).toEqual([{ talk: true }])
})

test('a refusal is told in the words of the server, and knocking goes on', async () => {
  refusal = 'This phone is not paired any more.'
  open()
  uplink.plug(MIC)
  await until(() => news.some(({ type }) => type === 'refused'))
  expect(news).toContainEqual({ type: 'refused', reason: 'This phone is not paired any more.' })
  refusal = null
  await until(() => came.length === 1)
  expect(came).toEqual([{ open: MIC }])
})

test('finished words wait for the server, unfinished ones do not', async () => {
  open()
  uplink.plug(MIC)
  uplink.ears({ state: 'ready', language: 'en-US' })
  uplink.transcript({ resultId: 1, text: 'hello th', final: false })
  uplink.transcript({ resultId: 1, text: 'hello there', final: true })
  await until(() => came.length === 3)
  expect(came).toEqual([
    { open: MIC },
    { 'page-ears': { state: 'ready', language: 'en-US' } },
    { transcript: { resultId: 1, text: 'hello there', final: true } },
  ])
})

test('switched off, the connection ends; a standby one comes back without a microphone, and its keys work', async () => {
  open(true)
  await until(() => io.of('/mic').sockets.size === 1)
  uplink.plug(MIC)
  speak(1)
  await until(() => packets().length === 1)
  const [first] = io.of('/mic').sockets.keys()
  uplink.unplug()
  await until(() => io.of('/mic').sockets.size === 1 && !io.of('/mic').sockets.has(first!))
  await until(() => links().at(-1) === 'house')
  speak(2)
  uplink.turn({ name: 'talk', held: true })
  await until(() => came.length === 3)
  expect(came).toEqual([{ open: MIC }, 0, { talk: true }])
})

test('without standby there is no connection before the microphone and none after', async () => {
  open()
  expect(links()).toEqual([])
  uplink.plug(MIC)
  await until(() => io.of('/mic').sockets.size === 1 && links().includes('live'))
  uplink.unplug()
  await until(() => io.of('/mic').sockets.size === 0)
  expect(links().at(-1)).toBe('off')
})

test('a server of another time is told apart from one that is away', async () => {
  open(true)
  await until(() => links().includes('house'))
  io.of('/mic').emit('state', { something: 'else' })
  await until(() => links().at(-1) === 'outdated')
})
