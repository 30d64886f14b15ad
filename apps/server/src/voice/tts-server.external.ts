// What speech servers write beside sound, in OpenAI's dialect and as Kokoro-FastAPI, Speaches, LocalAI, vLLM and Chatterbox servers write it.
// In: the text of an answer or of one event. Out: what it says, or null when it is something else.
import { z } from 'zod'

/** An event is a sentence's sound at most: two minutes at 48 kHz. */
const MOST_LINE_CHARACTERS = 16_000_000

const Event = z.union([
  z
    .object({ type: z.literal('speech.audio.delta'), audio: z.base64() })
    .transform(({ audio }) => ({ kind: 'sound' as const, audio })),
  z.object({ type: z.literal('speech.audio.done') }).transform(() => ({ kind: 'done' as const })),
  z
    .object({ error: z.unknown().refine((error) => error !== undefined && error !== null) })
    .transform(() => ({ kind: 'failed' as const })),
  // Kinds of events we have no use for.
  z.object({ type: z.string() }).transform(() => ({ kind: 'other' as const })),
])

/** The bytes of sound that events carry. @throws RangeError for what is no such event */
export async function* soundOfEvents(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const line of lines(bytes)) {
    const data = /^data: ?(.+)$/.exec(line)?.[1]?.trim()
    if (data === undefined) continue
    if (data === '[DONE]') return
    const event = Event.safeParse(jsonIn(data)).data
    if (!event) throw new RangeError('an event of an unknown kind')
    if (event.kind === 'failed') throw new Error('the server told of an error')
    if (event.kind === 'done') return
    if (event.kind === 'sound') yield Buffer.from(event.audio, 'base64')
  }
}

/** Looks at each letter once, however small the pieces are that it comes in. Some of the lines are empty. */
async function* lines(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8')
  let begun: string[] = []
  let length = 0
  for await (const chunk of bytes) {
    const [end = '', ...more] = decoder.decode(chunk, { stream: true }).split(/[\r\n]/)
    begun.push(end)
    length += end.length
    if (length > MOST_LINE_CHARACTERS) throw new RangeError('line too long')
    if (more.length === 0) continue
    yield begun.join('')
    const rest = more.pop() ?? ''
    yield* more
    begun = [rest]
    length = rest.length
  }
  // Some servers close without the last line end.
  yield begun.join('') + decoder.decode()
}

export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON.
    return null
  }
}

const VoiceName = z.union([
  z.string(),
  z.object({ id: z.string() }).transform(({ id }) => id),
  z.object({ voice_id: z.string() }).transform((voice) => voice.voice_id),
  z.object({ name: z.string() }).transform(({ name }) => name),
])
/** GET /v1/audio/voices. */
export const VoiceList = z.union([z.object({ voices: z.array(VoiceName) }).transform(({ voices }) => voices), z.array(VoiceName)])

/** GET /v1/models; `task` and `voices` as Speaches tells them. */
export const SpeakingModelList = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      task: z.string().nullish().catch(null),
      voices: z.array(VoiceName).nullish().catch(null),
    }),
  ),
})

const Schema = z.object({ $ref: z.string().optional(), properties: z.record(z.string(), z.unknown()).optional() })
const Description = z.object({
  paths: z.record(
    z.string(),
    z.object({
      post: z
        .object({ requestBody: z.object({ content: z.record(z.string(), z.object({ schema: Schema })) }).optional() })
        .optional()
        .catch(undefined),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), Schema.catch({})) }).optional(),
})

/** The fields that a server says it takes at a path, by /openapi.json; null when it does not say. */
export function fieldsTaken(description: unknown, path: RegExp, contentType: string): ReadonlySet<string> | null {
  const { data } = Description.safeParse(description)
  const found =
    data && Object.entries(data.paths).find(([at]) => path.test(at))?.[1].post?.requestBody?.content[contentType]?.schema
  if (!found) return null
  const named = found.$ref === undefined ? found : data.components?.schemas?.[found.$ref.split('/').at(-1) ?? '']
  return named?.properties ? new Set(Object.keys(named.properties)) : null
}
