// What Twitch's API did not do, and why. In: status and words of its answer. Out: a Problem that says what it takes.
import { type Ms, Problem, type ProblemCategory, sanitise } from '@psiona/shared'
import { z } from 'zod'

const Complaint = z.object({ message: z.string().min(1) })
const RIGHTS = 'Sign in as the broadcaster, or as a moderator of the channel.'
/** Words for people; Twitch's own are short. */
const LONGEST_COMPLAINT = 160

export class HelixRefusal extends Problem {
  readonly status: number
  /** From now; null where waiting changes nothing. */
  readonly retryInMs: Ms | null
  constructor(status: number, category: ProblemCategory, message: string, retryInMs: Ms | null = null) {
    super('twitch-refused', category, message)
    this.name = 'HelixRefusal'
    this.status = status
    this.retryInMs = retryInMs
  }
}

export const limited = (retryInMs: Ms) =>
  new HelixRefusal(429, 'busy', 'Twitch has been asked too much at the moment. Wait a minute.', retryInMs)

/** Twitch answers a missing permission like an old token; another token would not help. */
export const lacksScope = (json: unknown): boolean => /scope/i.test(Complaint.safeParse(json).data?.message ?? '')

export function refusalOf(status: number, json: unknown): HelixRefusal {
  if (status >= 500)
    return new HelixRefusal(status, 'busy', 'Twitch has trouble of its own at the moment. Try again in a minute.')
  const complaint = sanitise(Complaint.safeParse(json).data?.message ?? '', LONGEST_COMPLAINT)
  return new HelixRefusal(
    status,
    status === 404 ? 'missing' : 'refused',
    `Twitch refuses${complaint ? ` (${complaint})` : ` with status ${status}`}. ${status === 401 || status === 403 ? RIGHTS : 'Nothing was changed.'}`,
  )
}
