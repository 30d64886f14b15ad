// Out: what is tried on her: feeling, angles, talk, pointer, parameters by hand, an expression, a motion; and what her frame says of itself.
import type { ParameterValues, StudioReport } from '@psiona/shared'
import { useCallback, useMemo, useState } from 'react'
import type { Point } from './stage-face'
import type { Feeling } from './use-feeling-face'

export interface Tried {
  readonly feeling: Feeling | null
  readonly angles: Point
  readonly talking: boolean
  readonly followsPointer: boolean
  /** Parameters of the model set by hand, by their ids. */
  readonly sliders: ParameterValues
  /** One parameter while its test slider is dragged. */
  readonly test: ParameterValues
  /** An expression of the model, by its name. */
  readonly expression: string | null
  readonly motion: { readonly group: string; readonly wish: number } | null
}

export const NOTHING_TRIED: Tried = {
  feeling: null,
  angles: { x: 0, y: 0 },
  talking: false,
  followsPointer: false,
  sliders: {},
  test: {},
  expression: null,
  motion: null,
}

export interface Stage {
  readonly tried: Tried
  readonly attempt: (changes: Partial<Tried>) => void
  readonly play: (group: string) => void
  /** What belongs to one model alone is let go of when another is shown. */
  readonly clear: () => void
  readonly report: StudioReport | null
  readonly setReport: (report: StudioReport) => void
}

export function useStage(): Stage {
  const [tried, setTried] = useState(NOTHING_TRIED)
  const [report, setReport] = useState<StudioReport | null>(null)
  const attempt = useCallback((changes: Partial<Tried>) => setTried((before) => ({ ...before, ...changes })), [])
  const play = useCallback(
    (group: string) => setTried((before) => ({ ...before, motion: { group, wish: (before.motion?.wish ?? 0) + 1 } })),
    [],
  )
  const clear = useCallback(
    () => setTried((before) => ({ ...before, sliders: {}, test: {}, expression: null, motion: null })),
    [],
  )
  return useMemo(() => ({ tried, attempt, play, clear, report, setReport }), [tried, attempt, play, clear, report])
}
