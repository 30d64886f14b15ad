// In: her as she is, and the model that is being looked at, if any. Out: one of them, large, and what can be tried on her face.
import type { CoreState, SceneModel } from '@psiona/shared'
import { useMemo } from 'react'
import { Card } from '../../ui/card'
import { Segmented } from '../../ui/segmented'
import { DrawnBy } from './drawn-by'
import { FeelingRow } from './feeling-row'
import { HeadControls } from './head-controls'
import { StagePicture } from './stage-picture'
import { useFeelingFace } from './use-feeling-face'
import type { Stage } from './use-stage'

const SIDES = [
  { value: 'worn', label: 'As she is' },
  { value: 'tried', label: 'Tried on' },
] as const
export type Side = (typeof SIDES)[number]['value']

export interface StageCardProps {
  readonly stage: Stage
  readonly name: string
  readonly worn: SceneModel | null
  /** Null while no model is looked at. */
  readonly tried: { readonly title: string; readonly scene: SceneModel } | null
  readonly side: Side
  readonly onSide: (side: Side) => void
  readonly core: CoreState | null
}

export function StageCard({ stage, name, worn, tried, side, onSide, core }: StageCardProps) {
  const { feeling } = stage.tried
  const face = useFeelingFace(feeling)
  const shown = tried && side === 'tried' ? tried.scene : worn
  // The model's own expression for the feeling, where its map has one; on stream it follows the strength.
  const own = feeling ? (shown?.map.expressions[feeling.name] ?? null) : null
  const { tried: trying } = stage
  const posed = useMemo(
    () => ({
      ...stage,
      tried: {
        ...trying,
        expression: trying.expression ?? own,
        // What is set by hand belongs to the model that is tried on.
        ...(tried && side === 'tried' ? {} : { sliders: {}, test: {}, expression: own, motion: null }),
      },
    }),
    [stage, trying, own, tried, side],
  )
  return (
    // Narrow pages: the picture stays in view while everything else passes under it. Wide ones: a column of its own.
    <div className="contents strip:sticky strip:top-0 strip:flex strip:h-[calc(100dvh-8.75rem)] strip:min-h-132 strip:flex-col strip:gap-3">
      <StagePicture
        stage={posed}
        scene={shown}
        feeling={face.face}
        title={tried && side === 'tried' ? `${tried.title}, tried on` : `${name}, as she is`}
        className="sticky top-0 z-2 h-[32dvh] shadow-[0_0_0_0.75rem_var(--bg)] strip:shadow-none border border-(--card-edge) strip:relative strip:h-auto strip:min-h-0 strip:flex-1"
      />
      <Card aria-label="Try her face" className="flex-none">
        <div className="grid gap-3 p-3.5">
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
            <DrawnBy report={stage.report} core={core} scene={shown} />
            {tried && <Segmented label="Which to show" value={side} choices={SIDES} onChoose={onSide} className="flex-none" />}
          </div>
          <FeelingRow feeling={feeling} trouble={face.trouble} onFeel={(next) => stage.attempt({ feeling: next })} />
          <HeadControls stage={stage} />
        </div>
      </Card>
    </div>
  )
}
