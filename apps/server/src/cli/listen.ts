// psiona listen: a wav file flows in, what she hears in it flows out: speech and words from the ears, melody, rhythm and surprises from the engine. No server needed.
import { readFileSync } from 'node:fs'
import { AcousticSummary, type Acoustics, LISTENING_RATE, readWav } from '@psiona/psi'
import { type PartHealth, Problem } from '@psiona/shared'
import { openHearing } from '../assembly'
import { type Clock, systemClock } from '../clock'
import type { Config } from '../config'
import { type Command, required } from './command'

interface Span {
  readonly start: number
  readonly end: number
}
/** What is needed of the hearing chain. `samples` at LISTENING_RATE. */
interface FileHearing {
  hear(samples: Float32Array): Promise<{
    readonly speech: readonly Span[]
    readonly text: string
    readonly recogniser: Pick<PartHealth, 'state' | 'detail' | 'remedy'>
    /** Why a chosen recogniser gave no words. */
    readonly problem?: Problem | null
  }>
  close(): Promise<void> | void
}
type OpenHearing = (config: Config, clock: Clock) => Promise<FileHearing>

export const listenWith = (open: OpenHearing): Command => ({
  name: 'listen',
  usage: 'listen --wav F',
  summary: 'hear a wav file: speech, words, melody, rhythm, surprises',
  flags: { wav: { type: 'string' } },
  async run(flags, config) {
    const file = required(flags, 'wav')
    const samples = readWav(readBytes(file), LISTENING_RATE)
    const acoustics = measure(samples)
    const hearing = await open(config, systemClock)
    try {
      const { speech, text, recogniser, problem } = await hearing.hear(samples)
      const result = { speech, text, ...rounded(acoustics) }
      const unheard = recogniser.state === 'ok' ? '' : `no recogniser: ${recogniser.remedy ?? recogniser.detail}`
      const words = inWords(file, samples.length / LISTENING_RATE, result, unheard)
      return { result, words, ...(problem ? { problem } : {}) }
    } finally {
      await hearing.close()
    }
  },
})

export const listen = listenWith(openHearing)

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_FS_FILE_TOO_LARGE')
      throw new Problem('wav-too-long', 'input', 'The wav file is larger than 2 GB. Cut it into shorter ones.', { cause })
    throw new Problem('cannot-read', 'missing', 'The wav file could not be read. Check its name and its permissions.', { cause })
  }
}

function measure(samples: Float32Array): Acoustics {
  const summary = new AcousticSummary(LISTENING_RATE)
  summary.push(samples)
  return summary.end()
}

/** As fine as it was measured. */
const to = (digits: number, value: number) => Number(value.toFixed(digits))

const rounded = ({ f0, f0Track, syllableRate, energyDb, surprise }: Acoustics) => ({
  f0: f0 === null ? null : to(1, f0),
  syllableRate: syllableRate === null ? null : to(2, syllableRate),
  surprise: surprise.map(({ at, epsilon, kind }) => ({ at: to(3, at), epsilon: to(2, epsilon), kind })),
  energyDb: to(1, energyDb),
  f0Track: f0Track.map(({ at, hz }) => ({ at: to(3, at), hz: to(1, hz) })),
})

type Heard = { readonly speech: readonly Span[]; readonly text: string } & ReturnType<typeof rounded>

function inWords(file: string, seconds: number, heard: Heard, unheard: string): string {
  const { speech, text, f0, syllableRate, surprise, energyDb } = heard
  const spoken = speech.reduce((sum, { start, end }) => sum + end - start, 0)
  return [
    `${file}: ${to(2, seconds)} s, ${to(2, spoken)} s of speech`,
    text === '' ? unheard : `“${text}”`,
    `voice     ${f0 === null ? 'none' : `${f0} Hz`}, level ${energyDb} dBFS`,
    `rhythm    ${syllableRate === null ? 'none' : `${syllableRate} syllables a second`}`,
    `surprises ${surprise.map(({ at, kind }) => `${kind} at ${at} s`).join(', ') || 'none'}`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}
