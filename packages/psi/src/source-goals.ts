// Placed segments flow in; what voice, breath, nose and the noises of the mouth have to do, and when, flows out as goals.
import { type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import type { ConsonantTarget, Place } from './consonant-targets'
import { fromDecibels } from './decibel'
import { REFERENCE_BANDWIDTH_HZ } from './formants'
import { GoalTrack } from './goal-track'
import { BRIGHTENED_DB, HISS, HISS_DB, STRIDENT } from './hiss'
import type { OscillatorName } from './oscillator'
import { COLOURS, colourOf } from './phone-colour'
import type { Goal } from './score'
import { before, kindAfter, type Segment } from './segment'
import { opensIntoVoice, type TimedSegment } from './timed-segment'

/** As fast as the closures it colours. */
const COLOUR_TAU_MS: Ms = 5
/** How fast each part of the source can change; the ear takes 3 ms of voice for an onset, 5 ms for a click. */
const TAU_MS = {
  glottis: 3.6,
  aspiration: 3.6,
  voiceBar: 2.2,
  nasal: 5,
  // The velum is slow: vowels beside a nasal are nasal too.
  velum: 18,
  zeroLabial: 5,
  zeroCoronal: 5,
  zeroVelar: 5,
  colour1: COLOUR_TAU_MS,
  colour2: COLOUR_TAU_MS,
  colour3: COLOUR_TAU_MS,
  colour4: COLOUR_TAU_MS,
  colour5: COLOUR_TAU_MS,
  colour6: COLOUR_TAU_MS,
  colour7: COLOUR_TAU_MS,
  colour8: COLOUR_TAU_MS,
  colour9: COLOUR_TAU_MS,
  colour10: COLOUR_TAU_MS,
  formant1: 6.5,
  formant2: 6.5,
  formant3: 6.5,
  hissS: 2.2,
  hissSH: 2.2,
  hissF: 2.2,
  hissTH: 2.2,
  burstVelar: 2.2,
} as const satisfies Partial<Record<OscillatorName, Ms>>
type Painted = keyof typeof TAU_MS
const BURST_ATTACK_MS: Ms = 0.5
const BURST_DECAY_MS: Ms = 1.8
/** The tract keeps its shape through pauses and until the last sound is gone. */
const RING_OUT_MS: Ms = 100

/** Levels against a vowel under full stress, in decibels. */
const VOWEL_DB = { 0: -3.5, 1: -1.5, 2: 0 } as const
const EMPHASIS_DB = 2
const PHRASE_END_DB = -4
const VOICED_DB: Readonly<Partial<Record<Segment['symbol'], number>>> = {
  Y: -6,
  DX: -9,
  V: -9,
  DH: -12,
  Z: -20,
  ZH: -20,
  ZJ: -20,
  GH: -7,
  BV: -6,
  QR: -5,
}
const SONORANT_DB = -3
const CLOSURE_DB = -3
const ASPIRATE_DB = -15
const INTO_VOICE_ASPIRATION_DB = -5
const ELSE_ASPIRATION_DB = -13
const VOICED_STRIDENT_DB = -2
const VOICED_HISS_DB = -9
const VOICED_BURST_DB = -5
const FINAL_BURST_DB = -5

/** How much the lips or tongue dull the voice behind them. */
const NASAL_BAR = 0.3
const STRIDENT_BAR = 1
const HISS_BAR = 0.6
const CLOSURE_BAR = 5

const BURSTS: Readonly<Partial<Record<Place, { readonly oscillator: OscillatorName; readonly lengthMs: Ms }>>> = {
  labial: { oscillator: 'burstLabial', lengthMs: 9 },
  coronal: { oscillator: 'burstCoronal', lengthMs: 16 },
  velar: { oscillator: 'burstVelar', lengthMs: 25 },
}
const NASAL_ZEROS: Readonly<Partial<Record<Place, Painted>>> = {
  labial: 'zeroLabial',
  coronal: 'zeroCoronal',
  velar: 'zeroVelar',
  palatal: 'zeroVelar',
}

/** Hiss begins a little after the closure is narrow and ends a little before it opens. */
const HISS_ATTACK_MS: Ms = 6
const HISS_RELEASE_MS: Ms = 3

/** A nasal vowel begins a little oral. */
const NASAL_ONSET = 0.15
/** A trilled tongue strikes the ridge this often, and each time the voice is so much weaker for so long. */
const TRILL_PERIOD_MS: Ms = 42
const TRILL_STRIKE_MS: Ms = 20
const TRILL_DB = -12

/** Voice onset after the release of a voiceless stop. */
const VOT_MS = { stressed: 60, unstressed: 40, afterS: 22, noVoice: 30 } as const
/** A vowel keeps at least this share of its voice. */
const MOST_ASPIRATED = 0.55

export function sourceGoals(segments: readonly TimedSegment[]): Goal[] {
  const painter = new SourcePainter(segments)
  segments.forEach((segment, i) => {
    painter.colour(i)
    if (segment.vowel) painter.vowel(i)
    else painter.consonant(i, segment.consonant!)
  })
  // Aspiration covers the start of the voice after it, so it is painted over what is there already.
  segments.forEach((_, i) => {
    painter.aspiration(i)
  })
  return painter.goals()
}

class SourcePainter {
  private readonly tracks = new Map<Painted, GoalTrack>()
  private readonly bursts: Goal[] = []
  private readonly segments: readonly TimedSegment[]

  constructor(segments: readonly TimedSegment[]) {
    this.segments = segments
  }

  goals(): Goal[] {
    return [...[...this.tracks.values()].flatMap((track) => track.goals()), ...this.bursts]
  }

  vowel(i: number): void {
    const { startSample, endSample, stress, emphasis, phraseEnd, vowel, nasal } = this.segments[i]!
    const level = VOWEL_DB[stress] + (stress > 0 ? EMPHASIS_DB * emphasis : 0)
    this.paint('glottis', startSample, endSample, fromDecibels(level))
    if (phraseEnd)
      this.paint('glottis', endSample - 0.3 * (endSample - startSample), endSample, fromDecibels(level + PHRASE_END_DB))
    if (nasal) this.paint('velum', startSample + NASAL_ONSET * (endSample - startSample), endSample, 1)
    this.sharpness(i, vowel!.bandwidths)
  }

  consonant(i: number, target: ConsonantTarget): void {
    const { startSample, releaseSample, endSample, symbol, phraseStart } = this.segments[i]!
    this.sharpness(i, target.bandwidths)
    const voice = (level: number, until = endSample) => this.paint('glottis', startSample, until, fromDecibels(level))
    switch (target.manner) {
      case 'glide':
      case 'liquid':
      case 'flap':
        voice(VOICED_DB[symbol] ?? SONORANT_DB)
        break
      case 'trill':
        voice(SONORANT_DB)
        this.strikes(startSample, endSample)
        break
      case 'nasal':
        voice(SONORANT_DB)
        this.paint('voiceBar', startSample, endSample, NASAL_BAR)
        this.paint('nasal', startSample, endSample, 1)
        this.paint('velum', startSample, endSample, 1)
        this.paint(NASAL_ZEROS[target.place]!, startSample, endSample, 1)
        break
      case 'aspirate':
        // The glottal stop is an aspirate without breath.
        if (symbol !== 'Q') this.paint('aspiration', startSample, endSample, fromDecibels(ASPIRATE_DB))
        break
      case 'fricative': {
        const from = phraseStart ? startSample : startSample + samplesFromMs(HISS_ATTACK_MS)
        this.hiss(i, from, endSample - samplesFromMs(HISS_RELEASE_MS))
        if (!target.voiced) break
        voice(VOICED_DB[symbol] ?? SONORANT_DB)
        this.paint('voiceBar', startSample, endSample, STRIDENT.has(symbol) ? STRIDENT_BAR : HISS_BAR)
        break
      }
      case 'affricate':
      case 'stop':
        if (target.voiced) {
          voice(CLOSURE_DB, releaseSample)
          this.paint('voiceBar', startSample, releaseSample, CLOSURE_BAR)
        }
        if (target.manner === 'affricate') this.affricate(i, target)
        else this.burst(i, target)
        break
      default:
        target.manner satisfies never
    }
  }

  /** The breath between a voiceless stop's burst and the voice after it. */
  aspiration(i: number): void {
    const { consonant, releaseSample, endSample, wordStart, unaspirated } = this.segments[i]!
    if (consonant?.manner !== 'stop' || consonant.voiced || this.unreleased(i)) return
    const intoVoice = opensIntoVoice(this.segments, i)
    const next = this.segments[i + 1]
    const vowel = next?.vowel ? next : this.segments[i + 2]
    const afterS = unaspirated || (!wordStart && before(this.segments, i)?.symbol === 'S')
    const onsetMs = afterS
      ? VOT_MS.afterS
      : !intoVoice
        ? VOT_MS.noVoice
        : (vowel?.stress ?? 0) > 0
          ? VOT_MS.stressed
          : VOT_MS.unstressed
    const latest =
      intoVoice && next ? next.startSample + MOST_ASPIRATED * (next.endSample - next.startSample) : endSample + samplesFromMs(20)
    const until = Math.max(endSample, Math.min(releaseSample + samplesFromMs(onsetMs), latest))
    const from = releaseSample + samplesFromMs(Math.max(4, (BURSTS[consonant.place]?.lengthMs ?? 0) / 2))
    this.paint('aspiration', from, until, fromDecibels(intoVoice ? INTO_VOICE_ASPIRATION_DB : ELSE_ASPIRATION_DB))
    this.paint('glottis', endSample, until, 0)
  }

  private strikes(startSample: Samples, endSample: Samples): void {
    const [period, strike] = [samplesFromMs(TRILL_PERIOD_MS), samplesFromMs(TRILL_STRIKE_MS)]
    const count = Math.max(1, Math.round((endSample - startSample) / period))
    const lead = (endSample - startSample - (count - 1) * period - strike) / 2
    for (let n = 0; n < count; n++) {
      const at = startSample + Math.max(0, lead) + n * period
      this.paint('glottis', at, Math.min(endSample, at + strike), fromDecibels(TRILL_DB))
    }
  }

  private affricate(i: number, { voiced }: ConsonantTarget): void {
    const { releaseSample, endSample } = this.segments[i]!
    this.hiss(i, releaseSample, endSample)
    if (!voiced) return
    this.paint('glottis', releaseSample, endSample, fromDecibels(-20))
    this.paint('voiceBar', releaseSample, endSample, STRIDENT_BAR)
  }

  private burst(i: number, { place, voiced }: ConsonantTarget): void {
    const burst = BURSTS[place]
    if (!burst || this.unreleased(i)) return
    const { oscillator, lengthMs } = burst
    const { releaseSample } = this.segments[i]!
    const level = (voiced ? VOICED_BURST_DB : 0) + (kindAfter(this.segments, i) === 'silence' ? FINAL_BURST_DB : 0)
    this.bursts.push(
      { atSample: releaseSample, oscillator, target: fromDecibels(level), tauMs: BURST_ATTACK_MS },
      { atSample: releaseSample + samplesFromMs(lengthMs), oscillator, target: 0, tauMs: BURST_DECAY_MS },
    )
  }

  /** A stop before another closure has no burst of its own; before a nasal it opens into the nose. */
  private unreleased(i: number): boolean {
    const right = kindAfter(this.segments, i)
    return right === 'stop' || right === 'affricate' || right === 'nasal'
  }

  private hiss(i: number, from: Samples, to: Samples): void {
    const { symbol, consonant } = this.segments[i]!
    const strident = STRIDENT.has(symbol)
    const level = !consonant!.voiced ? 0 : consonant!.manner === 'affricate' ? -1 : strident ? VOICED_STRIDENT_DB : VOICED_HISS_DB
    this.paint(HISS[symbol]!, from, to, fromDecibels(level + (HISS_DB[symbol] ?? 0)))
    const brightened = BRIGHTENED_DB[symbol]
    if (brightened !== undefined) this.paint('hissS', from, to, fromDecibels(level + brightened))
  }

  colour(i: number): void {
    const { symbol, startSample, endSample: ownEnd } = this.segments[i]!
    const endSample = this.segments[i + 1]?.startSample ?? ownEnd + samplesFromMs(RING_OUT_MS)
    const gains = colourOf(symbol)
    COLOURS.forEach((name, n) => {
      this.paint(name, startSample, endSample, gains[n]!)
    })
  }

  /** A formant's amplitude is its sharpness: twice as narrow, twice as high. */
  private sharpness(i: number, bandwidths: readonly [number, number, number]): void {
    const { startSample, endSample: ownEnd } = this.segments[i]!
    const endSample = this.segments[i + 1]?.startSample ?? ownEnd + samplesFromMs(RING_OUT_MS)
    this.paint('formant1', startSample, endSample, REFERENCE_BANDWIDTH_HZ[0] / bandwidths[0])
    this.paint('formant2', startSample, endSample, REFERENCE_BANDWIDTH_HZ[1] / bandwidths[1])
    this.paint('formant3', startSample, endSample, REFERENCE_BANDWIDTH_HZ[2] / bandwidths[2])
  }

  private paint(oscillator: Painted, from: Samples, to: Samples, value: number): void {
    let track = this.tracks.get(oscillator)
    if (!track) {
      track = new GoalTrack(oscillator, TAU_MS[oscillator])
      this.tracks.set(oscillator, track)
    }
    track.paint(from, to, value)
  }
}
