// One logger. In: short event names with fields. Out: JSON lines to a file or stderr, without what people say and without secrets.
import { Problem } from '@psiona/shared'
import { destination, type LevelWithSilent, type Logger, pino } from 'pino'

export type Log = Logger

/** Fields that may carry words, names or keys. They are blacked out wherever they stand, up to two levels down. */
const PRIVATE_FIELDS = [
  'text',
  'said',
  'answered',
  'heard',
  'reply',
  'words',
  'lineText',
  'prompt',
  'yaml',
  'name',
  'from',
  'body',
  'query',
  'url',
  'token',
  'secret',
  'password',
  'key',
  'apiKey',
  'cookie',
  'authorization',
  'headers',
  // Of streams: rewards, captions, channels, logins.
  'title',
  'caption',
  'question',
  'summary',
  'channel',
  'device',
  'deviceCode',
  'userCode',
  'accessToken',
  'refreshToken',
]
const PRIVATE_PATHS = PRIVATE_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/** Messages of our own Problems are ours to print; those of others may quote what was parsed or sent, so only kind and place stay. */
function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const place = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return {
    kind: error.name,
    code,
    ...(error instanceof Problem ? { category: error.category, sentence: error.message } : {}),
    at: place?.slice(0, 8).map((line) => line.trim()),
    // Three deep says enough, and a circular cause ends.
    ...(error.cause !== undefined && depth < 3 ? { cause: describeError(error.cause, depth + 1) } : {}),
  }
}

export interface LogOptions {
  /** Default 'info'. */
  readonly level?: LevelWithSilent
  /** A file (its folder is made) or something that takes lines; default stderr. */
  readonly to?: string | { write(line: string): void }
}

export function createLog({ level = 'info', to }: LogOptions = {}): Log {
  // Synchronous: lines are few, and the last one before a crash is the one that is wanted.
  const sink = typeof to === 'object' ? to : destination({ dest: to ?? process.stderr.fd, mkdir: true, sync: true })
  return pino(
    {
      level,
      base: null,
      redact: { paths: PRIVATE_PATHS, censor: '[private]' },
      serializers: { err: (error) => describeError(error) },
      formatters: { level: (label) => ({ level: label }) },
    },
    sink,
  )
}
