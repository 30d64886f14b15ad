// The right to write models. In: the models folder. Out: a hold on it that no second process gets, given back by the system however this one ends.
import { join } from 'node:path'
import { Problem } from '@psiona/shared'
import Sqlite from 'better-sqlite3'

/** @throws Problem 'models-busy' while another process pulls into the folder; the file system's error */
export function holdModels(modelsDir: string): { release(): void } {
  const lock = new Sqlite(join(modelsDir, 'pull.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
    throw new Problem(
      'models-busy',
      'busy',
      'Another Psiona is fetching models into this folder. Wait until it is done, or stop it, then pull again.',
    )
  }
  return { release: () => lock.close() }
}
