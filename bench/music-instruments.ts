// Notes and beats flow in, their sound is added to a track at MIC_RATE: strings of a pad, plucked strings, a bass, a singing lead, drums.
import type { Random } from '@psiona/psi/random'
import { MIC_RATE } from '@psiona/shared'

export interface Note {
  /** Where it begins in the track, and how long it is held. */
  readonly atSecond: number
  readonly seconds: number
  readonly hz: number
  readonly level: number
}

const span = (track: Float32Array, atSecond: number, seconds: number) => {
  const from = Math.round(atSecond * MIC_RATE)
  return { from, length: Math.max(0, Math.min(Math.round(seconds * MIC_RATE), track.length - from)) }
}
/** Rises, holds and falls in these seconds. */
const envelope = (time: number, held: number, attack: number, release: number) =>
  Math.min(1, time / attack) * (time < held ? 1 : Math.exp(-(time - held) / release))
/** A saw wave without what lies over 7 kHz. */
const saw = (phase: number, hz: number) => {
  let sum = 0
  for (let k = 1; k <= Math.min(12, 7000 / hz); k++) sum += Math.sin(2 * Math.PI * k * phase) / k
  return sum * 0.55
}

/** Two detuned saws behind a slowly opening low-pass. */
export function playPad(track: Float32Array, { atSecond, seconds, hz, level }: Note): void {
  const { from, length } = span(track, atSecond, seconds + 0.6)
  let low = 0
  for (let i = 0; i < length; i++) {
    const time = i / MIC_RATE
    const value = saw((hz * 1.003 * time) % 1, hz) + saw((hz * 0.997 * time) % 1, hz)
    low += (value - low) * (0.12 + 0.12 * Math.sin(time * 1.3))
    track[from + i]! += level * low * envelope(time, seconds, 0.12, 0.25)
  }
}

/** A plucked string: noise in a loop that damps itself. */
export function playPluck(track: Float32Array, { atSecond, seconds, hz, level }: Note, random: Random): void {
  const { from, length } = span(track, atSecond, seconds + 0.4)
  const string = Float32Array.from({ length: Math.max(2, Math.round(MIC_RATE / hz)) }, () => random.between(-1, 1))
  for (let i = 0; i < length; i++) {
    const at = i % string.length
    const value = string[at]!
    string[at] = 0.498 * (value + string[(at + 1) % string.length]!)
    track[from + i]! += level * value * (i / MIC_RATE > seconds ? Math.exp(-(i / MIC_RATE - seconds) * 12) : 1)
  }
}

/** A saw through a low-pass that closes after the attack. */
export function playBass(track: Float32Array, { atSecond, seconds, hz, level }: Note): void {
  const { from, length } = span(track, atSecond, seconds + 0.1)
  let low = 0
  for (let i = 0; i < length; i++) {
    const time = i / MIC_RATE
    low += (saw((hz * time) % 1, hz) - low) * (0.06 + 0.25 * Math.exp(-time * 9))
    track[from + i]! += level * low * envelope(time, seconds, 0.005, 0.04)
  }
}

/** The tune: glides from the note before, vibrato that grows, brightness that follows the loudness; two formants make it half a voice. */
export function playLead(track: Float32Array, { atSecond, seconds, hz, level }: Note, fromHz: number, formantHz: number): void {
  const { from, length } = span(track, atSecond, seconds + 0.15)
  let phase = 0
  const body = [0, 0]
  for (let i = 0; i < length; i++) {
    const time = i / MIC_RATE
    const glide = hz + (fromHz - hz) * Math.exp(-time * 30)
    const now = glide * (1 + 0.009 * Math.min(1, time * 3) * Math.sin(2 * Math.PI * 5.6 * time))
    phase = (phase + now / MIC_RATE) % 1
    const value = saw(phase, now) * envelope(time, seconds, 0.03, 0.06)
    const turn = 2 * Math.cos((2 * Math.PI * formantHz) / MIC_RATE) * 0.96
    const resonance = value * 0.25 + turn * body[0]! - 0.9216 * body[1]!
    body[1] = body[0]!
    body[0] = resonance
    track[from + i]! += level * (0.6 * value + 0.4 * resonance)
  }
}

export function playKick(track: Float32Array, atSecond: number, level: number): void {
  const { from, length } = span(track, atSecond, 0.25)
  let phase = 0
  for (let i = 0; i < length; i++) {
    const time = i / MIC_RATE
    phase += (48 + 110 * Math.exp(-time * 40)) / MIC_RATE
    track[from + i]! += level * Math.sin(2 * Math.PI * phase) * Math.exp(-time * 16)
  }
}

/** Noise with a tone under it; `toneHz` 0 leaves the tone out. */
export function playNoiseDrum(
  track: Float32Array,
  atSecond: number,
  drum: { readonly level: number; readonly decay: number; readonly toneHz: number; readonly bright: boolean },
  random: Random,
): void {
  const { from, length } = span(track, atSecond, 5 / drum.decay)
  let last = 0
  for (let i = 0; i < length; i++) {
    const time = i / MIC_RATE
    const white = random.normal()
    const value = (drum.bright ? white - last : 0.7 * white) + (drum.toneHz ? Math.sin(2 * Math.PI * drum.toneHz * time) : 0)
    last = white
    track[from + i]! += 0.5 * drum.level * value * Math.exp(-time * drum.decay)
  }
}
