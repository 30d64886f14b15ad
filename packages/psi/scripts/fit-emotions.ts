// What feelings ask for and what the sound then does flow in, corrections flow out into src/emotion-fit.json: told more, or less, until the
// measured change is the one asked for. Run again when the voice has changed: npx tsx packages/psi/scripts/fit-emotions.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { EMOTIONS, type EmotionName } from '@psiona/shared'
import { askedOf, changeOf, EMOTION_SENTENCES, LEVEL_SHARE } from '../../../bench/emotion-trial'
import type { EmotionFit } from '../src/emotion-voice'

const FILE = new URL('../src/emotion-fit.json', import.meta.url)
/** One pass after the other, each in a process of its own, since the corrections are read when the engine is loaded. */
const { corrections } = JSON.parse(readFileSync(FILE, 'utf8')) as { corrections: Partial<Record<EmotionName, EmotionFit>> }
/** The tilt moves by about this many decibels when the cut-off doubles. */
const TILT_PER_OCTAVE = 3.5
/** How far a correction may go: beyond, the dial is the wrong one. */
const MOST = { factor: 1.6, brightness: 2.6, levelDb: 4 }
/** Of what is missing, so that passes settle instead of swinging. */
const STEP = 0.8

const within = (value: number, most: number) => Math.min(most, Math.max(1 / most, value))
const rounded = (value: number) => Math.round(value * 1000) / 1000

const next = Object.fromEntries(
  EMOTIONS.map((name) => {
    const [asked, got, now] = [askedOf(name), changeOf({ [name]: 1 }), corrections[name] ?? {}]
    const factor = (key: 'pitch' | 'range' | 'rate', wanted: number, measured: number) =>
      rounded(within((now[key] ?? 1) * (wanted / measured) ** STEP, MOST.factor))
    const fit: EmotionFit = {
      pitch: factor('pitch', asked.f0Mean, got.f0Mean),
      range: factor('range', asked.f0Range, got.f0Range),
      rate: factor('rate', asked.rate, got.rate),
      brightness: rounded(
        within((now.brightness ?? 1) * 2 ** ((STEP * (asked.tilt - got.tilt)) / TILT_PER_OCTAVE), MOST.brightness),
      ),
      levelDb: rounded(
        Math.min(
          MOST.levelDb,
          Math.max(-MOST.levelDb, (now.levelDb ?? 0) + (STEP * (LEVEL_SHARE * asked.level - got.level)) / LEVEL_SHARE),
        ),
      ),
    }
    process.stderr.write(`${name} ${JSON.stringify(got)}\n`)
    return [name, fit]
  }),
)
writeFileSync(
  FILE,
  `${JSON.stringify(
    {
      provenance: `Written by packages/psi/scripts/fit-emotions.ts: ${EMOTION_SENTENCES.length} sentences of bench/emotion-trial.ts in Tori's voice, each emotion at full strength against neutral, measured on the sound. Factors on what the emotion asks for; levelDb is added.`,
      corrections: next,
    },
    null,
    2,
  )}\n`,
)
