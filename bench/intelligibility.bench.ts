// How well she is understood, beside the voices that people have: one run, the same sentences, one recogniser that knows their words and nothing else.
// werPercent: words it gets wrong; intervals: where the true rate lies in 95 of 100 cases. Two runs that differ by under 3 points do not differ.
// f0SdSemitones: how far her pitch wanders within a sentence, heard in the sound: what is monotonous would be understood better.
// --sentences FILE instead of both lists · --only psiona,espeak · --voices dark,soft judges further named voices, under `voices`.
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { VOICES } from '@psiona/psi'
import { Problem, SAMPLE_RATE } from '@psiona/shared'
import { root } from '../tests/checkout'
import { progress, report, rounded } from './figures'
import { closedVocabulary } from './judge/closed-vocabulary'
import { judge, type Verdict } from './judge/judge'
import { pitchSpreadSemitones } from './judge/pitch-spread'
import { type PsiSpeaker, psiSpeaker, shippedTori } from './judge/psi-speaker'
import { recogniserDictionary } from './judge/recogniser-dictionary'
import { readSentences } from './judge/sentence-file'
import { PROGRAM_SPEAKERS, type Speaker } from './judge/speaker'

const flags = parseArgs({
  options: {
    json: { type: 'boolean' },
    sentences: { type: 'string' },
    voices: { type: 'string' },
    only: { type: 'string' },
  },
}).values
const listed = (flag: string | undefined) => flag?.split(',').map((name) => name.trim())

const psi = [psiSpeaker('psiona', shippedTori().voice.dials), psiSpeaker('psionaMasculine', namedVoice('masculine'))]
const named = listed(flags.voices)?.map((name) => psiSpeaker(name, namedVoice(name))) ?? []
const only = listed(flags.only)
const speakers = [...psi, ...Object.values(PROGRAM_SPEAKERS)].filter(({ name }) => only?.includes(name) ?? true)

const voices = (name: string) => join(root, 'tests/voice', name)
const main = await judgeAll(speakers, flags.sentences ?? voices('sentences.txt'))
const other = flags.sentences === undefined ? await judgeAll(speakers, voices('sentences-other.txt')) : undefined
const further = await judgeAll(named, flags.sentences ?? voices('sentences.txt'))
report('intelligibility', {
  ...main,
  ...(other ? { other } : {}),
  ...(named.length > 0 ? { voices: further.werPercent } : {}),
})

function namedVoice(name: string) {
  const dials = Object.hasOwn(VOICES, name) ? VOICES[name] : undefined
  if (!dials)
    throw new Problem('unknown-voice', 'missing', `There is no such voice; there are: ${Object.keys(VOICES).join(', ')}.`)
  return dials
}

async function judgeAll(speakersOfList: readonly Speaker[], file: string) {
  const sentences = readSentences(file)
  const { unknown } = closedVocabulary(sentences, recogniserDictionary())
  if (unknown.length > 0) progress(`The recogniser does not know, and will never hear: ${unknown.join(', ')}`)
  const verdicts: [Speaker, Verdict][] = []
  for (const speaker of speakersOfList) {
    const verdict = await judge(speaker, sentences)
    const { werPercent, wordsPerMinute } = verdict
    const pace = `${Math.round(wordsPerMinute)} words a minute`
    progress(`${basename(file)}, ${speaker.name}: ${rounded(werPercent)} % of the words wrong at ${pace}`)
    verdicts.push([speaker, verdict])
  }
  const figure = <T>(of: (verdict: Verdict) => T) =>
    Object.fromEntries(verdicts.map(([{ name }, verdict]) => [name, of(verdict)]))
  const werPercent = figure((verdict) => rounded(verdict.werPercent))
  const rate = (name: string) => verdicts.find(([speaker]) => speaker.name === name)?.[1].werPercent
  const [hers, espeak, kal16] = [rate('psiona'), rate('espeak'), rate('flite_kal16')]
  return {
    werPercent,
    intervals: figure(({ intervalPercent }) => intervalPercent.map((edge) => rounded(edge))),
    wordsPerMinute: figure(({ wordsPerMinute }) => Math.round(wordsPerMinute)),
    f0SdSemitones: Object.fromEntries(
      psi
        .filter((speaker) => speakersOfList.includes(speaker))
        .map((speaker) => [speaker.name, rounded(pitchSpread(speaker, sentences), 2)]),
    ),
    ...(hers !== undefined && espeak !== undefined ? { ratioToEspeak: rounded(hers / espeak, 3) } : {}),
    ...(hers !== undefined && kal16 !== undefined ? { pointsOverKal16: rounded(hers - kal16) } : {}),
  }
}

/** Mean over the sentences. */
function pitchSpread(speaker: PsiSpeaker, sentences: readonly string[]): number {
  const spreads = sentences.map((sentence) => pitchSpreadSemitones(speaker.render(sentence).pcm, SAMPLE_RATE))
  return spreads.reduce((sum, spread) => sum + spread, 0) / spreads.length
}
