// A program with all that it starts, without a shell. In: its name and arguments; later the wish that it ends. Out: the process; then nothing of it is left.
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import type { Ms } from '@psiona/shared'
import type { Clock } from './clock'

export type Program = ChildProcessByStdio<Writable | null, Readable, null>

/** Asked to end, a program may tidy up for so long. */
export const KILL_GRACE_MS: Ms = 500

/** A program of its own group takes along what it has started. */
const OWN_GROUP = process.platform !== 'win32'

/** What cannot be started is told by 'error', or here: which of the two depends on the reason. */
export function startGroup(
  program: string,
  args: readonly string[],
  stdin: 'ignore' | 'pipe',
): Program | { readonly cause: unknown } {
  try {
    // What a program writes to stderr may be what was said: nobody reads it.
    const options = { windowsHide: true, detached: OWN_GROUP } as const
    return stdin === 'pipe'
      ? spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'ignore'] })
      : spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (cause) {
    return { cause }
  }
}

function signalGroup(program: Program, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (program.pid === undefined) return
  try {
    if (OWN_GROUP) process.kill(-program.pid, signal)
    else program.kill(signal)
  } catch {
    // It is gone already, or about to be: systems differ in what they say of such a group.
  }
}

/** Asks it to end, and does not ask again. `closed`: aborted when it has closed. Never rejects. */
export async function endGroup(clock: Clock, program: Program, closed: AbortSignal): Promise<void> {
  signalGroup(program, 'SIGTERM')
  await clock.sleep(KILL_GRACE_MS, closed)
  // What it had started may be less obliging than itself.
  signalGroup(program, 'SIGKILL')
  // What has left the group may hold the pipe open; nobody waits for it.
  program.stdout.destroy()
}
