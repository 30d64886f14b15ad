// How she feels over time: feelings of single replies flow in, one vector that moves slowly flows out and rests at the character's baseline.
import { EMOTIONS, type Emotion } from '@psiona/shared'
import type { Clock } from './clock'

/** A feeling fades to a third in this time: longer than a reply, shorter than a scene. */
const FADE_MS = 20_000
/** Often enough for a bar that moves, seldom enough for a figure that can be read (the panel updates at most 4 times a second). */
const TICK_MS = 250
/** Smaller changes are not worth telling. */
const NOTICEABLE = 0.02

export interface Mood {
  current(): Emotion
  feel(emotion: Emotion): void
  setBaseline(baseline: Emotion): void
  /** Nothing is felt from now on, at once, until it may be again. */
  numb(on: boolean): void
  close(): void
}

export interface MoodOptions {
  readonly clock: Clock
  readonly baseline: Emotion
  readonly onChange: (emotion: Emotion) => void
}

const distance = (a: Emotion, b: Emotion) => Math.max(...EMOTIONS.map((name) => Math.abs((a[name] ?? 0) - (b[name] ?? 0))))
const rounded = (emotion: Emotion): Emotion =>
  Object.fromEntries(
    EMOTIONS.flatMap((name) => ((emotion[name] ?? 0) >= 0.01 ? [[name, Math.round((emotion[name] ?? 0) * 100) / 100]] : [])),
  )

export function createMood({ clock, baseline, onChange }: MoodOptions): Mood {
  let rest = baseline
  let now: Emotion = baseline
  let told = baseline
  let atMs = clock.monotonicMs()
  let numbed = false

  const fade = () => {
    const ms = clock.monotonicMs()
    const left = Math.exp(-Math.max(0, ms - atMs) / FADE_MS)
    atMs = ms
    if (numbed) return
    now = Object.fromEntries(EMOTIONS.map((name) => [name, (rest[name] ?? 0) + ((now[name] ?? 0) - (rest[name] ?? 0)) * left]))
  }
  const tell = () => {
    if (distance(now, told) < NOTICEABLE) return
    told = rounded(now)
    onChange(told)
  }
  const stop = clock.every(TICK_MS, () => {
    fade()
    tell()
  })
  return {
    current: () => rounded(now),
    feel(emotion) {
      if (numbed) return
      fade()
      // A new feeling stands beside what is left of the old one, which it halves: nobody is only one thing at a time.
      now = Object.fromEntries(EMOTIONS.map((name) => [name, Math.max(emotion[name] ?? 0, (now[name] ?? 0) * 0.5)]))
      tell()
    },
    setBaseline(next) {
      rest = next
    },
    numb(on) {
      fade()
      numbed = on
      if (!on) return
      now = {}
      tell()
    },
    close: stop,
  }
}
