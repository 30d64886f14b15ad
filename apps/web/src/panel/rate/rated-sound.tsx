// In: the name of a sound that tells nothing. Out: a button that fetches and plays it, as often as one likes.
import { useEffect, useRef, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { bytesOfBase64 } from '../../lib/wav-sound'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'

/** An engine that has to load its model first takes its time. */
const PATIENCE_MS = 70_000

export interface RatedSoundProps {
  readonly soundKey: string
  readonly label: string
  readonly heard: boolean
  readonly onHeard: () => void
  readonly onTrouble: (message: string | null) => void
}

export function RatedSound({ soundKey, label, heard, onHeard, onTrouble }: RatedSoundProps) {
  const [address, setAddress] = useState<string | null>(null)
  const [state, setState] = useState<'idle' | 'fetching' | 'playing'>('idle')
  const audio = useRef<HTMLAudioElement>(null)
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address])
  useEffect(() => {
    // Wanted by a click before it was there.
    if (address) audio.current?.play().catch(() => setState('idle'))
  }, [address])

  const toggle = async () => {
    onTrouble(null)
    if (state === 'playing') return audio.current?.pause()
    if (address && audio.current) {
      audio.current.currentTime = 0
      return audio.current.play().catch(() => setState('idle'))
    }
    setState('fetching')
    const answer = await callApi('ratedSound', { params: { key: soundKey }, timeoutMs: PATIENCE_MS })
    if (answer.ok) return setAddress(URL.createObjectURL(new Blob([bytesOfBase64(answer.value.wav)], { type: 'audio/wav' })))
    setState('idle')
    onTrouble(answer.problem.message)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said stands above the button */}
      <audio
        ref={audio}
        src={address ?? undefined}
        onPlay={() => setState('playing')}
        onPause={() => setState('idle')}
        onEnded={() => {
          setState('idle')
          onHeard()
        }}
      />
      <Button onClick={() => void toggle()} disabled={state === 'fetching'} className="min-h-14 min-w-44 flex-1 text-md">
        <Icon name={state === 'playing' ? 'square' : 'play'} className={state === 'playing' ? 'fill-current' : ''} />
        {state === 'fetching' ? 'Making it' : state === 'playing' ? 'Stop' : label}
        {heard && (
          <>
            <Icon name="tick" className="text-ok" />
            <span className="sr-only">heard</span>
          </>
        )}
      </Button>
    </>
  )
}
