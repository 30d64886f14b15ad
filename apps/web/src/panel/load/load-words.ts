// In: the load of the machine. Out: the words and figures for it.
import { type LoadSettings, type LoadState, SAVINGS } from '@psiona/shared'

export type ModeChoice = 'auto' | 'off' | 'by-hand'

export const MODES: readonly { readonly value: ModeChoice; readonly label: string }[] = [
  { value: 'auto', label: 'By itself' },
  { value: 'by-hand', label: 'By hand' },
  { value: 'off', label: 'Never' },
]

export const MODE_MEANS: Readonly<Record<ModeChoice, string>> = {
  auto: 'She gives up one thing after the other while the machine is short, and takes them back when there is room.',
  'by-hand': 'At least so many, whatever the machine has to spare; more while it is short.',
  off: 'She takes what she needs, also beside a game.',
}

export const choiceOf = (mode: LoadSettings['mode']): ModeChoice => (typeof mode === 'number' ? 'by-hand' : mode)

const STEPS = [1, 2, 3, 4] as const
/** So many savings at least, as the settings take it. */
export const byHand = (count: number): LoadSettings['mode'] =>
  STEPS[Math.max(1, Math.min(SAVINGS.length, Math.round(count))) - 1] ?? 1

/** Below it there is room again. */
const NEAR = 0.8
export function pressureWord(pressure: number): string {
  if (pressure > 1) return 'too much'
  return pressure >= NEAR ? 'near the limit' : 'at ease'
}

export const percentText = (percent: number): string => `${Math.round(percent)} %`
export const shareText = (share: number): string => `${(share * 100).toFixed(1)} %`

type Step = LoadState['steps'][number]
export interface StepWord {
  readonly look: 'on' | 'plain'
  readonly text: string
}

export function stepWord({ inForce, applies }: Pick<Step, 'inForce' | 'applies'>): StepWord {
  if (inForce) return { look: 'on', text: 'in force' }
  return { look: 'plain', text: applies ? 'in reserve' : 'saves nothing here' }
}
