// One run of a program, without a shell. In: arguments, what it reads, limits, a signal. Out: how it ended and what it printed; by then it is gone, and when it was cut short, so is what it had started.
import type { Ms } from '@psiona/shared'
import type { Clock } from './clock'
import { endGroup, startGroup } from './program-group'

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

/** Never rejects. */
export async function runProgram(order: ProgramOrder): Promise<ProgramEnd> {
  const { clock, program, args, input, limitMs, mostOutputBytes, signal } = order
  if (signal.aborted) return { kind: 'aborted' }
  const child = startGroup(program, args, input === null ? 'ignore' : 'pipe')
  if ('cause' in child) return { kind: 'not-started', cause: child.cause }
  const over = new AbortController()
  const chunks: Buffer[] = []
  let length = 0
  let cut: ProgramEnd | null = null
  let gone: Promise<void> | undefined
  const end = (kind: 'aborted' | 'too-slow' | 'too-much') => {
    if (cut) return
    cut = { kind }
    gone = endGroup(clock, child, over.signal)
  }
  const abort = () => end('aborted')
  signal.addEventListener('abort', abort, { once: true })
  void clock.sleep(limitMs, over.signal).then(() => {
    if (!over.signal.aborted) end('too-slow')
  })
  child.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > mostOutputBytes) end('too-much')
    else chunks.push(chunk)
  })
  // A program that does not read to the end closes its side; its exit code says whether that was right.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  const ended = await new Promise<ProgramEnd>((resolve) => {
    child.once('error', (cause) => resolve(cut ?? { kind: 'not-started', cause }))
    child.once('close', (code) => resolve(cut ?? { kind: 'exited', code, output: Buffer.concat(chunks).toString('utf8') }))
  })
  over.abort()
  signal.removeEventListener('abort', abort)
  await gone
  return ended
}
