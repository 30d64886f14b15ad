// A failure of SQLite or of the file system comes in, a Problem with its remedy goes out. Paths may be named, what people said never is.
import { Problem, type ProblemCategory } from '@psiona/shared'

/** A Problem that knows its two halves apart: what is so, and what to do. */
export class StoreProblem extends Problem {
  readonly what: string
  readonly remedy: string
  constructor(code: string, category: ProblemCategory, what: string, remedy: string, cause?: unknown) {
    super(code, category, `${what} ${remedy}`, { cause })
    this.what = what
    this.remedy = remedy
  }
}

interface Diagnosis {
  readonly codes: RegExp
  readonly code: string
  readonly category: ProblemCategory
  readonly what: (path: string) => string
  readonly remedy: string
}

/** First match wins. 'busy' and 'broken' pass by themselves; the others need a person. */
const DIAGNOSES: readonly Diagnosis[] = [
  {
    codes: /^(SQLITE_FULL|ENOSPC|EDQUOT)$/,
    code: 'disk-full',
    category: 'busy',
    what: (path) => `The disk with ${path} is full.`,
    remedy: 'Free some space; writing goes on by itself.',
  },
  {
    codes: /^(SQLITE_READONLY.*|SQLITE_CANTOPEN.*|SQLITE_PERM|EACCES|EPERM|EROFS)$/,
    code: 'no-write-permission',
    category: 'refused',
    what: (path) => `Psiona may not write to ${path}.`,
    remedy: 'Give your user the right to write there, or set PSIONA_DATA to a folder you own.',
  },
  {
    codes: /^(SQLITE_NOTADB|SQLITE_CORRUPT.*)$/,
    code: 'damaged-database',
    category: 'refused',
    what: (path) => `${path} is damaged and was left as it is.`,
    remedy: 'Put a backup in its place, or move it away to begin with an empty memory, then start again.',
  },
  {
    codes: /^(SQLITE_BUSY.*|SQLITE_LOCKED.*)$/,
    code: 'database-busy',
    category: 'busy',
    what: (path) => `Another program holds ${path}.`,
    remedy: 'Close the program that has it open.',
  },
  {
    codes: /^(ENOTDIR|EEXIST|EISDIR|ENOENT|ENAMETOOLONG)$/,
    code: 'bad-data-folder',
    category: 'input',
    what: (path) => `${path} cannot be used as it is: a file is where a folder should be, or the path does not exist.`,
    remedy: 'Set PSIONA_DATA to a folder you own.',
  },
  {
    codes: /^(SQLITE_ERROR|SQLITE_CONSTRAINT.*|SQLITE_MISMATCH)$/,
    code: 'unfit-database',
    category: 'refused',
    what: (path) => `${path} is not as this version of Psiona expects, and nothing was changed.`,
    remedy: 'Put a backup in its place, or report this with the version you run.',
  },
]
const OTHERWISE: Diagnosis = {
  codes: /^/,
  code: 'disk-trouble',
  category: 'broken',
  what: (path) => `The disk did not take or give the data of ${path}.`,
  remedy: 'Check that the drive is connected and healthy; writing is tried again by itself.',
}

/** Errors arrive wrapped: Prisma holds the driver's error, which holds SQLite's code. */
function codesOf(cause: unknown, depth = 0): string[] {
  if (typeof cause !== 'object' || cause === null || depth > 5) return []
  const own = ['originalCode', 'code'].map((key) => Reflect.get(cause, key)).filter((code) => typeof code === 'string')
  return [...own, ...['cause', 'meta', 'driverAdapterError'].flatMap((key) => codesOf(Reflect.get(cause, key), depth + 1))]
}

export function storeProblem(cause: unknown, path: string): Problem {
  if (cause instanceof Problem) return cause
  const codes = codesOf(cause)
  const diagnosis = DIAGNOSES.find((one) => codes.some((code) => one.codes.test(code))) ?? OTHERWISE
  return new StoreProblem(diagnosis.code, diagnosis.category, diagnosis.what(path), diagnosis.remedy, cause)
}
