// What a server's answer means for a download. In: status and heads. Out: where its bytes begin, of which version they are and how many follow; or a Problem.
import type { IncomingMessage } from 'node:http'
import { Problem } from '@psiona/shared'

/** May pass by itself: the download tries again. */
export class PassingTrouble extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

const busy = (code: string, sentence: string, cause?: unknown) =>
  new PassingTrouble(new Problem(code, 'busy', sentence, { cause }))

/** Of TLS: no certificate, one of somebody else, or one that nobody vouches for. */
const UNPROVEN = /CERT|SELF_SIGNED|ISSUER|SIGNATURE|^ERR_(SSL|TLS)/

/** Why no bytes, or no more bytes, came. */
export function noAnswer(host: string, cause: unknown): Problem | PassingTrouble {
  if (cause instanceof Error && 'code' in cause && UNPROVEN.test(String(cause.code)))
    return new Problem(
      'model-server-unproven',
      'refused',
      `Somebody answers for ${host} who cannot prove to be it. Nothing was fetched; check the clock of this machine, the login page of the network and the virus scanner.`,
      { cause },
    )
  return busy(
    'model-server-silent',
    `${host} does not answer, or the connection broke. Check the internet connection and pull again; what has come stays.`,
    cause,
  )
}

export const changedFile = (host: string) =>
  new Problem(
    'model-changed',
    'refused',
    `${host} has another file than the one Psiona knows. Nothing of it is used; choose another model, or update Psiona.`,
  )

export const troubledServer = (host: string, status: number) =>
  busy('model-server-trouble', `${host} has trouble (${status}). Pull again in some minutes; what has come stays.`)

export interface AnswerStart {
  /** 0: from the beginning, whatever was asked for. */
  readonly atByte: number
  /** Of the whole file. */
  readonly totalBytes: number
  readonly validator: string | null
}

/** ETags that are only alike ("weak") do not promise the same bytes. */
const validatorOf = ({ headers: { etag, 'last-modified': lastModified } }: IncomingMessage): string | null =>
  (etag?.startsWith('W/') ? undefined : etag) ?? lastModified ?? null

/** First byte and size as the answer has them; null when it is no piece of a file. */
function rangeOf({
  statusCode,
  headers,
}: IncomingMessage): { readonly atByte: number; readonly saidBytes: number | null } | null {
  if (statusCode === 200) {
    const length = headers['content-length']
    return { atByte: 0, saidBytes: length === undefined ? null : Number(length) }
  }
  const range = statusCode === 206 ? /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '') : null
  return range && { atByte: Number(range[1]), saidBytes: range[2] === '*' ? null : Number(range[2]) }
}

/** Null: not a piece that could be asked for. @throws PassingTrouble or Problem */
export function readAnswer(answer: IncomingMessage, host: string, expectedBytes: number | null): AnswerStart | null {
  const status = answer.statusCode ?? 0
  if (status === 404 || status === 410)
    throw new Problem('model-gone', 'missing', `${host} no longer has this file. Choose another model, or update Psiona.`)
  if (status >= 500 || status === 429 || status === 408) throw troubledServer(host, status)
  if (status !== 200 && status !== 206 && status !== 416)
    throw new Problem('model-refused', 'refused', `${host} does not give this file out (${status}). Choose another model.`)
  const range = rangeOf(answer)
  if (!range) return null
  const totalBytes = expectedBytes ?? range.saidBytes
  const isPacked = (answer.headers['content-encoding'] ?? 'identity') !== 'identity'
  // Without a size from anybody a download could fill the disk.
  if (isPacked || totalBytes === null || (range.saidBytes ?? totalBytes) !== totalBytes) throw changedFile(host)
  return { atByte: range.atByte, totalBytes, validator: validatorOf(answer) }
}
