// A seed in, music as it plays behind a stream out: pieces of half a minute that change tempo, key, chords, instruments and tune.
import { createRandom, type Random } from '@psiona/psi/random'
import { MIC_RATE } from '@psiona/shared'
import { playBass, playKick, playLead, playNoiseDrum, playPad, playPluck } from './music-instruments'

/** Degrees of the scale, one chord for each bar. */
const PROGRESSIONS = [
  [0, 5, 3, 4],
  [0, 3, 5, 4],
  [5, 3, 0, 4],
  [0, 4, 5, 3],
  [0, 2, 3, 3],
] as const
const SCALES = [
  [0, 2, 4, 5, 7, 9, 11],
  [0, 2, 3, 5, 7, 8, 10],
] as const
const BARS_IN_A_PIECE = 12
const BEATS_IN_A_BAR = 4

interface Piece {
  readonly beatSeconds: number
  /** Hertz of a degree of the scale, octaves of seven degrees. */
  readonly pitch: (degree: number) => number
  readonly chords: readonly number[]
  readonly plucked: boolean
  readonly drummed: boolean
  readonly sung: boolean
  readonly formantHz: number
  readonly swing: number
}

function compose(random: Random): Piece {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.uniform() * list.length)]!
  const tonicHz = 110 * 2 ** (random.between(-5, 7) / 12)
  const scale = pick(SCALES)
  return {
    beatSeconds: 60 / random.between(78, 150),
    pitch: (degree) => tonicHz * 2 ** (Math.floor(degree / 7) + scale[((degree % 7) + 7) % 7]! / 12),
    chords: pick(PROGRESSIONS),
    plucked: random.uniform() < 0.5,
    drummed: random.uniform() < 0.75,
    sung: random.uniform() < 0.75,
    formantHz: random.between(600, 2200),
    swing: random.uniform() < 0.3 ? 0.16 : 0,
  }
}

function playBar(track: Float32Array, piece: Piece, bar: number, atSecond: number, random: Random): void {
  const { beatSeconds, pitch } = piece
  const root = piece.chords[bar % piece.chords.length]!
  const eighth = (index: number) => atSecond + (index / 2 + (index % 2) * piece.swing) * beatSeconds
  const chord = [root, root + 2, root + 4].map((degree) => pitch(degree + 7))
  if (piece.plucked)
    for (let index = 0; index < 8; index++) {
      const hz = chord[[0, 1, 2, 1][index % 4]!]! * (index > 3 ? 2 : 1)
      playPluck(track, { atSecond: eighth(index), seconds: beatSeconds * 0.9, hz, level: 0.35 }, random)
    }
  else for (const hz of chord) playPad(track, { atSecond, seconds: beatSeconds * BEATS_IN_A_BAR * 0.95, hz, level: 0.16 })
  for (let index = 0; index < 8; index++)
    if (index % 4 === 0 || random.uniform() < 0.45)
      playBass(track, { atSecond: eighth(index), seconds: beatSeconds * 0.45, hz: pitch(root) / 2, level: 0.5 })
  // The first bars are without drums, as most pieces begin.
  if (!piece.drummed || bar < 2) return
  for (let index = 0; index < 8; index++) {
    if (index === 0 || index === 5 || (index === 4 && random.uniform() < 0.4)) playKick(track, eighth(index), 0.8)
    if (index === 2 || index === 6)
      playNoiseDrum(track, eighth(index), { level: 0.5, decay: 22, toneHz: 190, bright: false }, random)
    playNoiseDrum(track, eighth(index), { level: index % 2 ? 0.1 : 0.18, decay: 60, toneHz: 0, bright: true }, random)
  }
}

/** A walk on the scale in eighths and quarters, with rests; it sets in after two bars. */
function playTune(track: Float32Array, piece: Piece, endSecond: number, random: Random): void {
  let degree = 14
  let lastHz = piece.pitch(degree)
  for (let at = piece.beatSeconds * BEATS_IN_A_BAR * 2; at < endSecond; ) {
    const beats = [0.5, 0.5, 1, 1, 1.5, 2][Math.floor(random.uniform() * 6)]!
    degree = Math.min(20, Math.max(9, degree + Math.round(random.normal() * 1.6)))
    const hz = piece.pitch(degree)
    if (random.uniform() < 0.82) {
      const seconds = beats * piece.beatSeconds * 0.92
      playLead(track, { atSecond: at, seconds, hz, level: 0.3 * random.between(0.6, 1) }, lastHz, piece.formantHz)
      lastHz = hz
    }
    at += beats * piece.beatSeconds
  }
}

/** Delays in seconds and their feedback: a small room. */
const ROOM = [
  { seconds: 0.0297, feedback: 0.42 },
  { seconds: 0.0371, feedback: 0.4 },
  { seconds: 0.0411, feedback: 0.38 },
] as const
function reverberate(track: Float32Array): void {
  const dry = Float32Array.from(track)
  for (const { seconds, feedback } of ROOM) {
    const loop = new Float32Array(Math.round(seconds * MIC_RATE))
    for (let i = 0; i < dry.length; i++) {
      const echo = loop[i % loop.length]!
      loop[i % loop.length] = dry[i]! + echo * feedback
      track[i]! += 0.12 * echo
    }
  }
}

/** The last notes ring on into the next piece. */
const TAIL_SECONDS = 1
/** Pieces are equally loud, as music services play them. */
const PIECE_LEVEL = 0.1

export function musicNoise(seconds: number, seed: number): Float32Array {
  const random = createRandom(seed)
  const track = new Float32Array(Math.round(seconds * MIC_RATE))
  for (let at = 0; at < track.length; ) {
    const piece = compose(random)
    const barSeconds = piece.beatSeconds * BEATS_IN_A_BAR
    const pieceSeconds = barSeconds * BARS_IN_A_PIECE
    const sound = new Float32Array(Math.round((pieceSeconds + TAIL_SECONDS) * MIC_RATE))
    for (let bar = 0; bar < BARS_IN_A_PIECE; bar++) playBar(sound, piece, bar, bar * barSeconds, random)
    if (piece.sung) playTune(sound, piece, pieceSeconds, random)
    reverberate(sound)
    const gain = PIECE_LEVEL / Math.sqrt(sound.reduce((sum, value) => sum + value * value, 0) / sound.length)
    for (let i = 0; i < Math.min(sound.length, track.length - at); i++) track[at + i]! += gain * sound[i]!
    at += Math.round(pieceSeconds * MIC_RATE)
  }
  return track
}
