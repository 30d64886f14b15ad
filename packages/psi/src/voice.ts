// The voice: after each control step it reads the field and says what the kernel has to play. One of the field's two readers.
import { SAMPLE_RATE } from '@psiona/shared'
import { fromDecibels } from './decibel'
import { Equaliser } from './equaliser'
import type { Field } from './field'
import { BANDWIDTH_FIT, REFERENCE_BANDWIDTH_HZ, Tract } from './formants'
import { Glide } from './glide'
import type { KernelStep } from './kernel'
import { Noise } from './noise'
import { OSCILLATOR } from './oscillator'
import { PhoneColour } from './phone-colour'
import { createRandom } from './random'
import { SourceTractCoupling } from './source-tract-coupling'
import { SHOUT, WHISPER } from './speaking-manner'
import { CURVE_AT, SETTING, SETTING_COUNT } from './voice-setting'
import { HIGHEST_HARMONIC_HZ, MAX_HARMONICS, VoiceSource } from './voice-source'
import { spreadFormant } from './vowel-space'

/** A change of dials or feeling in mid-utterance takes half a second to be complete. */
const SETTING_TAU_MS = 130
/** Jitter and shimmer are noise through one pole: this much of each new draw. */
const WAVER = 0.3
const LOWEST_HZ = 50
const HIGHEST_HZ = 1000
/** Log f0 of the phrase component's mean, so that pitchHz is the mean pitch. */
const PHRASE_MEAN = 0.21
/** A formant falls no lower and grows no duller, whatever is asked of it. */
const LEAST_FORMANT_HZ = 150
const LEAST_SHARPNESS = 0.1
const FORMANTS = [OSCILLATOR.formant1, OSCILLATOR.formant2, OSCILLATOR.formant3, OSCILLATOR.formant4] as const
const VELUM_SHARE = 0.75
const UNVOICED = 5e-4
const MOST_GATING = 0.4
const TAU = 2 * Math.PI

export class Voice {
  private readonly field: Field
  private readonly setting = new Glide(SETTING_COUNT, SETTING_TAU_MS)
  private readonly source = new VoiceSource()
  private readonly tract = new Tract()
  private readonly noise = new Noise()
  private readonly colour = new PhoneColour()
  private readonly equaliser = new Equaliser()
  private readonly coupling: SourceTractCoupling
  private readonly random = createRandom(1)
  private pitchWaver = 0
  private levelWaver = 0
  /** 0..1 */
  private whisper = 0
  private effort = 0

  constructor(field: Field) {
    this.field = field
    this.coupling = new SourceTractCoupling(field)
  }

  /** From silence, with these settings at once. */
  begin(setting: Float64Array, seed: number): void {
    this.setting.goal.set(setting)
    this.setting.arrive()
    this.random.reseed(seed)
    this.pitchWaver = this.levelWaver = 0
    this.coupling.begin()
  }

  /** Glides to other settings without a break. */
  retune(setting: Float64Array): void {
    this.setting.goal.set(setting)
  }

  /** What the field stands for now, into `step`. */
  describe(step: KernelStep): void {
    const { amplitude, omega } = this.field
    this.setting.step()
    const set = this.setting.value
    this.whisper = Math.min(1, amplitude[OSCILLATOR.whisper]!)
    this.effort = Math.min(1, amplitude[OSCILLATOR.effort]!)
    const pitchHz = this.pitch()
    omega[OSCILLATOR.glottis] = TAU * pitchHz
    omega[OSCILLATOR.vibrato] = TAU * set[SETTING.vibratoHz]!
    step.radiansPerSample = (TAU * pitchHz) / SAMPLE_RATE
    this.shapeTract()
    this.equaliser.set(set, CURVE_AT)
    this.describeVoice(step, pitchHz)
    this.describeNoise(step)
  }

  private pitch(): number {
    const { amplitude, phase } = this.field
    const set = this.setting.value
    this.pitchWaver += WAVER * (set[SETTING.jitter]! * this.random.normal() - this.pitchWaver)
    const commanded =
      amplitude[OSCILLATOR.phrase]! +
      amplitude[OSCILLATOR.accent]! +
      amplitude[OSCILLATOR.boundaryRise]! -
      amplitude[OSCILLATOR.finalFall]! -
      PHRASE_MEAN
    const melody = set[SETTING.range]! * (1 + (SHOUT.range - 1) * this.effort) * commanded
    const vibrato = set[SETTING.vibrato]! * Math.sin(phase[OSCILLATOR.vibrato]!)
    this.coupling.step(melody, set[SETTING.coupling]!)
    const hertz = Math.exp(set[SETTING.logPitch]! + melody + vibrato + this.pitchWaver + this.coupling.pitchShift)
    return Math.min(HIGHEST_HZ, Math.max(LOWEST_HZ, hertz))
  }

  private shapeTract(): void {
    const { amplitude, omega } = this.field
    const set = this.setting.value
    const scale = set[SETTING.tract]!
    this.tract.setScale(scale)
    this.noise.setScale(scale)
    for (let q = 0; q < FORMANTS.length; q++) {
      const feeling = q === 0 ? set[SETTING.f1]! * (1 + (SHOUT.f1 - 1) * this.effort) : q === 1 ? set[SETTING.f2]! : 1
      const spread = spreadFormant(q, omega[FORMANTS[q]!]! / TAU, set[SETTING.vowelSpace]!)
      const sharpness = Math.max(LEAST_SHARPNESS, amplitude[FORMANTS[q]!]!)
      const fit = q < 3 ? BANDWIDTH_FIT : 1
      this.tract.setFormant(
        q,
        Math.max(LEAST_FORMANT_HZ, scale * this.coupling.formantScale * feeling * spread),
        (fit * REFERENCE_BANDWIDTH_HZ[q]!) / sharpness,
      )
    }
    const nasal = Math.max(set[SETTING.nasality]!, amplitude[OSCILLATOR.nasal]!, VELUM_SHARE * amplitude[OSCILLATOR.velum]!)
    this.tract.setNose(
      nasal,
      amplitude[OSCILLATOR.zeroLabial]!,
      amplitude[OSCILLATOR.zeroCoronal]!,
      amplitude[OSCILLATOR.zeroVelar]!,
    )
  }

  private describeVoice(step: KernelStep, pitchHz: number): void {
    const { amplitude } = this.field
    const set = this.setting.value
    const openQuotient = set[SETTING.openQuotient]! * SHOUT.openQuotient ** this.effort
    const brightness = Math.exp(set[SETTING.logBrightness]!) * SHOUT.brightness ** this.effort
    this.source.shape(openQuotient, brightness, amplitude[OSCILLATOR.voiceBar]!)
    this.levelWaver += WAVER * (set[SETTING.shimmer]! * this.random.normal() - this.levelWaver)
    const voicing = amplitude[OSCILLATOR.glottis]! * (1 - this.whisper)
    const gain = voicing * (1 + this.levelWaver) * set[SETTING.voiceGain]! * Math.exp(set[SETTING.logEffortGain]! * this.effort)
    step.harmonics = voicing < UNVOICED ? 0 : Math.min(MAX_HARMONICS, Math.floor(HIGHEST_HARMONIC_HZ / pitchHz))
    this.source.fill(step.voice, step.harmonics, pitchHz, gain)
    this.tract.filter(step.voice, step.harmonics, false)
    this.colour.apply(step.voice, step.harmonics, this.field, set[SETTING.tract]!)
    this.equaliser.colour(step.voice, step.harmonics)
    step.roughness = set[SETTING.roughness]!
    step.pulseEnd = TAU * openQuotient
    step.noiseGating = MOST_GATING * Math.min(1, voicing)
  }

  private describeNoise(step: KernelStep): void {
    const set = this.setting.value
    const f2 = (this.field.omega[OSCILLATOR.formant2]! / TAU) * set[SETTING.tract]!
    const breath = set[SETTING.breath]! + this.whisper * (WHISPER.breath - set[SETTING.breath]!)
    this.noise.update(this.field, this.tract, f2, breath)
    const decibels = WHISPER.noiseDb * this.whisper + SHOUT.noiseDb * this.effort
    const gain = set[SETTING.noiseGain]! * (decibels === 0 ? 1 : fromDecibels(decibels))
    for (let b = 0; b < step.noiseGain.length; b++) step.noiseGain[b] = gain * this.noise.gain[b]!
    this.equaliser.colourBands(step.noiseGain)
  }
}
