// A game that wants the whole machine: one busy process for each core, at normal priority. In: begin and end. Out: nothing but heat.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'

export interface BusyMachine {
  /** Resolves when all of them are gone. */
  end(): Promise<void>
}

/** Resolves when all of them run. */
export async function busyMachine(processes = availableParallelism()): Promise<BusyMachine> {
  const children: ChildProcess[] = []
  const end = async () => {
    await Promise.all(
      children.splice(0).map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return
        const gone = once(child, 'exit')
        child.kill('SIGKILL')
        await gone
      }),
    )
  }
  try {
    for (let i = 0; i < processes; i++) {
      const child = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' })
      children.push(child)
      await once(child, 'spawn')
    }
  } catch (cause) {
    await end()
    throw cause
  }
  return { end }
}
