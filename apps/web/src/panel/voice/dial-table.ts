// What each dial of a voice is called, between what it moves, and what one hears when it goes up. Nothing flows in.
import type { VoiceDials } from '@psiona/shared'

export type DialName = Exclude<keyof VoiceDials, 'equaliser'>

export interface DialLook {
  readonly name: DialName
  readonly label: string
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly step: number
  readonly digits: number
  /** "Higher sounds …". */
  readonly up: string
  /** Equal ratios of hertz are equal steps to the ear. */
  readonly ratio?: boolean
}
export interface DialGroup {
  readonly title: string
  readonly dials: readonly DialLook[]
}

export const DIAL_GROUPS: readonly DialGroup[] = [
  {
    title: 'Pitch',
    dials: [
      {
        name: 'pitchHz',
        label: 'Pitch',
        unit: 'Hz',
        min: 60,
        max: 420,
        step: 1,
        digits: 0,
        ratio: true,
        up: 'The voice gets higher. 120 is a usual man, 205 a usual woman, 280 a child.',
      },
      {
        name: 'range',
        label: 'Melody',
        unit: '×',
        min: 0,
        max: 3,
        step: 0.05,
        digits: 2,
        up: 'The melody of a sentence moves more: livelier, then theatrical. 0 is a monotone.',
      },
      {
        name: 'rate',
        label: 'Speed',
        unit: '×',
        min: 0.5,
        max: 2,
        step: 0.01,
        digits: 2,
        up: 'She speaks faster. 1 is about 175 words a minute.',
      },
    ],
  },
  {
    title: 'Tract',
    dials: [
      {
        name: 'tract',
        label: 'Size',
        unit: '×',
        min: 0.8,
        max: 1.5,
        step: 0.01,
        digits: 2,
        up: 'The throat gets shorter: smaller, younger. 1 is a man, 1.17 a woman, more a child.',
      },
      {
        name: 'nasality',
        label: 'Nose',
        unit: '',
        min: 0,
        max: 1,
        step: 0.01,
        digits: 2,
        up: 'The nose stays open in more sounds, as with a hum.',
      },
      {
        name: 'coupling',
        label: 'Coupling',
        unit: '',
        min: 0,
        max: 1,
        step: 0.01,
        digits: 2,
        up: 'Throat and vocal folds pull at each other more: rounder, less mechanical.',
      },
    ],
  },
  {
    title: 'Source',
    dials: [
      {
        name: 'openQuotient',
        label: 'Openness',
        unit: '',
        min: 0.35,
        max: 0.9,
        step: 0.01,
        digits: 2,
        up: 'The vocal folds stay open longer: softer. Lower is tenser.',
      },
      {
        name: 'brightnessHz',
        label: 'Brightness',
        unit: 'Hz',
        min: 300,
        max: 5000,
        step: 10,
        digits: 0,
        ratio: true,
        up: 'More edge and presence. Lower is duller and calmer.',
      },
      {
        name: 'breath',
        label: 'Breath',
        unit: '',
        min: 0,
        max: 1,
        step: 0.01,
        digits: 2,
        up: 'More air in the tone, towards a whisper.',
      },
      {
        name: 'jitter',
        label: 'Jitter',
        unit: '%',
        min: 0,
        max: 0.05,
        step: 0.001,
        digits: 1,
        up: 'The pitch trembles more: rough, old or moved.',
      },
      {
        name: 'shimmer',
        label: 'Shimmer',
        unit: '%',
        min: 0,
        max: 0.3,
        step: 0.005,
        digits: 1,
        up: 'The loudness trembles more: hoarser.',
      },
      {
        name: 'roughness',
        label: 'Roughness',
        unit: '',
        min: 0,
        max: 1,
        step: 0.01,
        digits: 2,
        up: 'Every other pulse is weaker: creaky, husky.',
      },
    ],
  },
  {
    title: 'Extras',
    dials: [
      {
        name: 'vibrato',
        label: 'Vibrato',
        unit: '',
        min: 0,
        max: 1,
        step: 0.01,
        digits: 2,
        up: 'Long vowels swing in pitch, up to half a semitone, as in song.',
      },
      {
        name: 'vibratoHz',
        label: 'Swing',
        unit: 'Hz',
        min: 3,
        max: 9,
        step: 0.1,
        digits: 1,
        up: 'The vibrato swings faster. Singers do about 5.5 a second.',
      },
    ],
  },
]

export const DIALS: readonly DialLook[] = DIAL_GROUPS.flatMap(({ dials }) => dials)

/** The figure as it is written: a percentage is kept as a part. */
const scaleOf = ({ unit }: DialLook) => (unit === '%' ? 100 : 1)
export const dialFigure = (look: DialLook, value: number): string => (value * scaleOf(look)).toFixed(look.digits)
export const dialText = (look: DialLook, value: number): string => `${dialFigure(look, value)}${look.unit && ` ${look.unit}`}`

/** On a step, within the bounds. */
export function dialValue({ min, max, step }: DialLook, value: number): number {
  const stepped = Math.round(value / step) * step
  return Math.min(max, Math.max(min, Number(stepped.toFixed(6))))
}
/** What somebody typed; null when it is no figure. */
export function typedDial(look: DialLook, text: string): number | null {
  const figure = /^\s*(\d+(?:[.,]\d*)?|[.,]\d+)/.exec(text)?.[1]
  return figure === undefined ? null : dialValue(look, Number(figure.replace(',', '.')) / scaleOf(look))
}

/** Where a value stands between the ends, 0..1, as the ear has it. */
export const dialShare = ({ min, max, ratio }: DialLook, value: number): number =>
  ratio ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
export const dialAtShare = (look: DialLook, share: number): number => {
  const at = Math.min(1, Math.max(0, share))
  return dialValue(look, look.ratio ? look.min * (look.max / look.min) ** at : look.min + at * (look.max - look.min))
}

export const sameDials = (a: VoiceDials, b: VoiceDials): boolean =>
  DIALS.every(({ name }) => a[name] === b[name]) && sameEqualiser(a, b)
export const sameEqualiser = (a: VoiceDials, b: VoiceDials): boolean =>
  a.equaliser.length === b.equaliser.length &&
  a.equaliser.every(({ hz, db }, index) => hz === b.equaliser[index]?.hz && db === b.equaliser[index]?.db)
