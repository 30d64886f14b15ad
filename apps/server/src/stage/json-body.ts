// The body of a request. In: the raw stream. Out: the JSON value in it, or the file it is, or a Problem; never more of it than the route allows.
import type { IncomingMessage } from 'node:http'
import { Problem } from '@psiona/shared'
import type { Upload } from '../house'

/** A character file may have 200 000 characters (http-api.ts); JSON escapes and the rest of a request fit above it. */
export const BODY_LIMIT_BYTES = 256 * 1024

const JSON_TYPE = /^application\/json *(;|$)/i
const utf8 = new TextDecoder('utf-8', { fatal: true })

const tooLarge = (limitBytes: number) =>
  new Problem('too-large', 'input', `The request is larger than ${Math.floor(limitBytes / 1024)} kB. Send less at a time.`)

/** The body as it comes, no more of it than the route allows. */
async function* limited(request: IncomingMessage, limitBytes: number): AsyncGenerator<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge(limitBytes)
  let size = 0
  try {
    // Left undestroyed when it ends half-way, so that the refusal can still be answered.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > limitBytes) throw tooLarge(limitBytes)
      yield chunk
    }
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw new Problem('hung-up', 'input', 'The request ended before it was whole. Send it again.', { cause })
  }
}

/** A file that is sent as it is. Like JSON, its type is one that no form can have. @throws Problem 'wrong-type' */
export function uploadOf(request: IncomingMessage, type: string, limitBytes: number, gone: AbortSignal): Upload {
  const { 'content-type': sent, 'content-length': length } = request.headers
  if (sent?.split(';')[0]?.trim().toLowerCase() !== type)
    throw new Problem('wrong-type', 'input', `Only ${type} is read here. Send the file with that Content-Type.`)
  return { chunks: limited(request, limitBytes), bytes: length === undefined ? null : Number(length), gone }
}

/** A form can be posted from any site without asking first; JSON cannot. So a body that is not JSON is refused unread. */
export function refuseOtherTypes({ headers }: IncomingMessage): void {
  const hasBody = Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined
  const type = headers['content-type']
  if (type === undefined ? hasBody : !JSON_TYPE.test(type))
    throw new Problem('not-json', 'input', 'Only JSON is read here. Send it with Content-Type: application/json.')
}

export async function readJsonBody(request: IncomingMessage, limitBytes = BODY_LIMIT_BYTES): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of limited(request, limitBytes)) chunks.push(chunk)
  try {
    return JSON.parse(utf8.decode(Buffer.concat(chunks)))
  } catch {
    // The parser's own message quotes the body, which may be what somebody said.
    throw new Problem('bad-json', 'input', 'The body is not valid JSON in UTF-8. Check quotes, commas and brackets.')
  }
}
