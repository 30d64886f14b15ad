// How well the mouth goes with the voice, against when a recogniser hears each phone, which knows nothing of who spoke: her own voice, and voices that she only hears.
// Each utterance is scored by itself (judge/lip-sync-score.ts); a figure is the mean over the utterances that have it: closureRate over those with a P, B or M.
// volumeMouth: the same sound with a mouth that follows its level, as volume-driven avatars do.
// --sentences FILE instead of tests/voice/sentences.txt · --only psiona,flite_slt
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { encodeWav, openWav, readWav, renderForeign } from '@psiona/psi'
import { type FaceFrame, SAMPLE_RATE } from '@psiona/shared'
import { root } from '../tests/checkout'
import { progress, report, rounded } from './figures'
import { alignAll } from './judge/align-phones'
import { type LipSyncScore, lipSyncScore } from './judge/lip-sync-score'
import { faceTrack, volumeTrack } from './judge/mouth-track'
import { psiSpeaker, shippedTori } from './judge/psi-speaker'
import { withScratchFolder } from './judge/scratch-folder'
import { readSentences } from './judge/sentence-file'
import { PROGRAM_SPEAKERS, type Speaker } from './judge/speaker'

const flags = parseArgs({
  options: { json: { type: 'boolean' }, sentences: { type: 'string' }, only: { type: 'string' } },
}).values
const only = flags.only?.split(',').map((name) => name.trim())
const sentences = readSentences(flags.sentences ?? join(root, 'tests/voice/sentences.txt'))
const FOREIGN = [PROGRAM_SPEAKERS.espeak, PROGRAM_SPEAKERS.flite_slt, PROGRAM_SPEAKERS.flite_rms]
const SEED = 1

/** A voice and the face that went with it; the first frame is at the first sample, which plays at SAMPLE_RATE. */
interface Performance {
  readonly text: string
  readonly pcm: Float32Array
  readonly frames: readonly FaceFrame[]
}

const tori = shippedTori().voice
const psiona = psiSpeaker('psiona', tori.dials)
const wanted = (name: string) => only?.includes(name) ?? true

const own = wanted('psiona')
  ? await scoreAll(
      'psiona',
      sentences.map((text) => ({ text, ...psiona.render(text) })),
    )
  : {}
const foreign: Record<string, unknown> = {}
for (const speaker of FOREIGN)
  if (wanted(speaker.name)) foreign[speaker.name] = await scoreAll(speaker.name, await heard(speaker))
report('lipsync', { ...own, foreign })

function heard(speaker: Speaker): Promise<Performance[]> {
  return withScratchFolder(async (folder) => {
    const performances: Performance[] = []
    const file = join(folder, 'heard.wav')
    for (const text of sentences) {
      await speaker.speak(text, file)
      const bytes = await readFile(file)
      const sampleRate = openWav(bytes).rateHz
      performances.push({
        text,
        ...renderForeign({ pcm: readWav(bytes, sampleRate), sampleRate, seed: SEED, dials: tori.dials }),
      })
    }
    return performances
  })
}

async function scoreAll(name: string, performances: readonly Performance[]) {
  const aligned = await withScratchFolder(async (folder) => {
    const recordings = performances.map(({ text }, i) => ({ text, wavFile: join(folder, `${i}.wav`) }))
    for (const [i, { wavFile }] of recordings.entries()) await writeFile(wavFile, encodeWav(performances[i]!.pcm, SAMPLE_RATE))
    return alignAll(recordings)
  })
  const faces: LipSyncScore[] = []
  const volumes: LipSyncScore[] = []
  for (const [i, { pcm, frames }] of performances.entries()) {
    const phones = aligned[i]
    if (!phones) {
      progress(`${name}: sentence ${i + 1} could not be found in the sound`)
      continue
    }
    const seconds = pcm.length / SAMPLE_RATE
    faces.push(lipSyncScore(phones, faceTrack(frames), seconds))
    volumes.push(lipSyncScore(phones, volumeTrack(pcm, SAMPLE_RATE), seconds))
  }
  progress(`${name}: ${faces.length} sentences`)
  return { ...meanScore(faces), volumeMouth: meanScore(volumes) }
}

function meanScore(scores: readonly LipSyncScore[]) {
  const mean = (of: (score: LipSyncScore) => number | null) => {
    const values = scores.map(of).filter((value) => value !== null)
    return rounded(values.reduce((sum, value) => sum + value, 0) / values.length, 3)
  }
  return {
    opennessR: mean(({ opennessR }) => opennessR),
    vowelRho: mean(({ vowelRho }) => vowelRho),
    closureRate: mean(({ closureRate }) => closureRate),
    lagMs: rounded(mean(({ lagMs }) => lagMs)),
    silenceOpening: mean(({ silenceOpening }) => silenceOpening),
  }
}
