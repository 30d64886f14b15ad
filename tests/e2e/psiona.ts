// A real Psiona for tests and benches: the built server as a process of its own, on a free port, with a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HealthReply, OverlayAddress, TurnsReply } from '@psiona/shared'
import type { z } from 'zod'
import { root } from '../checkout'

export interface RunningPsiona {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  readonly process: ChildProcess
  readonly token: string
  /** Milliseconds from the start of the process until it said it was ready. */
  readonly readyMs: number
  output(): string
  api<T>(method: string, path: string, reply: z.ZodType<T>, body?: unknown): Promise<T>
  overlayUrl(query?: string): Promise<string>
  turns(): Promise<TurnsReply['turns']>
  health(): Promise<HealthReply>
  /** Ends it as Ctrl C would; with `keepData` the folder stays for the next start. */
  stop(options?: { keepData?: boolean }): Promise<void>
}

export interface StartOptions {
  readonly dataDir?: string
  readonly port?: number
  readonly environment?: Record<string, string>
}

export async function startPsiona({
  dataDir = mkdtempSync(join(tmpdir(), 'psiona-e2e-')),
  port = 0,
  environment = {},
}: StartOptions = {}): Promise<RunningPsiona> {
  takeWhatSheNeeds(dataDir)
  const startedAt = performance.now()
  // With the flag of `npm start`: what is thrown away young needs little room.
  const child = spawn(process.execPath, ['--max-semi-space-size=4', join(root, 'dist/main.mjs')], {
    cwd: root,
    env: { ...process.env, PSIONA_DATA: dataDir, PSIONA_PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ready = await new Promise<{ port: number }>((resolve, reject) => {
    const keep = (chunk: Buffer) => {
      output += chunk
      const found = /http:\/\/localhost:(\d+)/.exec(output)
      if (found && output.includes('Ready')) resolve({ port: Number(found[1]) })
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('exit', (code) => reject(new Error(`Psiona ended with ${code}:\n${output}`)))
  })
  const readyMs = performance.now() - startedAt
  const url = `http://localhost:${ready.port}`
  const token = readFileSync(join(dataDir, 'control-token'), 'utf8').trim()
  const api = async <T>(method: string, path: string, reply: z.ZodType<T>, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return reply.parse(JSON.parse(text))
  }
  return {
    url,
    port: ready.port,
    dataDir,
    process: child,
    token,
    readyMs,
    output: () => output,
    api,
    overlayUrl: async (query = '') => {
      const address = new URL((await api('GET', '/api/overlay-address', OverlayAddress)).url)
      address.search = query
      return address.href
    },
    turns: async () => (await api('GET', '/api/turns?limit=100', TurnsReply)).turns,
    health: () => api('GET', '/api/health', HealthReply),
    async stop({ keepData = false } = {}) {
      if (child.exitCode === null) {
        const over = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGINT')
        await over
      }
      if (!keepData && existsSync(dataDir)) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A machine that runs tests is always short of something: savings are for the bench that measures them. */
function takeWhatSheNeeds(dataDir: string): void {
  const file = join(dataDir, 'settings.json')
  if (existsSync(file)) return
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(file, JSON.stringify({ schema: 1, load: { mode: 'off' } }), { mode: 0o600 })
}
