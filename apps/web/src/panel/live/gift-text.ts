// In: what somebody gave with a line. Out: it in words; of money the kind is not known, so its figure says nothing.
import type { Gift } from '@psiona/shared'
import { counted } from '../../lib/figure-text'

export function giftText({ kind, amount, title }: Gift): string {
  if (kind === 'money') return 'paid'
  const given = amount > 0 ? counted(amount, kind === 'bits' ? 'bit' : 'point') : kind
  return title === '' ? given : `${given} · ${title}`
}
