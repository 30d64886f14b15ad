// What listeners answered about voices. In: one answer after the other. Out: all of them; one JSON line each in ratings.jsonl.
import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Rating } from '@psiona/shared'
import { storeProblem } from './store-problem'

export interface Ratings {
  /** Oldest first. Lines that are none of ours are passed over. @throws Problem of the disk */
  list(): Rating[]
  /** @throws Problem of the disk */
  add(rating: Rating): void
  /** Returns how many there were. @throws Problem of the disk */
  wipe(): number
}

function parsed(line: string): Rating[] {
  try {
    const { success, data } = Rating.safeParse(JSON.parse(line))
    return success ? [data] : []
  } catch {
    // The last line of a run that was killed may be half a line.
    return []
  }
}

/** Whether the file ends within a line: what is added then begins a new one. */
function endsHalfWay(file: string): boolean {
  if (!existsSync(file)) return false
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    const last = Buffer.alloc(1)
    return size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last[0] !== LINE_END
  } finally {
    closeSync(handle)
  }
}
const LINE_END = 0x0a

export function openRatings(dataDir: string): Ratings {
  const file = join(dataDir, 'ratings.jsonl')
  const onDisk = <T>(work: () => T): T => {
    try {
      return work()
    } catch (cause) {
      throw storeProblem(cause, file)
    }
  }
  const list = () =>
    onDisk(() => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).flatMap(parsed) : []))
  return {
    list,
    add: (rating) =>
      onDisk(() => appendFileSync(file, `${endsHalfWay(file) ? '\n' : ''}${JSON.stringify(rating)}\n`, { mode: 0o600 })),
    wipe() {
      const count = list().length
      onDisk(() => rmSync(file, { force: true }))
      return count
    },
  }
}
