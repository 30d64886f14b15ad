// In: two minds. Out: whether they are the same choice.
import type { MindChoice } from '@psiona/shared'

export const sameMind = (a: MindChoice, b: MindChoice): boolean =>
  a.kind === 'builtin' || b.kind === 'builtin' ? a.kind === b.kind : a.baseUrl === b.baseUrl && a.model === b.model
