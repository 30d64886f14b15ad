// npx tsx packages/psi/scripts/fit-equaliser.ts --reference a.wav --i-have-the-right [--voice feminine] [--out snippet.yaml]
// The long-term spectrum of a recording flows in, the lines of a character file that give a voice that colour flow out.
// The colour of a voice is all that is taken; how somebody speaks is not.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { VoiceDials } from '@psiona/shared'
import { longTermSpectrum, usableHz } from '../src/long-term-spectrum'
import { phonemise } from '../src/phonemise'
import { renderOffline } from '../src/render-offline'
import { VOICES } from '../src/voices'
import { openWav } from '../src/wav-read'
import { fitEqualiser } from './equaliser-fit'
import { openEnglish } from './open-english'

const LEAST_SECONDS = 5
/** Every sound of English, several times. */
const TEXT =
  'The quick brown fox jumps over the lazy dog. She had your dark suit in greasy wash water all year. ' +
  'The beige hue on the waters of the loch impressed all, including the young queen. ' +
  'Are those shy Eurasian footwear, cowboy chaps, or jolly earthmoving headgear? ' +
  'That quick beige fox jumped in the air over each thin dog. Look out, I shout, for he has foiled you again, creating chaos. ' +
  'We measured the pleasure of a hundred thousand voices, and those that mumbled were the best.'

const { values } = parseArgs({
  options: {
    reference: { type: 'string' },
    voice: { type: 'string', default: 'feminine' },
    out: { type: 'string' },
    'i-have-the-right': { type: 'boolean', default: false },
  },
})

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
const { reference } = values
const dials = Object.hasOwn(VOICES, values.voice) ? VOICES[values.voice] : undefined
if (!reference) stop('Name a recording: --reference a.wav')
if (!dials) stop(`There is no such voice; there are: ${Object.keys(VOICES).join(', ')}.`)
if (!values['i-have-the-right'])
  stop('A voice belongs to whoever speaks with it. Add --i-have-the-right if it is yours, or if you may use this recording.')

const bytes = readFileSync(reference)
const wav = openWav(bytes)
const seconds = wav.frames / wav.rateHz
if (seconds < LEAST_SECONDS)
  stop(`The recording lasts ${seconds.toFixed(1)} s; a long-term spectrum needs ${LEAST_SECONDS} s, better a minute.`)
const recorded = new Float32Array(wav.frames)
wav.read(0, recorded)

const phrases = phonemise(TEXT, openEnglish())
const say = (coloured: VoiceDials) => renderOffline({ phrases, dials: coloured, emotion: {}, seed: 1 }).pcm
const target = longTermSpectrum(recorded, wav.rateHz)
const fit = fitEqualiser(target, usableHz(wav.rateHz), dials, say)

const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
const lines = [
  `    # Fitted by packages/psi/scripts/fit-equaliser.ts to the long-term spectrum of ${basename(reference)}`,
  `    # (SHA-256 ${hash}…, ${seconds.toFixed(0)} s at ${wav.rateHz} Hz), voice ${values.voice}:`,
  `    # ${fit.distanceBefore.toFixed(1)} dB apart before, ${fit.distanceAfter.toFixed(1)} dB after. Whoever fitted it stated the right to use the recording.`,
  '    equaliser:',
  ...fit.points.map(({ hz, db }) => `      - { hz: ${hz}, db: ${db} }`),
]
const snippet = `${lines.join('\n')}\n`
if (values.out) writeFileSync(values.out, snippet)
else process.stdout.write(snippet)
console.error(
  `${fit.distanceBefore.toFixed(2)} dB → ${fit.distanceAfter.toFixed(2)} dB, root mean square over third octaves. Put the lines under voice: dials: of the character file.`,
)
