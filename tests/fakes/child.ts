// A program that a test starts and ends itself. In: what to run, with which environment. Out: what it prints, and its end by its own id.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'

export interface Child {
  readonly process: ChildProcess
  /** Everything printed so far. */
  output(): string
  readonly ended: Promise<void>
  /** Resolves when it is gone; nothing happens when it is already. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export const missingPrograms = (programs: readonly string[]): string[] =>
  programs.filter((program) => spawnSync('which', [program]).status !== 0)

/** `env` is all it gets. Dies with the test's own process. */
export function startChild(program: string, args: readonly string[], env: Record<string, string>): Child {
  // Descriptor 3 is where Xvfb writes which display it has found.
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr, child.stdio[3]])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk
    })
  const die = () => void child.kill('SIGKILL')
  process.once('exit', die)
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  }).finally(() => process.off('exit', die))
  return {
    process: child,
    output: () => output,
    ended,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await ended
    },
  }
}

/** Resolves with what `found` gives as soon as it gives something. @throws when the program ends first, or nothing came in time */
export async function whenReady<T>(child: Child, what: string, found: () => Promise<T | null>, withinMs = 30_000): Promise<T> {
  const deadline = performance.now() + withinMs
  let gone = false
  void child.ended.then(() => {
    gone = true
  })
  for (;;) {
    const value = await found()
    if (value !== null) return value
    if (gone || performance.now() > deadline) {
      await child.end('SIGKILL')
      throw new Error(`${what} did not start:\n${child.output().slice(-2000)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
