// What a model3.json lists as motions in, the motions themselves out, each file read when its group is wanted for the first time.
// Sounds that a motion names are not read: only she sounds.
import type { Model3Motion } from '@psiona/live2d/model3'
import { Motion3, MotionCurves } from '@psiona/live2d/motion3'
import { Problem } from '@psiona/shared/problem'
import type { Seconds } from '@psiona/shared/units'
import { fetchJson } from './avatar-files'
import type { ModelMotion, MotionShelf } from './avatar-motions'

/** Where neither model nor motion says. */
const USUAL_FADE: Seconds = 0.5

export interface MotionDials {
  /** -1 = the model has none. */
  parameter(id: string): number
  /** Parts of which one at a time is shown; moved by a motion's curves of opacities. */
  part(id: string): number
}

const fadeOf = (...choices: readonly (number | undefined)[]): Seconds =>
  // Exporters write -1 for "as usual".
  choices.find((seconds) => seconds !== undefined && seconds >= 0) ?? USUAL_FADE

const curvesOf = (motion: Motion3, target: 'Parameter' | 'PartOpacity'): MotionCurves =>
  new MotionCurves({
    ...motion,
    Curves: motion.Curves.flatMap((curve) => (curve.Target === target ? [{ ...curve, Target: 'Parameter' as const }] : [])),
  })

const modelMotion = (motion: Motion3, listed: Model3Motion, dials: MotionDials): ModelMotion => {
  const [ofParameters, ofParts] = [curvesOf(motion, 'Parameter'), curvesOf(motion, 'PartOpacity')]
  const moved = [
    ...ofParameters.parameters.map((id, index) => ({ dial: dials.parameter(id), curves: ofParameters, index })),
    ...ofParts.parameters.map((id, index) => ({ dial: dials.part(id), curves: ofParts, index })),
  ].filter(({ dial }) => dial >= 0)
  return {
    durationSeconds: ofParameters.durationSeconds,
    loop: ofParameters.loop,
    fadeIn: fadeOf(listed.FadeInTime, motion.Meta.FadeInTime),
    fadeOut: fadeOf(listed.FadeOutTime, motion.Meta.FadeOutTime),
    dials: moved.map(({ dial }) => dial),
    valueAt: (index, seconds) => moved[index]!.curves.valueAt(moved[index]!.index, seconds),
  }
}

/** `urlOf` finds a file that the model3.json names. */
export const motionShelf = (
  listed: Readonly<Record<string, readonly Model3Motion[]>>,
  urlOf: (path: string) => URL,
  dials: MotionDials,
): MotionShelf => {
  const read = new Map<string, Promise<readonly ModelMotion[]>>()
  const readOne = async (group: string, motion: Model3Motion): Promise<ModelMotion | null> => {
    try {
      return modelMotion(await fetchJson(urlOf(motion.File), Motion3), motion, dials)
    } catch (error) {
      // She can do without one motion; the model doctor names what is missing or damaged. A server that is away says nothing about it.
      if (error instanceof Problem && error.retry) read.delete(group)
      return null
    }
  }
  return {
    groups: Object.keys(listed),
    load(group) {
      const motions =
        read.get(group) ??
        Promise.all((listed[group] ?? []).map((motion) => readOne(group, motion))).then((all) => all.filter((m) => m !== null))
      read.set(group, motions)
      return motions
    },
  }
}
