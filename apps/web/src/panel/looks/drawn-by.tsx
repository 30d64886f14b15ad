// In: what her frame says of itself. Out: who draws her, and why it is not Live2D where it is not.
import type { CoreState, SceneModel, StudioReport } from '@psiona/shared'
import { saidHere } from '../said-here'

export interface DrawnByProps {
  readonly report: StudioReport | null
  readonly core: CoreState | null
  readonly scene: SceneModel | null
}

export function DrawnBy({ report, core, scene }: DrawnByProps) {
  const renderer = report?.renderer ?? 'none'
  const by = { live2d: `Live2D, ${core?.version || 'Cubism Core'}`, puppet: 'the built-in puppet', none: 'nobody yet' }[renderer]
  // A model that brings no Live2D is no trouble.
  const needsCore = renderer === 'puppet' && scene?.live2d === null && core?.state === 'missing'
  const why = saidHere(report?.trouble ?? '') || (needsCore ? 'Live2D models need the Cubism Core.' : '')
  return (
    <p className="min-w-0 max-w-[70ch] flex-1 basis-52 text-sm text-ink2">
      Drawn by <b className="font-[650] text-ink">{by}</b>. {why}
    </p>
  )
}
