// In: a chosen quality. Out: what it may cost: pixels, smoothed edges, things in the air.
import type { Quality } from '@psiona/shared/settings'
import type { Unit } from '@psiona/shared/units'

export interface QualityRung {
  /** Most pixels of the picture per CSS px. Beyond two the eye sees nothing. */
  readonly density: number
  /** Share of an effect's things that fly. */
  readonly effectShare: Unit
}

/** From the cheapest up. 'least' is for 'auto' alone: in OBS a CSS px is one pixel, so that going down must go below it to save any. */
export const RUNGS = ['least', 'low', 'medium', 'high'] as const
export type Rung = (typeof RUNGS)[number]

export const QUALITY_LADDER: Readonly<Record<Rung, QualityRung>> = Object.freeze({
  least: { density: 0.7, effectShare: 0.25 },
  low: { density: 1, effectShare: 0.4 },
  medium: { density: 1.5, effectShare: 0.7 },
  high: { density: 2, effectShare: 1 },
})

/** Her soft edges lie in the texture: smoothing the meshes' own is for those who asked for everything. It holds from the first picture on. */
export const smoothsEdges = (quality: Quality, asked: boolean): boolean => asked || quality === 'high'
