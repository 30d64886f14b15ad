// The part of the OpenAI chat dialect that we read, as llama.cpp, Ollama, LM Studio and vLLM write it. In: unknown JSON. Out: text, tokens, or the fact that it is an error.
import { z } from 'zod'

const Content = z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]).nullish()
const Piece = z.object({ content: Content }).nullish()

/** One streamed chunk, or a whole answer: only `delta` and `message` tell them apart. Thoughts (reasoning_content) are left out. */
export const ChatCompletion = z.object({
  choices: z.array(z.object({ delta: Piece, message: Piece, finish_reason: z.string().nullish() })).nullish(),
  usage: z.object({ completion_tokens: z.number().int().nonnegative() }).nullish().catch(null),
  error: z.unknown().optional(),
})
export type ChatCompletion = z.infer<typeof ChatCompletion>

export function textOf({ choices }: ChatCompletion): string {
  const content = choices?.[0]?.delta?.content ?? choices?.[0]?.message?.content ?? ''
  return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('')
}

/** GET /v1/models, and Ollama's GET /api/tags. */
export const ModelList = z.object({ data: z.array(z.object({ id: z.string() })) })
export const OllamaTags = z.object({ models: z.array(z.object({ name: z.string() })) })
