// A house to flood. In: nothing. Out: a server that reads the flooding chat, an overlay page that sounds, a microphone, a panel that listens; and all of it closed again.
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { join } from 'node:path'
import { type ChatLine, type ChatMood, Settings } from '@psiona/shared'
import type { Browser, Page } from 'playwright-core'
import { io, type Socket } from 'socket.io-client'
import { root } from '../tests/checkout'
import { launch, openPage } from '../tests/e2e/browser'
import { whenIdle } from '../tests/e2e/overlay-gauge'
import { type ProgramMicrophone, plugProgramMicrophone } from '../tests/e2e/program-microphone'
import { type RunningPsiona, startPsiona } from '../tests/e2e/psiona'
import { CHANNEL, type FloodOrder, FloodReport } from './flood-orders'

/** Printed at once for whatever is said, so that recognising costs the same in calm and in a flood. */
const RECOGNISER = { kind: 'command', command: 'echo', args: ['What is your favourite colour?'] } as const

export interface FloodHouse {
  readonly psiona: RunningPsiona
  readonly page: Page
  readonly microphone: ProgramMicrophone
  readonly panel: FloodPanel
  tell(order: FloodOrder): void
  /** The next report of the chat. */
  report(): Promise<FloodReport>
  /** Bytes of the server's process. */
  residentBytes(): number
  /** Since the last reading. */
  loopLagMs(): Promise<number>
  close(): Promise<void>
}

/** What a panel is told of the chat. */
export interface FloodPanel {
  readonly lines: Map<string, { readonly line: ChatLine; readonly firstMs: number }>
  readonly events: { single: number; bundles: number }
  mood: ChatMood | null
}

async function openChat(): Promise<{ child: ChildProcess; report: () => Promise<FloodReport>; port: number }> {
  const child = fork(join(root, 'bench/flood-chat.ts'), { execArgv: ['--import', 'tsx'], cwd: root })
  const report = () =>
    new Promise<FloodReport>((resolve, reject) => {
      child.once('message', (message) => resolve(FloodReport.parse(message)))
      child.once('exit', (code) => reject(new Error(`the chat ended with ${code}`)))
    })
  const first = await report()
  if (first.type !== 'listening') throw new Error('the chat does not listen')
  return { child, report, port: first.port }
}

async function openPanel({ url, token }: RunningPsiona): Promise<{ panel: FloodPanel; socket: Socket }> {
  const panel: FloodPanel = { lines: new Map(), events: { single: 0, bundles: 0 }, mood: null }
  const socket = io(`${url}/panel`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { authorization: `Bearer ${token}` },
  })
  const take = (line: ChatLine) => {
    panel.lines.set(line.messageId, { line, firstMs: panel.lines.get(line.messageId)?.firstMs ?? Date.now() })
  }
  socket.on('chat-line', (line: ChatLine) => {
    panel.events.single++
    take(line)
  })
  socket.on('chat-lines', (lines: ChatLine[]) => {
    panel.events.bundles++
    for (const line of lines) take(line)
  })
  socket.on('chat-mood', (mood: ChatMood) => {
    panel.mood = mood
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return { panel, socket }
}

async function whenReading(psiona: RunningPsiona): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const part = (await psiona.health()).parts.find((one) => one.part === 'twitch')
    if (part?.detail.includes(`reading #${CHANNEL}`)) return
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error('the chat is not read')
}

export async function openFloodHouse(): Promise<FloodHouse> {
  const chat = await openChat()
  const psiona = await startPsiona({ environment: { PSIONA_TWITCH_SERVER: `127.0.0.1:${chat.port}` } })
  const browser: Browser = await launch()
  const settings = await psiona.api('GET', '/api/settings', Settings)
  await psiona.api('PUT', '/api/settings', Settings, {
    ...settings,
    twitch: { ...settings.twitch, channel: CHANNEL },
    hearing: { ...settings.hearing, recogniser: RECOGNISER },
  })
  await whenReading(psiona)
  const { panel, socket } = await openPanel(psiona)
  const microphone = await plugProgramMicrophone(psiona)
  const { page } = await openPage(browser, await psiona.overlayUrl('?antialias=0'))
  await whenIdle(page)
  return {
    ...{ psiona, page, microphone, panel, report: chat.report },
    tell: (order) => void chat.child.send(order),
    residentBytes: () =>
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(psiona.process.pid)], { encoding: 'utf8' })) * 1024,
    async loopLagMs() {
      const reply = await fetch(`${psiona.url}/metrics`, { headers: { authorization: `Bearer ${psiona.token}` } })
      return Number(/^psiona_event_loop_lag_p99_seconds (\S+)/m.exec(await reply.text())?.[1]) * 1000
    },
    async close() {
      microphone.close()
      socket.disconnect()
      await browser.close()
      await psiona.stop()
      chat.child.disconnect()
    },
  }
}
