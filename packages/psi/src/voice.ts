// The voice: after each control step it reads the field and says what the kernel has to play. One of the field's two readers.
import { SAMPLE_RATE } from '@psiona/shared'
import type { Field } from './field'
import { BANDWIDTH_FIT, REFERENCE_BANDWIDTH_HZ, Tract } from './formants'
import { Glide } from './glide'
import type { KernelStep } from './kernel'
import { Noise } from './noise'
import { OSCILLATOR } from './oscillator'
import { createRandom } from './random'
import { SETTING, SETTING_COUNT } from './voice-setting'
import { HIGHEST_HARMONIC_HZ, MAX_HARMONICS, VoiceSource } from './voice-source'

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
const NEUTRAL_HZ = [500, 1500, 2500, 3400] as const
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
  private readonly random = createRandom(1)
  private pitchWaver = 0
  private levelWaver = 0

  constructor(field: Field) {
    this.field = field
  }

  /** From silence, with these settings at once. */
  begin(setting: Float64Array, seed: number): void {
    this.setting.goal.set(setting)
    this.setting.arrive()
    this.random.reseed(seed)
    this.pitchWaver = this.levelWaver = 0
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
    const pitchHz = this.pitch()
    omega[OSCILLATOR.glottis] = TAU * pitchHz
    step.radiansPerSample = (TAU * pitchHz) / SAMPLE_RATE
    this.shapeTract()
    const voicing = amplitude[OSCILLATOR.glottis]!
    this.source.shape(set[SETTING.openQuotient]!, Math.exp(set[SETTING.logBrightness]!), amplitude[OSCILLATOR.voiceBar]!)
    this.levelWaver += WAVER * (set[SETTING.shimmer]! * this.random.normal() - this.levelWaver)
    this.describeHarmonics(step, voicing < UNVOICED ? 0 : pitchHz, voicing * (1 + this.levelWaver) * set[SETTING.voiceGain]!)

    const f2 = (omega[OSCILLATOR.formant2]! / TAU) * set[SETTING.tract]!
    this.noise.update(this.field, this.tract, f2, set[SETTING.breath]!)
    const noiseGain = set[SETTING.noiseGain]!
    for (let b = 0; b < step.noiseGain.length; b++) step.noiseGain[b] = noiseGain * this.noise.gain[b]!
    step.noiseGating = MOST_GATING * Math.min(1, voicing)
  }

  private pitch(): number {
    const { amplitude, phase } = this.field
    const set = this.setting.value
    this.pitchWaver += WAVER * (set[SETTING.jitter]! * this.random.normal() - this.pitchWaver)
    const melody =
      amplitude[OSCILLATOR.phrase]! +
      amplitude[OSCILLATOR.accent]! +
      amplitude[OSCILLATOR.boundaryRise]! -
      amplitude[OSCILLATOR.finalFall]! -
      PHRASE_MEAN
    const vibrato = set[SETTING.vibrato]! * Math.sin(phase[OSCILLATOR.vibrato]!)
    const hertz = Math.exp(set[SETTING.logPitch]! + set[SETTING.range]! * melody + vibrato + this.pitchWaver)
    return Math.min(HIGHEST_HZ, Math.max(LOWEST_HZ, hertz))
  }

  private shapeTract(): void {
    const { amplitude, omega } = this.field
    const set = this.setting.value
    const scale = set[SETTING.tract]!
    this.tract.setScale(scale)
    this.noise.setScale(scale)
    for (let q = 0; q < FORMANTS.length; q++) {
      const neutral = NEUTRAL_HZ[q]!
      const feeling = q === 0 ? set[SETTING.f1]! : q === 1 ? set[SETTING.f2]! : 1
      const spread = neutral + set[SETTING.vowelSpace]! * (omega[FORMANTS[q]!]! / TAU - neutral)
      const sharpness = Math.max(LEAST_SHARPNESS, amplitude[FORMANTS[q]!]!)
      const fit = q < 3 ? BANDWIDTH_FIT : 1
      this.tract.setFormant(
        q,
        Math.max(LEAST_FORMANT_HZ, scale * feeling * spread),
        (fit * REFERENCE_BANDWIDTH_HZ[q]!) / sharpness,
      )
    }
    const nasal = Math.max(amplitude[OSCILLATOR.nasal]!, VELUM_SHARE * amplitude[OSCILLATOR.velum]!)
    this.tract.setNose(
      nasal,
      amplitude[OSCILLATOR.zeroLabial]!,
      amplitude[OSCILLATOR.zeroCoronal]!,
      amplitude[OSCILLATOR.zeroVelar]!,
    )
  }

  private describeHarmonics(step: KernelStep, pitchHz: number, gain: number): void {
    step.harmonics = pitchHz > 0 ? Math.min(MAX_HARMONICS, Math.floor(HIGHEST_HARMONIC_HZ / pitchHz)) : 0
    this.source.fill(step.voice, step.harmonics, pitchHz, gain)
    this.tract.filter(step.voice, step.harmonics, false)
  }
}
