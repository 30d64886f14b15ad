// What a file that should be the Cubism Core is. In: its bytes. Out: its version and the newest .moc3 format it reads, or a Problem.
// It is foreign code, so it runs in a process of its own that may touch no file, start nothing and sees no environment of ours; what it is handed from outside its page
// makes no code, so that it does not reach the network either.
import { Problem } from '@psiona/shared'
import { z } from 'zod'
import type { Clock } from '../clock'
import { runProgram } from '../program-run'

export interface CoreFacts {
  /** '4.2.2' */
  readonly version: string
  /** As in byte 4 of a .moc3: 1 = 3.0 … 6 = 5.3. */
  readonly newestFormat: number
}
const CoreFacts = z.object({ version: z.string().regex(/^\d+\.\d+\.\d+$/), newestFormat: z.number().int().min(1).max(99) })

/** The Core looks for a page around it; it gets the least of one. */
const PROBE = `
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'Worker', 'BroadcastChannel']) delete globalThis[name]
const { env } = process
for (const name of Object.keys(env)) delete env[name]
const vm = require('node:vm')
const source = require('node:fs').readFileSync(0, 'utf8')
const quiet = () => {}
const page = vm.createContext({ window: {}, document: { currentScript: { src: '' } }, location: { href: '' }, navigator: {},
  console: { log: quiet, warn: quiet, error: quiet }, TextDecoder, WebAssembly, atob, ...require('node:timers'), ...require('node:perf_hooks') })
new vm.Script(source + '\\n;globalThis.found = typeof Live2DCubismCore === "undefined" ? null : Live2DCubismCore').runInContext(page, { timeout: 5000 })
const tell = () => {
  const v = page.found.Version.csmGetVersion()
  process.stdout.write(JSON.stringify({ version: [v >>> 24, (v >>> 16) & 255, v & 65535].join('.'),
    newestFormat: page.found.Version.csmGetLatestMocVersion() }))
}
// A Core that is WebAssembly is ready some turns later.
const tryAgain = (left) => { try { tell() } catch (error) { if (left === 0) throw error; setImmediate(tryAgain, left - 1) } }
tryAgain(100000)
`
/** Its name before Node 22.13. */
const FENCE = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission'
const LIMIT_MS = 10_000

const notTheCore = (why: string) =>
  new Problem(
    'not-the-core',
    'input',
    `This is not a Cubism Core that works: ${why}. Take live2dcubismcore.min.js from Live2D's "Cubism SDK for Web", or let Psiona fetch it.`,
  )

/** @throws Problem 'not-the-core' */
export async function probeCore(bytes: Uint8Array, clock: Clock, signal: AbortSignal): Promise<CoreFacts> {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('Live2DCubismCore'))
    throw notTheCore('it does not name itself so')
  const end = await runProgram({
    clock,
    program: process.execPath,
    args: ['--no-warnings', FENCE, '--disallow-code-generation-from-strings', '-e', PROBE],
    input: bytes,
    limitMs: LIMIT_MS,
    mostOutputBytes: 1000,
    signal,
  })
  if (end.kind === 'aborted')
    throw new Problem('probe-given-up', 'input', 'The file was given up before it was tried. Drop it again.')
  if (end.kind === 'too-slow' || end.kind === 'not-started')
    throw new Problem(
      'core-not-tried',
      'busy',
      `The Cubism Core gave no answer within ${LIMIT_MS / 1000} s: this machine has too much to do, or the file is none. Try again in a minute.`,
      end.kind === 'not-started' ? { cause: end.cause } : {},
    )
  // A Node that does not know the fence ends here too, before it has read anything.
  if (end.kind !== 'exited' || end.code !== 0) throw notTheCore('it does not run')
  try {
    return CoreFacts.parse(JSON.parse(end.output))
  } catch (cause) {
    throw new Problem('not-the-core', 'input', notTheCore('it does not tell its version').message, { cause })
  }
}
