// One run of a program, without a shell. In: arguments, what it reads, limits, a signal. Out: how it ended and what it printed; by then it is gone, and when it was cut short, so is what it had started.
import { type ChildProcess, spawn } from 'node:child_process'
import type { Ms } from '@psiona/shared'
import type { Clock } from '../clock'

export interface ProgramOrder {
  readonly clock: Clock
  readonly program: string
  readonly args: readonly string[]
  /** What it reads from its standard input; null = nothing. */
  readonly input: Uint8Array | null
  readonly limitMs: Ms
  readonly mostOutputBytes: number
  readonly signal: AbortSignal
}
export type ProgramEnd =
  | { readonly kind: 'exited'; readonly code: number | null; readonly output: string }
  | { readonly kind: 'not-started'; readonly cause: unknown }
  | { readonly kind: 'aborted' | 'too-slow' | 'too-much' }

/** Asked to end, a program may tidy up for so long. */
export const KILL_GRACE_MS: Ms = 500

/** A program of its own group takes along what it has started. */
const OWN_GROUP = process.platform !== 'win32'

function kill(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return
  try {
    if (OWN_GROUP) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // It is gone already, or about to be: systems differ in what they say of such a group.
  }
}

function started({ program, args, input }: ProgramOrder): ChildProcess | { readonly cause: unknown } {
  try {
    const stdin = input === null ? 'ignore' : 'pipe'
    // What a recogniser writes to stderr may be what was said: nobody reads it.
    return spawn(program, args, { stdio: [stdin, 'pipe', 'ignore'], windowsHide: true, detached: OWN_GROUP })
  } catch (cause) {
    return { cause }
  }
}

/** Never rejects. */
export async function runProgram(order: ProgramOrder): Promise<ProgramEnd> {
  const { clock, input, limitMs, mostOutputBytes, signal } = order
  if (signal.aborted) return { kind: 'aborted' }
  const child = started(order)
  if ('cause' in child) return { kind: 'not-started', cause: child.cause }
  const over = new AbortController()
  const chunks: Buffer[] = []
  let length = 0
  let cut: ProgramEnd | null = null
  const end = (kind: 'aborted' | 'too-slow' | 'too-much') => {
    if (cut) return
    cut = { kind }
    kill(child, 'SIGTERM')
    void clock.sleep(KILL_GRACE_MS, over.signal).then(() => {
      if (over.signal.aborted) return
      kill(child, 'SIGKILL')
      // What has left the group may hold the pipe open; nobody waits for it.
      child.stdout?.destroy()
    })
  }
  const abort = () => end('aborted')
  signal.addEventListener('abort', abort, { once: true })
  void clock.sleep(limitMs, over.signal).then(() => {
    if (!over.signal.aborted) end('too-slow')
  })
  child.stdout?.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > mostOutputBytes) end('too-much')
    else chunks.push(chunk)
  })
  // A program that does not read to the end closes its side; its exit code says whether that was right.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  const ended = await new Promise<ProgramEnd>((resolve) => {
    child.once('error', (cause) => resolve({ kind: 'not-started', cause }))
    child.once('close', (code) => resolve({ kind: 'exited', code, output: Buffer.concat(chunks).toString('utf8') }))
  })
  over.abort()
  signal.removeEventListener('abort', abort)
  if (!cut) return ended
  // What it had started may be less obliging than itself.
  kill(child, 'SIGKILL')
  return cut
}
