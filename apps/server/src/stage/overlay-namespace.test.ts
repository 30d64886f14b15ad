// The overlay's socket: who may join, what a viewer is told and when, who sounds, which reports count.
import { type Bubble, decodeBlock, type OverlayState, PROTOCOL_VERSION, type VoicePart } from '@psiona/shared'
import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type ClientOptions,
  command,
  eventWhere,
  joinNamespace,
  nextEvent,
  outcomeOf,
  type ServedHouse,
  serveHouse,
  untilRead,
} from '../../../../tests/fakes/served-house'
import { aBlock, aBlockPart, aCutPart, aSubtitle, aSubtitlePart } from '../../../../tests/fakes/voice-parts'
import type { HouseNews } from '../house'
import { type Channel, channel } from '../streams'
import type { PlayedReport } from './stage'

const aBubble: Bubble = { messageId: 'm1', name: 'Ada', text: 'hi', platform: 'twitch', answering: false, staysMs: 8000 }

let served: ServedHouse
let parts: Channel<VoicePart>
let shown: Promise<void>
let sockets: Socket[]
beforeEach(async () => {
  served = await serveHouse()
  parts = channel()
  sockets = []
  shown = served.stage.show(parts)
})
afterEach(async () => {
  for (const socket of sockets) socket.disconnect()
  parts.close()
  await shown
  await served.close()
})

const open = (namespace: string, options: ClientOptions = {}): Socket => {
  const socket = joinNamespace(served, namespace, options)
  sockets.push(socket)
  return socket
}
/** A viewer with everything it has been told, in order. */
async function watch() {
  const socket = open('/overlay', { token: await served.overlayToken() })
  const told: [string, unknown][] = []
  socket.onAny((name: string, content: unknown) => told.push([name, content]))
  await nextEvent(socket, 'state')
  return { socket, told, names: () => told.map(([name]) => name) }
}
const sounds = (socket: Socket, sounding: boolean) =>
  eventWhere<OverlayState>(socket, 'state', (state) => state.sounding === sounding)

describe('joining', () => {
  test('[R61] without the display token nobody joins, and hears nothing but the refusal', async () => {
    const wrong = [undefined, '', 'wrong', served.controlToken, `${await served.overlayToken()}x`]
    for (const token of wrong) {
      const socket = open('/overlay', token === undefined ? {} : { token })
      const heard: string[] = []
      socket.onAny((name: string) => heard.push(name))
      expect(await outcomeOf(socket), String(token)).toBe('no-token')
      expect(heard).toEqual([])
    }
    expect(served.stage.hasViewers()).toBe(false)
  })

  test('[R61] a program without Origin joins with its token in head and auth', async () => {
    const token = await served.overlayToken()
    expect(await outcomeOf(open('/overlay', { token, headers: { Authorization: `Bearer ${token}` } }))).toBe('joined')
    expect(await outcomeOf(open('/overlay', { token, headers: {} }))).toBe('refused')
  })

  test('[R60] there is nothing but the three namespaces', async () => {
    const token = await served.overlayToken()
    expect(await outcomeOf(open('/', { token }))).toBe('no-route')
    expect(await outcomeOf(open('/admin', { token }))).toBe('refused')
  })

  test('[R45] the display token opens no other namespace', async () => {
    const token = await served.overlayToken()
    for (const namespace of ['/panel', '/mic']) {
      expect(await outcomeOf(open(namespace, { token }))).toBe('no-token')
      expect(await outcomeOf(open(namespace, { token, headers: { Authorization: `Bearer ${token}` } }))).toBe('no-token')
    }
  })
})

describe('being told', () => {
  test('[R62] scene, state, what is being said, then blocks', async () => {
    await watch()
    parts.push(aSubtitlePart('over', 0, 1))
    parts.push(aSubtitlePart('now', 100, 200))
    parts.push(aSubtitlePart('next', 200, 300))
    parts.push(aBlockPart(150))
    const late = await watch()
    parts.push(aBlockPart(151))
    await nextEvent(late.socket, 'block')
    expect(late.names()).toEqual(['scene', 'state', 'subtitle', 'subtitle', 'block'])
    expect(late.told[0]?.[1]).toMatchObject({ protocol: PROTOCOL_VERSION, character: { id: 'tori' } })
    expect(late.told[1]?.[1]).toEqual({ tally: 'listening', sounding: false, emotion: {} })
    expect(late.told.slice(2, 4).map(([, content]) => content)).toEqual([aSubtitle('now', 100, 200), aSubtitle('next', 200, 300)])
  })

  test('[R10, R62] every viewer gets each block, whole', async () => {
    const viewers = [await watch(), await watch()]
    const arrived = viewers.map(({ socket }) => nextEvent<Buffer>(socket, 'block'))
    parts.push(aBlockPart(7, { epoch: 3 }))
    for (const bytes of await Promise.all(arrived)) {
      const { blockId, epoch, atSample, pcm } = decodeBlock(Uint8Array.from(bytes).buffer)
      expect([blockId, epoch, atSample, pcm?.length]).toEqual([7, 3, aBlock(7).atSample, 400])
      expect(pcm?.[0]).toBeCloseTo(0.25, 4)
    }
  })

  test('[R66] a cut is told, and what it ended is not told to those who come later', async () => {
    const viewer = await watch()
    parts.push(aSubtitlePart('cut off', 0, 100, 0))
    const told = nextEvent(viewer.socket, 'cut')
    parts.push(aCutPart(1))
    expect(await told).toEqual({ epoch: 1, fadeMs: 5, reason: 'stop' })
    const late = await watch()
    await untilRead(late.socket)
    expect(late.names()).not.toContain('subtitle')
  })

  test('[R62, R70] who joins while she is quieter is told so before the first block, later nobody', async () => {
    const first = await watch()
    const duck = { gainDb: -14, rampMs: 25 }
    const ducked = nextEvent(first.socket, 'duck')
    parts.push({ type: 'voice-duck', duck })
    await ducked
    const late = await watch()
    parts.push(aBlockPart(1))
    await nextEvent(late.socket, 'block')
    expect(late.names()).toEqual(['scene', 'state', 'duck', 'block'])
    expect(late.told[2]?.[1]).toEqual(duck)
    const back = nextEvent(late.socket, 'duck')
    parts.push({ type: 'voice-duck', duck: { gainDb: 0, rampMs: 300 } })
    await back
    const latest = await watch()
    parts.push(aBlockPart(2))
    await nextEvent(latest.socket, 'block')
    expect(latest.names()).not.toContain('duck')
  })

  test('[R107] chat lines, effects and motions are told as they come, lines that are still on the picture to who joins', async () => {
    const { socket } = await watch()
    const told = (name: string, news: HouseNews) => {
      const event = nextEvent(socket, name)
      served.house.news.publish(news)
      return event
    }
    const effect = { effectId: 1, kind: 'hearts' as const, strength: 0.5, durationMs: 3000, caption: '' }
    expect(await told('bubble', { type: 'bubble-shown', bubble: aBubble })).toEqual(aBubble)
    expect(await told('effect', { type: 'effect-shown', effect })).toEqual(effect)
    expect(await told('effects-gone', { type: 'effects-gone', effectIds: [1] })).toEqual({ effectIds: [1] })
    expect(await told('motion', { type: 'motion-wanted', cue: 'greeting' })).toEqual({ cue: 'greeting' })
    served.house.onPicture = [aBubble]
    const late = await watch()
    expect(late.names().slice(0, 3)).toEqual(['scene', 'state', 'bubble'])
    expect(await told('bubbles-gone', { type: 'bubbles-gone', messageIds: ['m1'] })).toEqual({ messageIds: ['m1'] })
  })

  test('[R106] another look is another scene', async () => {
    const { socket } = await watch()
    const scene = nextEvent(socket, 'scene')
    served.house.news.publish({ type: 'look-changed' })
    expect(await scene).toMatchObject({ model: { id: 'tori', variant: 'default' } })
  })

  test('a changed scene and a changed tally are told', async () => {
    const { socket } = await watch()
    const scene = nextEvent(socket, 'scene')
    const before = served.house.settings()
    const settings = { ...before, overlay: { ...before.overlay, subtitles: 'off' as const } }
    await served.house.putSettings(settings)
    served.house.news.publish({ type: 'settings-changed', settings })
    expect(await scene).toMatchObject({ overlay: { subtitles: 'off' } })
    const state = nextEvent(socket, 'state')
    served.house.tally = 'speaking'
    served.house.news.publish({ type: 'tally-changed', tally: 'speaking' })
    expect(await state).toEqual({ tally: 'speaking', sounding: false, emotion: {} })
  })
})

describe('sounding', () => {
  test('[R63] the server decides, and tells each client whether it is the one', async () => {
    const [tab, obs] = [await watch(), await watch()]
    const tabSounds = sounds(tab.socket, true)
    tab.socket.emit('claim', { kind: 'tab', unlocked: true })
    await tabSounds
    const changed = [sounds(tab.socket, false), sounds(obs.socket, true)]
    obs.socket.emit('claim', { kind: 'obs', unlocked: true })
    await Promise.all(changed)
    expect(served.stage.soundingClient()).toBe('obs')
    const back = sounds(tab.socket, true)
    obs.socket.disconnect()
    await back
    expect(served.stage.soundingClient()).toBe('tab')
  })

  test('[R63] a claim that is none is ignored', async () => {
    const { socket } = await watch()
    for (const claim of [
      null,
      'obs',
      {},
      { kind: 'obs' },
      { kind: 'king', unlocked: true },
      { kind: 'obs', unlocked: true, rank: 9 },
      [],
    ])
      socket.emit('claim', claim)
    await untilRead(socket)
    expect(served.stage.soundingClient()).toBe('none')
  })

  test('[R64] reports count from the client that sounds, for blocks that were sent', async () => {
    const reports: PlayedReport[] = []
    served.stage.played.subscribe((report) => reports.push(report))
    const [loud, mute] = [await watch(), await watch()]
    const heard = sounds(loud.socket, true)
    loud.socket.emit('claim', { kind: 'tab', unlocked: true })
    await heard
    const arrived = nextEvent(loud.socket, 'block')
    for (const blockId of [1, 2, 3]) parts.push(aBlockPart(blockId))
    await arrived
    const report = ({ socket }: { socket: Socket }, blockId: number) =>
      socket.emit('played', { blockId, atSample: blockId * 400 })
    report(mute, 1)
    report(loud, 99)
    for (const junk of [
      null,
      'x',
      {},
      { blockId: '2', atSample: 800 },
      { blockId: 2.5, atSample: 1000 },
      { blockId: 2, atSample: 800, more: 1 },
    ])
      loud.socket.emit('played', junk)
    report(loud, 2)
    report(loud, 1)
    report(loud, 3)
    await new Promise<void>((resolve) => served.stage.played.subscribe(({ blockId }) => blockId === 3 && resolve()))
    await untilRead(mute.socket)
    expect(reports.map(({ blockId, atSample }) => [blockId, atSample])).toEqual([
      [2, 800],
      [3, 1200],
    ])
    for (const { receivedMs } of reports) expect(receivedMs).toBeGreaterThan(0)
  })
})

describe('rotation', () => {
  test('[R46] a new display token cuts every viewer off, and the old one opens nothing', async () => {
    const old = await served.overlayToken()
    const viewers = [await watch(), await watch()]
    const gone = viewers.map(({ socket }) => nextEvent(socket, 'disconnect'))
    const answer = await command(served, 'POST', '/api/overlay-address')
    await Promise.all(gone)
    const token = await served.overlayToken()
    expect(JSON.parse(answer.text)).toEqual({ url: `${served.origin}/overlay#token=${token}` })
    expect(token).not.toBe(old)
    expect(await outcomeOf(open('/overlay', { token: old }))).toBe('no-token')
    expect(await outcomeOf(open('/overlay', { token }))).toBe('joined')
  })
})
