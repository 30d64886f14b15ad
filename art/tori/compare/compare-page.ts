// Runs in the browser. In: a pose by parameters. Out: the picture of the puppet as the overlay draws it.
import type { RigRectangle } from '@psiona/shared/rig'
import { createPuppetStage } from '../../../apps/web/src/overlay/pixi-puppet-stage'

interface ComparePage {
  /** px of the page, and what of the canvas is seen: all of it unless said otherwise. */
  readonly open: (width: number, height: number, frame?: RigRectangle) => Promise<void>
  readonly draw: (values: Readonly<Record<string, number>>) => string
  /** Milliseconds for one evaluation and for one frame, mean of `frames` moving ones. */
  readonly time: (frames: number) => Promise<{ evaluationMs: number; framesPerSecond: number }>
}

declare global {
  interface Window {
    compare: ComparePage
  }
}

const canvas = document.createElement('canvas')
document.body.append(canvas)
let stage: Awaited<ReturnType<typeof createPuppetStage>> | null = null

const opened = () => {
  if (!stage) throw new Error('Open the puppet first.')
  return stage
}

const put = (values: Readonly<Record<string, number>>): void => {
  const { puppet, rig } = opened()
  for (const [i, p] of rig.parameters.entries()) puppet.set(i, values[p.id] ?? p.default)
  puppet.update()
}

window.compare = {
  async open(width, height, frame) {
    stage ??= await createPuppetStage(canvas, '/models/tori/', false)
    stage.resize(width, height, 1, frame ?? { x: 0, y: 0, ...stage.rig.canvas })
  },
  draw(values) {
    put(values)
    opened().render()
    return canvas.toDataURL('image/png')
  },
  async time(frames) {
    let evaluation = 0
    const begin = performance.now()
    for (let i = 0; i < frames; i++) {
      const t = performance.now()
      const wave = (period: number) => Math.sin((2 * Math.PI * i) / period)
      put({
        ParamAngleX: 20 * wave(97),
        ParamAngleY: 12 * wave(71),
        ParamAngleZ: 15 * wave(113),
        ParamBodyAngleX: 6 * wave(131),
        ParamBreath: 0.5 + 0.5 * wave(180),
        ParamMouthOpenY: 0.5 + 0.5 * wave(13),
        ParamEyeLOpen: 0.5 + 0.5 * wave(60),
        ParamEyeROpen: 0.5 + 0.5 * wave(60),
        ParamEyeBallX: wave(43),
        ParamHairSide: wave(51),
        ParamHairBraid: wave(67),
        ParamHairBack: wave(59),
        ParamHairFront: wave(37),
        ParamHairFringeL: wave(39),
        ParamHairFringeR: wave(41),
        ParamHairSideL: wave(47),
        ParamHairSideTip: wave(53),
        ParamHairBackTip: wave(61),
        ParamHairBraidTip: wave(69),
        ParamHairAhoge: wave(31),
        ParamPendant: wave(41),
      })
      evaluation += performance.now() - t
      opened().render()
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return { evaluationMs: evaluation / frames, framesPerSecond: (frames * 1000) / (performance.now() - begin) }
  },
}
