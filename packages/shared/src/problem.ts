// One tree of errors. Each says what is wrong in a sentence that ends in what to do.
import { z } from 'zod'

export const ProblemCategory = z.enum(['input', 'missing', 'refused', 'busy', 'broken'])
export type ProblemCategory = z.infer<typeof ProblemCategory>

/** What every failed HTTP answer carries. */
export const ProblemBody = z.object({
  code: z.string(),
  category: ProblemCategory,
  /** What is so, and what to do. Never contains what people said, nor a secret. */
  message: z.string(),
  /** Where in a file, for character mistakes. */
  where: z.object({ file: z.string(), line: z.number().int(), column: z.number().int() }).optional(),
})
export type ProblemBody = z.infer<typeof ProblemBody>

export class Problem extends Error {
  readonly code: string
  readonly category: ProblemCategory
  readonly where: ProblemBody['where']
  constructor(
    code: string,
    category: ProblemCategory,
    message: string,
    more: { where?: ProblemBody['where']; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'Problem'
    this.code = code
    this.category = category
    this.where = more.where
  }
  /** Busy and broken may pass; the others need a person. */
  get retry(): boolean {
    return this.category === 'busy' || this.category === 'broken'
  }
  body(): ProblemBody {
    return { code: this.code, category: this.category, message: this.message, ...(this.where ? { where: this.where } : {}) }
  }
}

/** "What is so. What to do." in two; `otherwise` when a sentence says nothing to do. */
export function twoHalves(message: string, otherwise = ''): { readonly detail: string; readonly remedy: string } {
  const [detail = '', ...rest] = message.split(/(?<=\.) (?=\S)/)
  return { detail, remedy: rest.join(' ') || otherwise }
}
