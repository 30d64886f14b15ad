// In: the takes and the player. Out: her, in a frame of the overlay, posed by the face of the moment that is heard.
import { STUDIO_MESSAGE, type StudioMessage } from '@psiona/shared/studio-wire'
import { useEffect, useEffectEvent, useRef } from 'react'
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
  readonly modelUrl: string | null
  readonly name: string
}

export function StudioFrame({ player, made, shown, modelUrl, name }: StudioFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const post = useEffectEvent((seconds: number) => {
    if (modelUrl === null) return
    const playing = player.playing.get()
    const film = made[playing ?? shown]?.rendered.face
    // At the very beginning nobody asks for a moment: she is at rest.
    const face = film && (playing !== null || seconds > 0) ? faceAt(film, seconds) : null
    frame.current?.contentWindow?.postMessage({ type: STUDIO_MESSAGE, modelUrl, face } satisfies StudioMessage, location.origin)
  })
  useMoment(player, (seconds) => post(seconds))
  useEffect(() => {
    const timer = window.setInterval(() => post(player.position), REPEAT_MS)
    return () => window.clearInterval(timer)
  }, [player])
  return (
    <div className="stage-ground relative h-50 overflow-hidden rounded-stage">
      <iframe
        ref={frame}
        src="/overlay?studio=1&framing=bust"
        title={`${name}, saying it`}
        tabIndex={-1}
        // Of another scheme than its document, a frame is painted on an opaque ground; the overlay's is the default one.
        className="pointer-events-none absolute inset-0 size-full border-0 [color-scheme:light]"
      />
    </div>
  )
}
