// What must be in no log, no answer and no export. In: a name and a value. Out: the same after a restart, from PSIONA_DATA/secrets.json, readable by its owner alone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '@psiona/shared'
import { z } from 'zod'
import type { Secrets } from '../organs'
import { replaceFile } from './data-folder'
import { storeProblem } from './store-problem'

const SecretsFile = z.partialRecord(z.enum(['obs-password', 'twitch-login']), z.string())

/** @throws Problem when the file is there and cannot be read */
export function openSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json')
  let secrets = readSecrets(path)
  return {
    read: (name) => secrets[name] ?? null,
    write(name, value) {
      const { [name]: _, ...rest } = secrets
      const next = value === null ? rest : { ...rest, [name]: value }
      try {
        replaceFile(path, `${JSON.stringify(next)}\n`)
      } catch (cause) {
        throw storeProblem(cause, path)
      }
      secrets = next
    },
  }
}

function readSecrets(path: string): z.infer<typeof SecretsFile> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {}
    throw storeProblem(cause, path)
  }
  try {
    return SecretsFile.parse(JSON.parse(text))
  } catch {
    // The parser's own words would quote what is in the file.
    throw new Problem('secrets-damaged', 'broken', `${path} cannot be read. Remove it and enter passwords and logins again.`)
  }
}
