// In: a scene and what is tried on her. Out: her, large, as often as it changes; her eyes follow the pointer where that is wished.
import type { SceneModel } from '@psiona/shared'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { classNames } from '../../lib/class-names'
import { Trouble } from '../../ui/trouble'
import { type Point, stageFace } from './stage-face'
import { HerPicture, useStudioWindow } from './studio-window'
import type { Stage } from './use-stage'

/** A moving face is told this often; a still one often enough that a frame that has just loaded gets it. */
const MOVING_MS = 33
const STILL_MS = 200
/** From one face to the next, so that a feeling comes and does not jump: the time constant. */
const EASE_MS = 110

export interface StagePictureProps {
  readonly stage: Stage
  readonly scene: SceneModel | null
  /** The face of the feeling that is tried; null = none. */
  readonly feeling: readonly number[] | null
  readonly title: string
  readonly className?: string
}

export function StagePicture({ stage, scene, feeling, title, className }: StagePictureProps) {
  const { frame, post } = useStudioWindow(stage.setReport)
  const box = useRef<HTMLDivElement>(null)
  const pointer = useRef<Point | null>(null)
  const drawn = useRef<number[] | null>(null)
  const postedMs = useRef(Number.NEGATIVE_INFINITY)
  const [refused, setRefused] = useState(false)
  const { tried } = stage

  useEffect(() => {
    if (!tried.followsPointer) {
      pointer.current = null
      return
    }
    const moved = ({ clientX, clientY }: PointerEvent) => {
      const at = box.current?.getBoundingClientRect()
      if (!at) return
      // Her eyes are in the upper half; a picture's width away is as far as she looks.
      const share = (distance: number, size: number) => Math.max(-1, Math.min(1, distance / size))
      pointer.current = {
        x: share(clientX - (at.left + at.width / 2), at.width),
        y: share(at.top + at.height * 0.35 - clientY, at.height),
      }
    }
    window.addEventListener('pointermove', moved)
    return () => window.removeEventListener('pointermove', moved)
  }, [tried.followsPointer])

  const pose = useEffectEvent((nowMs: number) => {
    if (!scene) return
    const { angles, talking, sliders, test, expression, motion } = tried
    const face = stageFace({ feeling, angles, pointer: pointer.current, talking }, nowMs / 1000)
    const passedMs = nowMs - postedMs.current
    if (passedMs < (face ? MOVING_MS : STILL_MS)) return
    postedMs.current = nowMs
    const before = drawn.current
    const share = 1 - Math.exp(-passedMs / EASE_MS)
    // The mouth is quicker than the ease: talk is shown as it is.
    drawn.current = face && before && !talking ? face.map((to, index) => before[index]! + (to - before[index]!) * share) : face
    const held = { ...sliders, ...test }
    setRefused(!post({ model: scene, face: drawn.current, held, expression, ...(motion ? { motion } : {}) }))
  })
  useEffect(() => {
    let frameId = 0
    const draw = (nowMs: number) => {
      frameId = requestAnimationFrame(draw)
      pose(nowMs)
    }
    frameId = requestAnimationFrame(draw)
    return () => cancelAnimationFrame(frameId)
  }, [])
  // A slider that is dragged shows at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is tried is the trigger
  useEffect(() => {
    postedMs.current = Math.min(postedMs.current, performance.now() - STILL_MS)
  }, [tried, scene, feeling])
  return (
    <div ref={box} className={classNames('stage-ground relative overflow-hidden rounded-stage', className)}>
      <HerPicture frame={frame} title={title} framing="full" />
      {refused && (
        <Trouble className="absolute inset-x-3 top-3">
          The address of this model is none that the picture takes, so she is not shown with it. Rename its folder to letters,
          digits and hyphens, and reload the page.
        </Trouble>
      )}
    </div>
  )
}
