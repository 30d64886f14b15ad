// In: the takes and the player. Out: her, in a frame of the overlay, posed by the face of the moment that is heard.
import { useEffect, useEffectEvent } from 'react'
import { HerPicture, useStudioWindow } from '../looks/studio-window'
import { useLook } from '../looks/use-look'
import { faceAt } from './face-at'
import type { MadeTake, TakeName } from './take'
import type { TakePlayer } from './take-player'
import { useMoment } from './use-moment'

/** The frame idles when it has heard nothing for 300 ms, and may have been loaded a moment ago. */
const REPEAT_MS = 150

export interface StudioFrameProps {
  readonly player: TakePlayer
  readonly made: Readonly<Record<TakeName, MadeTake | null>>
  readonly shown: TakeName
  readonly name: string
}

export function StudioFrame({ player, made, shown, name }: StudioFrameProps) {
  const { look } = useLook()
  const { frame, post } = useStudioWindow()
  const pose = useEffectEvent((seconds: number) => {
    if (!look) return
    const playing = player.playing.get()
    const film = made[playing ?? shown]?.rendered.face
    // At the very beginning nobody asks for a moment: she is at rest.
    post({ model: look.scene, face: film && (playing !== null || seconds > 0) ? faceAt(film, seconds) : null })
  })
  useMoment(player, (seconds) => pose(seconds))
  useEffect(() => {
    const timer = window.setInterval(() => pose(player.position), REPEAT_MS)
    return () => window.clearInterval(timer)
  }, [player])
  return (
    <div className="stage-ground relative h-50 overflow-hidden rounded-stage">
      <HerPicture frame={frame} title={`${name}, saying it`} framing="bust" />
    </div>
  )
}
