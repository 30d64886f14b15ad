// A Problem as an HTTP answer. In: what went wrong. Out: status, headers and the body every failed answer carries.
import { STATUS_CODES } from 'node:http'
import { Problem, type ProblemCategory } from '@psiona/shared'
import { SECURITY_HEADERS } from './security-headers'

const STATUS_OF_CATEGORY: Readonly<Record<ProblemCategory, number>> = {
  input: 400,
  refused: 403,
  missing: 404,
  broken: 500,
  busy: 503,
}
/** Where HTTP has a word of its own for it. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  'no-token': 401,
  'method-not-allowed': 405,
  'too-slow': 408,
  'too-large': 413,
  'not-json': 415,
  'foreign-host': 421,
  'too-many-waiting': 429,
  'headers-too-large': 431,
  'site-not-built': 503,
}
/** Seconds after which a busy house is worth another try. */
const RETRY_AFTER_S = '1'

export const statusOf = (problem: Problem): number => STATUS_OF_CODE[problem.code] ?? STATUS_OF_CATEGORY[problem.category]

/** What is thrown and not ours becomes one sentence that tells nothing of it. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem('internal', 'broken', 'Something broke inside Psiona. Try again; if it happens again, look into the log.', {
        cause: error,
      })

export function problemHeaders(problem: Problem): Record<string, string> {
  const status = statusOf(problem)
  return {
    'Content-Type': 'application/json; charset=utf-8',
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer realm="psiona"' } : {}),
    ...(problem.category === 'busy' ? { 'Retry-After': RETRY_AFTER_S } : {}),
  }
}

export const problemResponse = (problem: Problem, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(problem.body()), {
    status: statusOf(problem),
    headers: { ...problemHeaders(problem), ...headers },
  })

/** For sockets that are no HTTP exchange (yet): the whole answer as text; the connection ends with it. */
export function rawProblemAnswer(problem: Problem): string {
  const status = statusOf(problem)
  const body = JSON.stringify(problem.body())
  const headers = {
    ...SECURITY_HEADERS,
    ...problemHeaders(problem),
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n')
}
