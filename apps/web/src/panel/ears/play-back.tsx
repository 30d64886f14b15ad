// In: a recording. Out: a button that plays it and, pressed again, stops it.
import { useEffect, useRef, useState } from 'react'
import { bytesOfBase64 } from '../../lib/wav-sound'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'

export function PlayBack({ wav }: { wav: string }) {
  const audio = useRef<HTMLAudioElement>(null)
  const [address, setAddress] = useState<string>()
  const [playing, setPlaying] = useState(false)
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([bytesOfBase64(wav)], { type: 'audio/wav' }))
    setAddress(url)
    setPlaying(false)
    return () => URL.revokeObjectURL(url)
  }, [wav])
  const toggle = () => {
    const element = audio.current
    if (!element) return
    if (playing) {
      element.pause()
      element.currentTime = 0
    } else element.play().catch(() => setPlaying(false))
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said in it stands beside the button */}
      <audio
        ref={audio}
        src={address}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
      <Button onClick={toggle} disabled={!address} className="min-w-31">
        <Icon name={playing ? 'square' : 'play'} className={playing ? 'fill-current' : ''} />
        {playing ? 'Stop' : 'Play back'}
      </Button>
    </>
  )
}
