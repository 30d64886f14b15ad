// Values from outside through a schema. In: anything. Out: the parsed value, or a Problem that names the field and what it may be.
import { Problem } from '@psiona/shared'
import type { z } from 'zod'

/** Field names of ours look like this; anything else came from the caller and is not echoed. */
const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/

const nameOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' || PLAIN_NAME.test(String(step)) ? String(step) : '…')).join('.')

function complaint(issue: z.core.$ZodIssue, place: string): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => nameOf([...issue.path, key]))
    return `${place} knows no field ${keys.slice(0, 3).join(', ')}. Leave it out.`
  }
  // Never the value itself: zod's messages name kinds, limits and choices only.
  return `${issue.path.length > 0 ? nameOf(issue.path) : `The ${place}`}: ${issue.message.replace(/\.$/, '')}. Correct it and send it again.`
}

/** @throws Problem 'bad-field' */
export function parseOrExplain<S extends z.ZodType>(schema: S, value: unknown, place: string): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Problem('bad-field', 'input', issue ? complaint(issue, place) : `The ${place} does not fit. Correct it.`)
}
