// What servers write about speech: OpenAI's dialect as OpenAI, speaches, whisper.cpp, LocalAI and vLLM write it. In: the text of an answer or of one event. Out: words and how they join those before, or null when it is something else.
import { z } from 'zod'

export type Wording =
  /** All that was said. */
  | { readonly kind: 'whole'; readonly text: string }
  /** Goes on letter for letter. */
  | { readonly kind: 'more'; readonly text: string }
  /** The next sentence. */
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'failed' }

const Failed = z.object({ error: z.unknown().refine((error) => error !== undefined && error !== null) })
const Whole = z.object({ text: z.string() })
const Delta = z.object({ type: z.literal('transcript.text.delta'), delta: z.string() })
const Done = z.object({ type: z.literal('transcript.text.done'), text: z.string() })
/** vLLM streams transcriptions in the shape of a chat. */
const Chunk = z.object({ choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).nullish() })) })

const Answer = z.union([
  Failed.transform((): Wording => ({ kind: 'failed' })),
  Whole.transform(({ text }): Wording => ({ kind: 'whole', text })),
])
const Event = z.union([
  Failed.transform((): Wording => ({ kind: 'failed' })),
  Delta.transform(({ delta }): Wording => ({ kind: 'more', text: delta })),
  Done.transform(({ text }): Wording => ({ kind: 'whole', text })),
  Chunk.transform(({ choices }): Wording => ({ kind: 'more', text: choices[0]?.delta?.content ?? '' })),
  // speaches sends each segment as an answer of its own.
  Whole.transform(({ text }): Wording => ({ kind: 'sentence', text })),
  // Kinds of events we have no use for.
  z.object({ type: z.string() }).transform((): Wording => ({ kind: 'more', text: '' })),
])

function read(shape: z.ZodType<Wording>, text: string): Wording | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // Not JSON.
    return null
  }
}
export const wordingOfAnswer = (text: string): Wording | null => read(Answer, text)
export const wordingOfEvent = (text: string): Wording | null => read(Event, text)

/** GET /v1/models; `task` as speaches names it. */
export const SpeechModelList = z.object({ data: z.array(z.object({ id: z.string(), task: z.string().nullish().catch(null) })) })

/** The page whisper.cpp's server shows at / names the path it listens on; null when it is another page or an unusual path. */
export const whisperCppPath = (html: string): string | null =>
  /<h1>Whisper\.cpp Server<\/h1>\s*<h2>(\/(?:[\w.-]+\/)*(?:inference|audio\/transcriptions))<\/h2>/.exec(html)?.[1] ?? null
