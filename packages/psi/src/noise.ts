// The field's noise amplitudes flow in, one gain for each band of noise oscillators flows out.
import type { Hertz } from '@psiona/shared'
import { fromDecibels } from './decibel'
import type { Field } from './field'
import { SCALE_STEP, type Spectrum, type Tract } from './formants'
import { type ColouredNoise, NOISE_SPECTRA, spectrumAt, VELAR_BURST } from './noise-spectra'
import { OSCILLATOR } from './oscillator'

export interface NoiseBand {
  readonly centreHz: Hertz
  readonly widthHz: Hertz
}

export const NOISE_BAND_COUNT = 48
const HIGHEST_BAND_HZ: Hertz = 11_200

/** Bands widen as the ear's do: 110 Hz and 4.5 % of where they begin. */
function layBands(): readonly NoiseBand[] {
  const bands: NoiseBand[] = []
  let edge = 150
  for (let i = 0; i < NOISE_BAND_COUNT; i++) {
    const widthHz = 110 + 0.045 * edge
    bands.push({ centreHz: edge + widthHz / 2, widthHz })
    edge += widthHz
  }
  const fit = HIGHEST_BAND_HZ / edge
  return bands.map(({ centreHz, widthHz }) => ({ centreHz: centreHz * fit, widthHz: widthHz * fit }))
}
export const NOISE_BANDS = layBands()

/** Gains are for a band this wide. */
const REFERENCE_WIDTH_HZ: Hertz = 250
/** Spectrum tables are levels against a vowel of amplitude 1; the vowel that this voice makes is this high. */
export const VOWEL_LEVEL = 0.9
/** Breath of a spread glottis at full aspiration, and its slope. */
const ASPIRATION_LEVEL = 0.055
const ASPIRATION_WIDTH_HZ: Hertz = 150
const ASPIRATION_SLOPE_HZ: Hertz = 6000
/** Breath in a sounding voice lies above 1.5 kHz and rises. */
const BREATHY_FROM_HZ: Hertz = 1500
const BREATHY_BELOW = 0.3
const BREATHY_RISE_HZ: Hertz = 4000
/** Hiss follows the tract's length less than vowels do: the cavity before the teeth is small in everyone. */
const CAVITY_EXPONENT = 0.2
const INAUDIBLE = 1e-5

const COLOURED = Object.keys(NOISE_SPECTRA) as ColouredNoise[]
const COLOURED_AT = COLOURED.map((name) => OSCILLATOR[name])

export class Noise {
  readonly gain = new Float64Array(NOISE_BAND_COUNT)
  /** Band levels of each coloured noise, one row each. */
  private readonly colour = COLOURED.map(() => new Float64Array(NOISE_BAND_COUNT))
  private readonly breath: Spectrum = {
    hertz: Float64Array.from(NOISE_BANDS, ({ centreHz }) => centreHz),
    re: new Float64Array(NOISE_BAND_COUNT),
    im: new Float64Array(NOISE_BAND_COUNT),
  }
  private scale = 0

  setScale(scale: number): void {
    const rounded = Math.round(scale / SCALE_STEP) * SCALE_STEP
    if (rounded === this.scale) return
    this.scale = rounded
    const stretch = rounded ** CAVITY_EXPONENT
    for (let n = 0; n < COLOURED.length; n++)
      for (let b = 0; b < NOISE_BAND_COUNT; b++)
        this.colour[n]![b] = fromDecibels(spectrumAt(NOISE_SPECTRA[COLOURED[n]!], NOISE_BANDS[b]!.centreHz / stretch))
  }

  /** Per control step. `breath` scales the noise in a sounding voice, `f2` is where a velar burst rings. */
  update(field: Field, tract: Tract, f2: Hertz, breath: number): void {
    const { amplitude } = field
    const { gain } = this
    gain.fill(0)
    for (let n = 0; n < COLOURED.length; n++) this.addColoured(amplitude[COLOURED_AT[n]!]!, this.colour[n]!)
    const velar = amplitude[OSCILLATOR.burstVelar]!
    if (velar > INAUDIBLE) this.addVelar(velar, f2)
    const aspiration = amplitude[OSCILLATOR.aspiration]! * ASPIRATION_LEVEL
    const breathy = amplitude[OSCILLATOR.glottis]! * Math.max(0, 1 - amplitude[OSCILLATOR.voiceBar]!) * breath
    if (aspiration + breathy > INAUDIBLE) this.addBreath(tract, aspiration, breathy)
    for (let b = 0; b < NOISE_BAND_COUNT; b++)
      gain[b] = VOWEL_LEVEL * Math.sqrt((gain[b]! * NOISE_BANDS[b]!.widthHz) / REFERENCE_WIDTH_HZ)
  }

  /** Different noises know nothing of each other: their powers add. */
  private addColoured(amplitude: number, colour: Float64Array): void {
    if (amplitude <= INAUDIBLE) return
    const power = amplitude * amplitude
    for (let b = 0; b < NOISE_BAND_COUNT; b++) this.gain[b] = this.gain[b]! + power * colour[b]! * colour[b]!
  }

  private addVelar(amplitude: number, f2: Hertz): void {
    const { atF2, above, floor } = VELAR_BURST
    for (let b = 0; b < NOISE_BAND_COUNT; b++) {
      const hertz = NOISE_BANDS[b]!.centreHz
      const low = (hertz - f2 * atF2.ratio - atF2.offsetHz) / atF2.widthHz
      const high = (hertz - f2 * above.ratio - above.offsetHz) / above.widthHz
      const level = amplitude * (atF2.level * Math.exp(-0.5 * low * low) + above.level * Math.exp(-0.5 * high * high) + floor)
      this.gain[b] = this.gain[b]! + level * level
    }
  }

  private addBreath(tract: Tract, aspiration: number, breathy: number): void {
    const { hertz, re, im } = this.breath
    for (let b = 0; b < NOISE_BAND_COUNT; b++) {
      const centreHz = hertz[b]!
      const voiced = breathy * (centreHz > BREATHY_FROM_HZ ? 1 : BREATHY_BELOW) * (1 + centreHz / BREATHY_RISE_HZ)
      re[b] = (aspiration + voiced) / (1 + centreHz / ASPIRATION_SLOPE_HZ)
      im[b] = 0
    }
    tract.filter(this.breath, NOISE_BAND_COUNT, true)
    for (let b = 0; b < NOISE_BAND_COUNT; b++) {
      const power = re[b]! * re[b]! + im[b]! * im[b]!
      this.gain[b] = this.gain[b]! + (power * NOISE_BANDS[b]!.widthHz) / ASPIRATION_WIDTH_HZ
    }
  }
}
