// In: a take and the player. Out: its spectrogram with a playhead that can be moved, and its words and phones under it at their times.
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react'
import { counted } from '../../lib/figure-text'
import { useMedia } from '../../lib/use-media'
import { SLIM } from '../page-widths'
import { type Closeness, shareIn, soundView } from './sound-view'
import { SpectrogramCanvas } from './spectrogram-canvas'
import { spokenAt } from './spoken-at'
import type { MadeTake, TakeName } from './take'
import type { TakePlayer } from './take-player'
import { TimeLabels } from './time-labels'
import { useMoment } from './use-moment'
import { useRoom } from './use-room'

const STEP_SECONDS = 0.1
const LONG_STEP_SECONDS = 1
/** A slider that changed its value in every frame would never be quiet. */
const TOLD_EVERY_SECONDS = 0.5

export interface SoundStripProps {
  readonly player: TakePlayer
  readonly name: TakeName
  readonly take: MadeTake
  readonly closeness: Closeness
}

export function SoundStrip({ player, name, take, closeness }: SoundStripProps) {
  const { words, visemes, audioSeconds: seconds } = take.rendered
  const id = useId()
  const [room, roomOf] = useRoom()
  /** Words have two rows where a second of sound is narrow. */
  const slim = useMedia(SLIM)
  /** The moment for which the view was chosen. */
  const [lookedAt, setLookedAt] = useState(0)
  const [word, setWord] = useState<number | null>(null)
  const [phone, setPhone] = useState<number | null>(null)
  const [told, setTold] = useState(0)
  const playhead = useRef<HTMLDivElement>(null)
  const resumes = useRef(false)
  const viewAt = (at: number) => soundView(seconds, Math.min(at, seconds), room.widthPx, closeness)
  const { start, end } = viewAt(lookedAt)
  const view = useMemo(() => ({ start, end }), [start, end])
  const phones = useMemo(
    () => visemes.filter(({ viseme }) => viseme !== 'sil').map(({ phoneme, ...span }) => ({ ...span, text: phoneme })),
    [visemes],
  )

  useMoment(player, (at, playing) => {
    const now = viewAt(at)
    if (now.start !== start) setLookedAt(at)
    if (playhead.current) playhead.current.style.left = `${Math.min(1, shareIn(now, at)) * 100}%`
    setWord(playing ? spokenAt(words, at) : null)
    setPhone(playing ? spokenAt(phones, at) : null)
    setTold(playing ? Math.floor(at / TOLD_EVERY_SECONDS) * TOLD_EVERY_SECONDS : at)
  })

  const seek = (at: number) => player.seek(Math.max(0, Math.min(seconds, at)))
  const pointed = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    player.mark.set(start + Math.max(0, Math.min(1, (event.clientX - left) / width)) * (end - start))
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const from = player.position
    const step = event.shiftKey ? LONG_STEP_SECONDS : STEP_SECONDS
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: from - step,
      ArrowDown: from - step,
      ArrowRight: from + step,
      ArrowUp: from + step,
      PageDown: from - LONG_STEP_SECONDS,
      PageUp: from + LONG_STEP_SECONDS,
      Home: 0,
      End: seconds,
    }
    const at = to[event.key]
    if (at !== undefined) seek(at)
    else if (event.key === ' ') player.playing.get() ? player.stop() : player.play(name)
    else return
    event.preventDefault()
  }
  const spoken = words[spokenAt(words, told) ?? -1]?.text
  return (
    <div className="relative grid gap-1.5">
      <p id={id} className="sr-only">
        A spectrogram from {start.toFixed(1)} to {end.toFixed(1)} s, 0 to 8 kHz, with {counted(words.length, 'word')} and{' '}
        {counted(phones.length, 'phone')}. The table below has their times.
      </p>
      <div
        ref={roomOf}
        role="slider"
        tabIndex={0}
        aria-label="Place in the sound"
        aria-describedby={id}
        aria-valuemin={0}
        aria-valuemax={seconds}
        aria-valuenow={told}
        aria-valuetext={`${told.toFixed(1)} of ${seconds.toFixed(1)} s${spoken ? `, “${spoken}”` : ''}`}
        onKeyDown={pressed}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          resumes.current = player.playing.get() !== null
          player.stop()
          pointed(event)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) pointed(event)
        }}
        onPointerUp={() => {
          if (resumes.current) player.play(name)
          resumes.current = false
        }}
        className="relative cursor-text touch-pan-y overflow-hidden rounded-control bg-[#13131c]"
      >
        <SpectrogramCanvas take={take} view={view} room={room} />
        <div
          ref={playhead}
          className="pointer-events-none absolute inset-y-0 -ml-px w-0.5 bg-white shadow-[0_0_0_1px_#0009] forced-colors:bg-[Highlight]"
        />
      </div>
      <TimeLabels labels={words} current={word} view={view} widthPx={room.widthPx} textPx={13} rows={slim ? 2 : 1} />
      {phones.length > 0 ? (
        <TimeLabels labels={phones} current={phone} view={view} widthPx={room.widthPx} textPx={12} mono />
      ) : (
        <p className="h-6.5 text-sm text-ink3">This engine does not tell its phones.</p>
      )}
    </div>
  )
}
