// A viewer that stops reading, beside one that does not.
import { decodeBlock, type VoicePart } from '@psiona/shared'
import type { Socket } from 'socket.io-client'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { command, joinNamespace, nextEvent, type ServedHouse, serveHouse, untilRead } from '../../../../tests/fakes/served-house'
import { aBlockPart, aCutPart, aSubtitlePart } from '../../../../tests/fakes/voice-parts'
import { type Channel, channel } from '../streams'
import { MAX_BACKLOG_BYTES } from './overlay-namespace'

let served: ServedHouse
let parts: Channel<VoicePart>
let healthy: Socket
const healthyIds: number[] = []
const slowSockets: WebSocket[] = []

afterEach(async () => {
  for (const socket of slowSockets.splice(0)) socket.terminate()
  healthy.disconnect()
  parts.close()
  await served.close()
})

async function begin(timeoutMs: number) {
  served = await serveHouse({ heartbeat: { intervalMs: 10, timeoutMs } })
  parts = channel()
  void served.stage.show(parts)
  healthyIds.length = 0
  healthy = joinNamespace(served, '/overlay', { token: await served.overlayToken() })
  await nextEvent(healthy, 'state')
  healthy.on('block', (bytes: Buffer) => healthyIds.push(decodeBlock(Uint8Array.from(bytes).buffer).blockId))
}

/** A viewer that speaks the wire itself, so that its reading can be stopped. */
async function slowViewer() {
  const token = await served.overlayToken()
  const socket = new WebSocket(`ws://localhost:${served.port}/socket.io/?EIO=4&transport=websocket`, { origin: served.origin })
  slowSockets.push(socket)
  const ids: number[] = []
  const events: string[] = []
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const joined = new Promise<void>((resolve) =>
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) return void ids.push(decodeBlock(Uint8Array.from(data).buffer).blockId)
      const text = data.toString()
      if (text.startsWith('0')) socket.send(`40/overlay,${JSON.stringify({ token })}`)
      else if (text === '2') socket.send('3')
      else if (text.startsWith('42/overlay,["state"')) resolve()
      else events.push(text)
    }),
  )
  await joined
  return { socket, ids, events, closed }
}

/** Blocks in small lots, each waited for, so that only who does not read falls behind. */
async function showBlocks(from: number, to: number): Promise<void> {
  for (let blockId = from; blockId < to; blockId += 20) {
    const last = Math.min(to, blockId + 20) - 1
    for (let id = blockId; id <= last; id++) parts.push(aBlockPart(id))
    await untilRead(healthy)
    expect(healthyIds.at(-1)).toBe(last)
  }
}
const countOf = async (name: string) =>
  Number(new RegExp(`^psiona_${name} (\\d+)$`, 'm').exec((await command(served, 'GET', '/metrics')).text)?.[1])

test('[R65] it is spared what it could not have used, and goes on with the newest; the other misses nothing', async () => {
  await begin(10_000)
  const slow = await slowViewer()
  await showBlocks(0, 20)
  slow.socket.pause()
  await showBlocks(20, 600)
  const skipped = await countOf('blocks_skipped_total')
  // Nearly all: the backlog is counted in bytes, a block of speech is about 1 kB.
  expect(skipped).toBeGreaterThan(580 - (MAX_BACKLOG_BYTES / 950 + 20))
  expect(healthyIds).toEqual(Array.from({ length: 600 }, (_, id) => id))

  slow.socket.resume()
  const fresh = new Promise<void>((resolve) => slow.socket.on('message', () => (slow.ids.at(-1) ?? 0) >= 600 && resolve()))
  for (let id = 600; slow.ids.every((known) => known < 600); id += 20) await showBlocks(id, id + 20)
  await fresh
  const held = slow.ids.filter((id) => id >= 20 && id < 600)
  expect(held.length).toBe(580 - skipped)
  expect(held).toEqual(Array.from({ length: held.length }, (_, at) => at + 20))
})

test('[R66] subtitles and cuts reach it all the same', async () => {
  await begin(10_000)
  const slow = await slowViewer()
  slow.socket.pause()
  await showBlocks(0, 200)
  parts.push(aSubtitlePart('late', 190, 300))
  parts.push(aCutPart(1))
  await untilRead(healthy)
  slow.socket.resume()
  await new Promise<void>((resolve) => {
    const look = () => slow.events.some((event) => event.includes('"cut"')) && resolve()
    slow.socket.on('message', look)
    look()
  })
  expect(slow.events.some((event) => event.includes('"subtitle"'))).toBe(true)
})

test('[R65] one that reads nothing for the whole time is let go; the other stays', async () => {
  await begin(1000)
  const slow = await slowViewer()
  const sockets = async () => Number(/namespace="overlay"} (\d)/.exec((await command(served, 'GET', '/metrics')).text)?.[1])
  expect(await sockets()).toBe(2)
  slow.socket.pause()
  for (let id = 0; (await sockets()) === 2; id += 20) await showBlocks(id, id + 20)
  expect(healthy.connected).toBe(true)
  slow.socket.resume()
  await slow.closed
})
