// In: all actions and what was typed. Out: the actions that fit, best first.
import type { Answer } from '../../lib/api-call'

export interface PanelAction {
  readonly id: string
  /** A verb and what it acts on: "Go to Mind". */
  readonly label: string
  /** Other words people look for it by. */
  readonly words?: string
  /** Keys that do the same. */
  readonly keys?: readonly string[]
  /** What answers may refuse; the list then says why. */
  // biome-ignore lint/suspicious/noConfusingVoidType: void is what most actions return
  readonly run: () => void | Promise<Answer<unknown>>
}

/** 0 = does not fit. A word at the start of the label weighs most, inside another word least. */
function fit(action: PanelAction, wanted: readonly string[]): number {
  const label = action.label.toLowerCase()
  const all = `${label} ${action.words?.toLowerCase() ?? ''}`
  let sum = 0
  for (const word of wanted) {
    if (label.startsWith(word)) sum += 4
    else if (label.includes(` ${word}`)) sum += 3
    else if (all.includes(` ${word}`)) sum += 2
    else if (all.includes(word)) sum += 1
    else return 0
  }
  return sum
}

export function findActions(actions: readonly PanelAction[], typed: string): PanelAction[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return [...actions]
  return actions
    .map((action) => ({ action, weight: fit(action, wanted) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ action }) => action)
}
