// Folders of recordings (NAME.wav, NAME.txt) flow in, one for the masculine and one for the feminine voice; packages/psi/src/phone-fit.json,
// one round nearer to them, flows out. Each run is one round, since the engine reads that file when it starts: run it until it moves no more.
//   node --import tsx bench/phone-fit/fit-phones.ts <folder for masculine> <folder for feminine> [formants] [lengths] [levels]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeWav, type PhoneSymbol, phonemise, readWav, renderOffline, VOICES } from '@psiona/psi'
import { CONSONANT_TARGETS } from '@psiona/psi/consonant-targets'
import { COLOUR_HZ } from '@psiona/psi/phone-colour'
import { VOWEL_TARGETS } from '@psiona/psi/vowel-targets'
import { SAMPLE_RATE } from '@psiona/shared'
import { z } from 'zod'
import { openEnglish } from '../../packages/psi/scripts/open-english'
import { type AlignedPhone, alignAll } from '../judge/align-phones'
import { JUDGE_RATE } from '../judge/band-power'
import { judgedSound, PAUSE_SECONDS } from '../judge/judged-sound'
import { formantStep } from './formant-step'
import { heardPhones } from './heard-phones'
import { type Missing, meanMissing, missingSpectrum } from './missing-spectrum'
import { FIT_CENTRES_HZ, type PhoneSpectrum, phoneSpectra } from './phone-spectra'

const FILE = new URL('../../packages/psi/src/phone-fit.json', import.meta.url)
const Fit = z.strictObject({
  provenance: z.string(),
  formantRatio: z.record(z.string(), z.array(z.array(z.number()))),
  lengthRatio: z.record(z.string(), z.number()),
  colourDb: z.record(z.string(), z.array(z.number())),
})

/** Back vowels are fronted in today's American, dark l is less dark than tabulated. The other vowels stay as tabulated: these speakers' own
 * are more central, and with them a recogniser understands fewer words. */
const FORMANTS_OF: readonly PhoneSymbol[] = ['OW', 'UW', 'LX']
/** What formants alone do not explain: closures, murmurs, voiced noise; and what the moved formants leave. */
const LEVELS_OF: readonly PhoneSymbol[] = ['OW', 'UW', 'B', 'D', 'DH', 'G', 'V', 'Z', 'JH', 'L', 'LX', 'R', 'Y', 'M', 'N', 'NG']
const DAMPING = 0.7
const MOST_STEP = 0.1
const MOST_RATIO = 1.25
/** A factor on a length beyond this says that the aligner draws the boundary elsewhere. */
const MOST_LENGTH = 1.25
const LEAST_LENGTH = 0.7
const MOST_DB = 16
const FEWEST = 8

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
const round = (value: number, digits: number) => Number(value.toFixed(digits))

const withoutPause = ({ phone, start, end }: AlignedPhone): AlignedPhone => ({
  phone,
  start: start - PAUSE_SECONDS,
  end: end - PAUSE_SECONDS,
})

async function lacking(folder: string, voice: string): Promise<ReadonlyMap<PhoneSymbol, Missing>> {
  const dials = VOICES[voice]!
  const english = openEnglish()
  const scratch = await mkdtemp(join(tmpdir(), 'phone-fit-'))
  try {
    const names = readdirSync(folder).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -'.txt'.length)] : []))
    const texts = names.map((name) => readFileSync(join(folder, `${name}.txt`), 'utf8').trim())
    const rendered = texts.map((text) => renderOffline({ phrases: phonemise(text, english), dials, emotion: {}, seed: 1 }))
    const own = names.map((name, i) => {
      const wavFile = join(scratch, `${name}.wav`)
      writeFileSync(wavFile, encodeWav(rendered[i]!.pcm, SAMPLE_RATE))
      return { wavFile, text: texts[i]! }
    })
    const symbols = rendered.map(({ visemes }) => visemes.flatMap(({ phoneme }) => (phoneme === 'SIL' ? [] : [phoneme])))
    const theirs = names.map((name, i) => ({ wavFile: join(folder, `${name}.wav`), text: texts[i]! }))
    const spectra = async (recordings: typeof own): Promise<ReadonlyMap<PhoneSymbol, PhoneSpectrum>> => {
      // Aligned as the judge hears them, measured as they are.
      const judged: typeof own = []
      for (const [i, { wavFile, text }] of recordings.entries()) {
        const file = join(scratch, `judged-${i}.wav`)
        await judgedSound(wavFile, file, i)
        judged.push({ wavFile: file, text })
      }
      const aligned = await alignAll(judged)
      const heard = recordings.map(({ wavFile }, i) => ({
        sound: readWav(readFileSync(wavFile), JUDGE_RATE),
        phones: heardPhones(symbols[i]!, (aligned[i] ?? []).map(withoutPause)),
      }))
      return phoneSpectra(heard, dials.tract)
    }
    return missingSpectrum(await spectra(own), await spectra(theirs))
  } finally {
    await rm(scratch, { recursive: true })
  }
}

/** Places weighted into one row. */
const at = ({ db }: Missing, weights: readonly number[]) =>
  db[0]!.map((_, band) => weights.reduce((sum, weight, place) => sum + weight * db[place]![band]!, 0))

function movedFormants(symbol: PhoneSymbol, missing: Missing, old: readonly (readonly number[])[] | undefined): number[][] {
  const vowel = symbol in VOWEL_TARGETS ? VOWEL_TARGETS[symbol as keyof typeof VOWEL_TARGETS] : null
  const consonant = symbol in CONSONANT_TARGETS ? CONSONANT_TARGETS[symbol as keyof typeof CONSONANT_TARGETS] : null
  const sets = vowel
    ? [
        { hertz: vowel.start, weights: [0.7, 0.3, 0] },
        { hertz: vowel.end, weights: [0, 0.3, 0.7] },
      ]
    : [{ hertz: consonant!.formants, weights: [0.2, 0.6, 0.2] }]
  const { bandwidths } = (vowel ?? consonant)!
  return sets.map(({ hertz, weights }, set) =>
    formantStep(hertz, bandwidths, at(missing, weights)).map((step, q) =>
      round(clamp((old?.[set]?.[q] ?? 1) * (1 + DAMPING * clamp(step, -MOST_STEP, MOST_STEP)), 1 / MOST_RATIO, MOST_RATIO), 3),
    ),
  )
}

function movedLevels(missing: Missing, old: readonly number[] | undefined): number[] {
  const db = at(missing, [0.25, 0.5, 0.25])
  return COLOUR_HZ.map((hertz, i) => {
    const nearest = FIT_CENTRES_HZ.reduce(
      (best, centre, band) => (Math.abs(centre - hertz) < Math.abs(FIT_CENTRES_HZ[best]! - hertz) ? band : best),
      0,
    )
    const smooth = ((db[nearest - 1] ?? db[nearest]!) + 2 * db[nearest]! + (db[nearest + 1] ?? db[nearest]!)) / 4
    return round(clamp((old?.[i] ?? 0) + DAMPING * smooth, -MOST_DB, MOST_DB), 1)
  })
}

const [masculine, feminine, ...parts] = process.argv.slice(2)
if (!masculine || !feminine) throw new Error('Two folders are needed: recordings for the masculine and for the feminine voice.')
const fits = (part: 'formants' | 'lengths' | 'levels') => parts.length === 0 || parts.includes(part)
const fit = Fit.parse(JSON.parse(readFileSync(FILE, 'utf8')))
const lacked = meanMissing([await lacking(masculine, 'masculine'), await lacking(feminine, 'feminine')])
const often = [...lacked].filter(([, { count }]) => count >= FEWEST)
for (const [symbol, missing] of often) {
  if (fits('formants') && FORMANTS_OF.includes(symbol))
    fit.formantRatio[symbol] = movedFormants(symbol, missing, fit.formantRatio[symbol])
  if (fits('levels') && LEVELS_OF.includes(symbol)) fit.colourDb[symbol] = movedLevels(missing, fit.colourDb[symbol])
  if (fits('lengths'))
    fit.lengthRatio[symbol] = round(
      clamp((fit.lengthRatio[symbol] ?? 1) * missing.length ** DAMPING, LEAST_LENGTH, MOST_LENGTH),
      3,
    )
}
writeFileSync(FILE, `${JSON.stringify(fit, null, 2)}\n`)
const residual = Math.sqrt(
  often.reduce((sum, [, missing]) => sum + missing.count * at(missing, [0, 1, 0]).reduce((s, db) => s + db * db, 0), 0) /
    often.reduce((sum, [, { count }]) => sum + count * FIT_CENTRES_HZ.length, 0),
)
process.stdout.write(`before this round: ${residual.toFixed(2)} dB root mean square over ${often.length} phones\n`)
