// A program that starts another and writes both process ids into a file: whether both have ended with it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, vi } from 'vitest'

/** Of parent and child, as soon as both run. */
export async function pidsIn(folder: string, patience: { timeout: number }): Promise<number[]> {
  const read = () => readFileSync(join(folder, 'pids'), 'utf8').split(' ').map(Number)
  await vi.waitFor(() => expect(read()).toHaveLength(2), patience)
  return read()
}

export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    // Nobody of that number.
    return false
  }
  const state = `/proc/${pid}/stat`
  return !existsSync(state) || !/\) Z /.test(readFileSync(state, 'utf8'))
}

export const bothGone = (running: readonly number[], patience: { timeout: number }): Promise<void> =>
  vi.waitFor(() => expect(running.map(lives)).toEqual([false, false]), patience)
