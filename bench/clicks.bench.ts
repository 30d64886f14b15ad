// What must never come out of her, looked for where it is likeliest. clicks: in utterances with cuts, and with moods and voices that change
// in mid-word (the detector: packages/psi/test/click-detector.ts). beyondFullScale, notANumber: samples, of those and of `texts` texts of
// any Unicode signs, each rendered. --utterances 100 --texts 500 for a shorter run.
import { parseArgs } from 'node:util'
import { phonemise, renderOffline, VOICES } from '@psiona/psi'
import { openEnglish } from '../packages/psi/scripts/open-english'
import { anyText } from '../packages/psi/test/any-text'
import { findClicks } from '../packages/psi/test/click-detector'
import { eventfulSpeech } from '../packages/psi/test/eventful-speech'
import { progress, report } from './figures'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    utterances: { type: 'string', default: '1000' },
    texts: { type: 'string', default: '10000' },
  },
})
const [utterances, texts] = [Number(values.utterances), Number(values.texts)]
/** Each evening holds so many. */
const TOGETHER = 3
/** Of a text only so much is rendered: the start, where all of it was read and planned. */
const LONGEST_TEXT = 160

const found = { utterances: 0, cuts: 0, changes: 0, clicks: 0, texts: 0, beyondFullScale: 0, notANumber: 0, failed: 0, silent: 0 }
const look = (pcm: Float32Array) => {
  for (const sample of pcm) {
    if (!Number.isFinite(sample)) found.notANumber++
    else if (Math.abs(sample) > 1) found.beyondFullScale++
  }
}

for (let seed = 1; found.utterances < utterances; seed++) {
  const { pcm, noises, cuts, changes } = eventfulSpeech(seed, TOGETHER)
  found.utterances += TOGETHER
  found.cuts += cuts
  found.changes += changes
  found.clicks += findClicks(pcm, noises).length
  look(pcm)
  if (seed % 50 === 0) progress(`${found.utterances} of ${utterances} utterances, ${found.clicks} clicks …`)
}

const english = openEnglish()
const dials = VOICES.feminine!
for (; found.texts < texts; found.texts++) {
  const text = anyText(found.texts).slice(0, LONGEST_TEXT)
  try {
    const phrases = phonemise(text, english)
    if (phrases.length === 0) {
      if (/[a-z0-9]/i.test(text)) found.silent++
      continue
    }
    look(renderOffline({ phrases, dials, emotion: {}, seed: found.texts, rate: 2 }).pcm)
  } catch {
    found.failed++
  }
  if (found.texts % 1000 === 999) progress(`${found.texts + 1} of ${texts} texts …`)
}
report('clicks', found)
