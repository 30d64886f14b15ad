// In: the voices that are known. Out: the desk of the Voice page: a text, two takes of it, and how to make and hear them.
import type { VoiceChoice } from '@psiona/shared'
import { useCallback, useEffect, useRef, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { bytesOfBase64, readWav } from '../../lib/wav-sound'
import { FIRST_SETUP, type KnownDials, type MadeTake, type TakeName, type TakeSetup, takeRequest } from './take'
import { TakePlayer } from './take-player'

/** An engine that has to load its model first takes its time; the server gives up after a minute. */
const PATIENCE_MS = 70_000
/** Said when nothing is written. */
export const EXAMPLE = 'The second phase is faster, but he warns you twice before every big swing.'

type Both<T> = Readonly<Record<TakeName, T>>

export interface TakeDesk {
  readonly text: string
  readonly setText: (text: string) => void
  /** BCP 47; '' = as in her file. */
  readonly language: string
  readonly setLanguage: (language: string) => void
  /** What Speak would say. */
  readonly said: string
  readonly shown: TakeName
  readonly show: (take: TakeName) => void
  readonly setups: Both<TakeSetup>
  /** The shown one's. */
  readonly setup: TakeSetup
  readonly change: (change: (setup: TakeSetup) => TakeSetup) => void
  readonly copyTo: (take: TakeName) => void
  readonly made: Both<MadeTake | null>
  readonly making: Both<boolean>
  readonly trouble: string | null
  readonly known: KnownDials
  readonly player: TakePlayer
  readonly speak: () => Promise<void>
}

export function useTakeDesk(known: KnownDials, inUse: VoiceChoice): TakeDesk {
  const [player] = useState(() => new TakePlayer())
  const [text, setText] = useState('')
  const [language, setLanguage] = useState('')
  const [shown, setShown] = useState<TakeName>('a')
  const [setups, setSetups] = useState<Both<TakeSetup>>(() => {
    const first = { ...FIRST_SETUP, engine: inUse }
    return { a: first, b: first }
  })
  const [made, setMade] = useState<Both<MadeTake | null>>({ a: null, b: null })
  const [making, setMaking] = useState<Both<boolean>>({ a: false, b: false })
  const [troubles, setTroubles] = useState<Both<string | null>>({ a: null, b: null })
  /** The newest order of a take; an answer to an older one is late. */
  const orders = useRef({ a: 0, b: 0 })
  const looksAt = useRef<TakeName>('a')
  useEffect(() => {
    const all = orders.current
    return () => {
      all.a = all.b = Number.NaN
      player.close()
    }
  }, [player])

  const said = text.trim() === '' ? EXAMPLE : text
  const setup = setups[shown]
  const show = useCallback(
    (take: TakeName) => {
      looksAt.current = take
      setShown(take)
      player.switchTo(take)
    },
    [player],
  )
  const speak = async () => {
    const take = shown
    const order = ++orders.current[take]
    player.stop()
    // In the press itself: some browsers let nothing sound later.
    player.wake()
    setMaking((all) => ({ ...all, [take]: true }))
    setTroubles((all) => ({ ...all, [take]: null }))
    const request = takeRequest(setup, said, language, known)
    const answer = await callApi('renderVoice', { body: request, timeoutMs: PATIENCE_MS })
    if (order !== orders.current[take]) return
    setMaking((all) => ({ ...all, [take]: false }))
    const sound = answer.ok ? readWav(bytesOfBase64(answer.value.wav)) : null
    if (!answer.ok || !sound) {
      const unread = 'The sound that came is no wav file this page can play. Reload the page, or try another engine.'
      return setTroubles((all) => ({ ...all, [take]: answer.ok ? unread : answer.problem.message }))
    }
    setMade((all) => ({ ...all, [take]: { sound, rendered: answer.value, request } }))
    player.load(take, sound)
    // Who has turned to the other take meanwhile is left in peace.
    if (looksAt.current !== take) return
    player.mark.set(0)
    player.play(take)
  }
  return {
    text,
    setText,
    language,
    setLanguage,
    said,
    shown,
    show,
    setups,
    setup,
    change: (change) => setSetups((all) => ({ ...all, [shown]: change(all[shown]) })),
    copyTo: (take) => setSetups((all) => ({ ...all, [take]: all[shown] })),
    made,
    making,
    trouble: troubles[shown],
    known,
    player,
    speak,
  }
}
