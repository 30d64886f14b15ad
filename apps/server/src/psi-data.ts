// Where the engine's data lies in the checkout: the engine itself reads no files.
import { join } from 'node:path'

export const psiDataFiles = (rootDir: string) => ({
  dictionaryFile: join(rootDir, 'packages/psi/data/english.dict'),
  letterToSoundFile: join(rootDir, 'packages/psi/data/english.lts'),
})
