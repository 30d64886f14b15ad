// A line and what was given with it comes in; what that is worth to her queue and how it is called goes out.
import type { ChatSettings, LineWritten } from '@psiona/shared'

/** Bits, or cents, which are worth as much; null: it takes its turn like any other line. A reward is worth a place, and no bits. */
export function paidWorth({ paid }: LineWritten, { paidFirst, leastBits }: ChatSettings): number | null {
  if (!paid || !paidFirst || (paid.kind === 'bits' && paid.amount < leastBits)) return null
  return paid.kind === 'points' ? 0 : paid.amount
}

export function paidWhy({ paid }: LineWritten): string {
  if (paid?.kind === 'bits') return `gave ${paid.amount} bits`
  return paid?.kind === 'points' ? `redeemed ${paid.title || 'a reward'}` : 'paid'
}
