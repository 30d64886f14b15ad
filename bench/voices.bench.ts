// The named voices side by side: what makes each of them, measured on its own sound, and how far apart the two nearest are.
// f0, centroid, loudness and true peak are those of 20 sentences; harmonics-to-noise ratio, jitter and shimmer of a held /ɑ/; formantScale is the
// mean ratio of the resonances of /ə ɛ ɑ/ (linear prediction) to those of the masculine voice. ltasDb is the distance of the long-term spectrum
// from the feminine voice, root mean square over third octaves. Apart: in units that people notice at once (2 semitones, 5 % of formants,
// 300 Hz of centroid, 3 dB of noise, half a per cent of jitter, 2 dB of spectrum), the root of the sum of their squares; under 1 they could be confused.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { english, measureLoudness, NAMED_VOICES, openDictionary, openLetterToSound, phonemise, renderOffline } from '@psiona/psi'
import { SAMPLE_RATE, type VoiceDials } from '@psiona/shared'
import { longTermSpectrum, spectralDistance, THIRD_OCTAVES_HZ } from '../packages/psi/src/long-term-spectrum'
import { median, pitchTrack } from '../packages/psi/test/sound-measures'
import { phrase } from '../packages/psi/test/spoken-phrases'
import { root } from '../tests/checkout'
import { progress, report, rounded } from './figures'
import { periodicity, resonances } from './voice-measures'

const SENTENCES = [
  'The birch canoe slid on the smooth planks.',
  'Glue the sheet to the dark blue background.',
  'It is easy to tell the depth of a well.',
  'These days a chicken leg is a rare dish.',
  'Rice is often served in round bowls.',
  'The juice of lemons makes fine punch.',
  'The box was thrown beside the parked truck.',
  'The hogs were fed chopped corn and garbage.',
  'Four hours of steady work faced us.',
  'A large size in stockings is hard to sell.',
  'The boy was there when the sun rose.',
  'A rod is used to catch pink salmon.',
  'The source of the huge river is the clear spring.',
  'Kick the ball straight and follow through.',
  'Help the woman get back to her feet.',
  'A pot of tea helps to pass the evening.',
  'Smoky fires lack flame and heat.',
  'The soft cushion broke the man’s fall.',
  'The salt breeze came across from the sea.',
  'The girl at the booth sold fifty bonds.',
]
const NOTICED = { semitones: 2, formants: 0.05, centroidHz: 300, hnrDb: 3, jitterPercent: 0.5, ltasDb: 2 }

const data = (name: string) => readFileSync(join(root, 'packages/psi/data', name))
const pronouncer = english({
  dictionary: openDictionary(data('english.dict')),
  letterToSound: openLetterToSound(data('english.lts')),
  lexicon: {},
})
const sentences = phonemise(SENTENCES.join(' '), pronouncer)
const say = (phrases: typeof sentences, dials: VoiceDials) => renderOffline({ phrases, dials, emotion: {}, seed: 1 })

/** The middle of the only vowel, held and level. */
function held(symbol: string, dials: VoiceDials): Float32Array {
  const { pcm, visemes } = say([phrase(`${symbol}2`)], { ...dials, range: 0, rate: 0.5, vibrato: 0 })
  const { startSample, endSample } = visemes.find(({ phoneme }) => phoneme === symbol)!
  const length = endSample - startSample
  return pcm.subarray(startSample + 0.25 * length, startSample + 0.75 * length)
}
const VOWELS = ['AX', 'EH', 'AA'] as const
/** Formants three and four tell the length of the tract best; one and two hang on the pitch. */
const upper = (dials: VoiceDials) =>
  VOWELS.flatMap((vowel) => {
    // At a low pitch the envelope is the tract's, not that of single harmonics.
    return resonances(held(vowel, { ...dials, pitchHz: 80, breath: 0, roughness: 0 })).slice(1, 4)
  })
const centroidHz = (spectrum: Float64Array) => {
  const power = [...spectrum].map((level) => 10 ** (level / 10))
  return power.reduce((sum, p, i) => sum + p * THIRD_OCTAVES_HZ[i]!, 0) / power.reduce((sum, p) => sum + p, 0)
}

const reference = upper(NAMED_VOICES.find(({ id }) => id === 'masculine')!.dials)
const feminine = longTermSpectrum(say(sentences, NAMED_VOICES.find(({ id }) => id === 'feminine')!.dials).pcm, SAMPLE_RATE)
const measured = NAMED_VOICES.map(({ id, dials }) => {
  const { pcm } = say(sentences, dials)
  const spectrum = longTermSpectrum(pcm, SAMPLE_RATE)
  const { hnrDb, jitterPercent, shimmerPercent } = periodicity(held('AA', dials), dials.pitchHz)
  const own = upper(dials)
  const ratios = own.slice(0, reference.length).map((hertz, i) => hertz / reference[i]!)
  const { lufs, truePeakDbtp } = measureLoudness(pcm, SAMPLE_RATE)
  const figures = {
    f0Hz: rounded(median(pitchTrack(pcm).map(({ hertz }) => hertz)), 0),
    centroidHz: rounded(centroidHz(spectrum), 0),
    formantScale: rounded(median(ratios), 2),
    hnrDb: rounded(hnrDb),
    jitterPercent: rounded(jitterPercent, 2),
    shimmerPercent: rounded(shimmerPercent),
    ltasDb: rounded(spectralDistance(spectrum, feminine)),
    lufs: rounded(lufs ?? Number.NaN),
    truePeakDbtp: rounded(truePeakDbtp ?? Number.NaN),
  }
  progress(
    `${id.padEnd(12)} ${Object.entries(figures)
      .map(([name, value]) => `${name} ${value}`)
      .join('  ')}`,
  )
  return { id, figures, spectrum }
})

type Measured = (typeof measured)[number]
function apart({ figures: one, spectrum }: Measured, { figures: other, spectrum: otherSpectrum }: Measured): number {
  return Math.hypot(
    (12 * Math.log2(one.f0Hz / other.f0Hz)) / NOTICED.semitones,
    Math.log(one.formantScale / other.formantScale) / NOTICED.formants,
    (one.centroidHz - other.centroidHz) / NOTICED.centroidHz,
    (one.hnrDb - other.hnrDb) / NOTICED.hnrDb,
    (one.jitterPercent - other.jitterPercent) / NOTICED.jitterPercent,
    spectralDistance(spectrum, otherSpectrum) / NOTICED.ltasDb,
  )
}
const pairs = measured.flatMap((one, i) =>
  measured.slice(i + 1).map((other) => ({ pair: `${one.id}, ${other.id}`, apart: rounded(apart(one, other), 2) })),
)
const [nearest] = pairs.sort((a, b) => a.apart - b.apart)
report('voices', { nearest, voices: Object.fromEntries(measured.map(({ id, figures }) => [id, figures])) })
