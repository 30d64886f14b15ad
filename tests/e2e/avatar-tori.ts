// Tori's folder in, the scene that shows her and where she is in its picture out.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { SceneModel } from '@psiona/shared/look'
import { ModelSheet } from '@psiona/shared/model-sheet'
import type { RigRectangle } from '@psiona/shared/rig'
import { onScreen, viewOf } from '../../apps/web/src/overlay/avatar-framing'
import { root } from '../checkout'
import { boxesOf, rigOf, type Setting } from './avatar-settings'

export const TORI = path.join(root, 'live2d-models/tori')
export const CORE = '/cubism/live2dcubismcore.min.js'
export const SIZE = { width: 400, height: 500 }
/** What flows by itself stands still, so that both are looked at in the same moment. */
export const STILL = { held: { ParamEffectPulse: 0, ParamEffectFall: 0 }, expression: null }
/** Antialiasing and masks reach a little farther than the meshes, px of the canvas. */
const MARGIN = 12

export const sheet = ModelSheet.parse(JSON.parse(readFileSync(path.join(TORI, 'psiona.json'), 'utf8')))
const rig = rigOf(path.join(TORI, 'tori.rig.json'))
export const tori = (more: Partial<SceneModel> = {}): SceneModel => ({
  id: 'tori',
  url: '/models/tori/',
  live2d: sheet.live2d && { file: sheet.live2d.file, core: CORE },
  puppet: { url: '/models/tori/', file: 'tori.rig.json' },
  // Without idle motions, which begin whenever their file has arrived.
  map: { ...sheet.map, motions: {}, taps: {} },
  parameters: {},
  crossfadeMs: 0,
  variant: 'default',
  ...more,
})

export const boxesOnScreen = (setting: Setting): readonly RigRectangle[] => {
  const view = viewOf(rig.framings.full, SIZE.width, SIZE.height)
  return boxesOf(rig, setting).map(({ x, y, width, height }) =>
    onScreen(view, { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN }, SIZE),
  )
}
export const isIn = (boxes: readonly RigRectangle[], [x, y]: readonly [number, number]): boolean =>
  boxes.some((box) => box.x - 1 <= x && x <= box.x + box.width + 1 && box.y - 1 <= y && y <= box.y + box.height + 1)
