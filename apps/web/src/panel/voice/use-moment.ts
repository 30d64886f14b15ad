// In: a player. Out: `tell` with the second that is heard: in every animation frame while it plays, else whenever the place changes.
import { useEffect, useEffectEvent } from 'react'
import type { TakePlayer } from './take-player'

export function useMoment(player: TakePlayer, tell: (seconds: number, playing: boolean) => void): void {
  const told = useEffectEvent(tell)
  useEffect(() => {
    let frame = 0
    const step = () => {
      const playing = player.playing.get() !== null
      told(player.position, playing)
      frame = playing ? requestAnimationFrame(step) : 0
    }
    const begin = () => {
      if (frame === 0) step()
    }
    begin()
    const leave = [player.playing.subscribe(begin), player.mark.subscribe(begin)]
    return () => {
      cancelAnimationFrame(frame)
      for (const one of leave) one()
    }
  }, [player])
}
