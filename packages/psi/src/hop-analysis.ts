// 16 kHz sound flows in, in pieces of any length; every 5 ms what can be heard flows out: pitch, level, brightness, loudness, onset.
// Any thread; nothing is allocated after it is made, and the pieces make no difference.
import { type Hertz, MIC_RATE, type Samples, type Seconds } from '@psiona/shared'
import { ENVELOPE_DELAY_MS } from './band-envelope'
import { Biquad } from './biquad'
import { Loudness } from './loudness'
import { Onset } from './onset'
import { LOWEST_PITCH_HZ, PitchCandidates } from './pitch-candidates'
import { PATH_DELAY_HOPS, PitchPath } from './pitch-path'
import { PowerSpectrum } from './power-spectrum'
import { SpeechGate } from './speech-gate'

export const LISTENING_RATE: Hertz = MIC_RATE
export const HOP_SECONDS: Seconds = 0.005
const HOP_SAMPLES: Samples = 80
/** 25 ms: two periods of the lowest voices. */
const SPECTRUM_SAMPLES: Samples = 400
/** Sound is waited for up to here after a hop's middle: until the envelopes tell of it, which is long enough for the longest period. */
const REACH_SAMPLES: Samples = (ENVELOPE_DELAY_MS * LISTENING_RATE) / 1000
/** What the microphone's offset and the wind do is no sound. */
const RUMBLE_HZ: Hertz = 30
/** Pitch is in the first harmonics; four poles leave nothing to fold over when every fourth sample is looked at. */
const PITCH_BAND_HZ: Hertz = 1200
const ROOM_SAMPLES: Samples = 8192
/** Of silence, so that a level is always a number. */
export const SILENCE_DB = -120
const HIGHEST_PITCH_HZ: Hertz = 500

/** What is heard at `at`, seconds from the start. Lent: the next hop overwrites it. */
export interface Hop {
  at: Seconds
  /** 60 to 500, or null where no voice is. */
  pitchHz: Hertz | null
  /** The same, also for a shout above 500; 0 is no voice. */
  voiceHz: Hertz
  /** dBFS of a 25 ms window; a full-scale sine has −3. */
  energyDb: number
  centroidHz: Hertz
  loudnessDb: number
  /** Rise of the vowels' band about its mean: what drives the syllable oscillator. */
  onsetForce: number
  /** Loud enough to be speech. */
  loud: boolean
}

/** From a sound to the hop that tells of it. */
export const HEARING_DELAY_SECONDS: Seconds = REACH_SAMPLES / LISTENING_RATE + PATH_DELAY_HOPS * HOP_SECONDS

export class HopAnalysis {
  private readonly rumble = new Biquad('high-pass', RUMBLE_HZ, LISTENING_RATE)
  private readonly pitchBand = [0, 1].map(() => new Biquad('low-pass', PITCH_BAND_HZ, LISTENING_RATE))
  private readonly loudness = new Loudness(LISTENING_RATE)
  private readonly onset = new Onset(LISTENING_RATE)
  private readonly spectrum = new PowerSpectrum(SPECTRUM_SAMPLES, LISTENING_RATE)
  private readonly gate = new SpeechGate()
  private readonly candidates = new PitchCandidates(LISTENING_RATE)
  private readonly path = new PitchPath()
  private readonly sound = new Float32Array(ROOM_SAMPLES)
  private readonly low = new Float32Array(ROOM_SAMPLES)
  private filled = REACH_SAMPLES
  private centre = REACH_SAMPLES
  private hops = 0
  private samples = 0
  /** Hops that wait for their pitch. */
  private readonly waiting: readonly Hop[] = Array.from({ length: PATH_DELAY_HOPS + 1 }, () => ({
    at: 0,
    pitchHz: null,
    voiceHz: 0,
    energyDb: SILENCE_DB,
    centroidHz: 0,
    loudnessDb: SILENCE_DB,
    onsetForce: 0,
    loud: false,
  }))

  constructor() {
    if (this.candidates.reachSamples > REACH_SAMPLES) throw new RangeError('the envelopes are too fast for the longest period')
  }

  push(piece: Float32Array, onHop: (hop: Hop) => void): void {
    this.samples += piece.length
    for (let i = 0; i < piece.length; i++) this.take(piece[i]!, onHop)
  }

  /** The sound is over: the hops up to its last sample come out. */
  end(onHop: (hop: Hop) => void): void {
    const hops = Math.ceil(this.samples / HOP_SAMPLES)
    while (this.hops < hops) this.take(0, onHop)
    for (let ago = Math.min(PATH_DELAY_HOPS, this.hops) - 1; ago >= 0; ago--)
      this.give(this.hops - 1 - ago, this.path.ago(ago), onHop)
  }

  private take(raw: number, onHop: (hop: Hop) => void): void {
    const x = this.rumble.next(raw)
    this.loudness.next(x)
    this.onset.next(x)
    this.sound[this.filled] = x
    this.low[this.filled] = this.pitchBand[1]!.next(this.pitchBand[0]!.next(x))
    this.filled++
    if (this.filled === this.centre + REACH_SAMPLES) this.hop(onHop)
    if (this.filled === ROOM_SAMPLES) this.makeRoom()
  }

  private hop(onHop: (hop: Hop) => void): void {
    const hop = this.waiting[this.hops % this.waiting.length]!
    this.spectrum.read(this.sound, this.centre)
    this.onset.hop(HOP_SECONDS)
    hop.at = this.hops * HOP_SECONDS
    hop.energyDb = Math.max(SILENCE_DB, 10 * Math.log10(this.spectrum.power))
    hop.centroidHz = this.spectrum.centroidHz
    hop.loudnessDb = this.loudness.decibels
    hop.onsetForce = this.onset.force
    this.gate.step(hop.energyDb, HOP_SECONDS)
    hop.loud = this.gate.open
    this.candidates.read(this.low, this.centre)
    const voiceHz = this.path.step(this.candidates, this.gate.quiet)
    if (this.hops >= PATH_DELAY_HOPS) this.give(this.hops - PATH_DELAY_HOPS, voiceHz, onHop)
    this.hops++
    this.centre += HOP_SAMPLES
  }

  private give(hop: number, voiceHz: Hertz, onHop: (hop: Hop) => void): void {
    const given = this.waiting[hop % this.waiting.length]!
    given.voiceHz = voiceHz
    given.pitchHz = voiceHz >= LOWEST_PITCH_HZ && voiceHz <= HIGHEST_PITCH_HZ ? voiceHz : null
    onHop(given)
  }

  private makeRoom(): void {
    const gone = this.centre - REACH_SAMPLES
    this.sound.copyWithin(0, gone, this.filled)
    this.low.copyWithin(0, gone, this.filled)
    this.filled -= gone
    this.centre -= gone
  }
}
