// Sentences in, speech at MIC_RATE out, spoken by the synthesisers of the machine (espeak-ng and flite).
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MIC_RATE } from '@psiona/shared'

export interface SpeakingVoice {
  readonly name: string
  readonly program: 'espeak-ng' | 'flite'
  readonly arguments: (text: string, file: string) => string[]
}

const espeak = (voice: string): SpeakingVoice => ({
  name: `espeak-ng ${voice}`,
  program: 'espeak-ng',
  arguments: (text, file) => ['-v', voice, '-w', file, text],
})
const flite = (voice: string): SpeakingVoice => ({
  name: `flite ${voice}`,
  program: 'flite',
  arguments: (text, file) => ['-voice', voice, '-t', text, '-o', file],
})

export const SPEAKING_VOICES: readonly SpeakingVoice[] = [
  espeak('en-us'),
  flite('slt'),
  espeak('en-us+f3'),
  flite('awb'),
  espeak('en-us+klatt4'),
  flite('rms'),
  espeak('en-gb'),
  flite('kal16'),
]

/** Which of the programs are not there. */
export const missingSpeakers = (): string[] =>
  [...new Set(SPEAKING_VOICES.map(({ program }) => program))].filter((program) => spawnSync(program, ['--version']).error)

/** 16-bit mono PCM behind its RIFF header, as both programs write it. */
export function decodeWav(bytes: Buffer): { pcm: Float32Array; rate: number } {
  let at = 12
  let rate = 0
  while (at + 8 <= bytes.length) {
    const id = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    if (id === 'fmt ') rate = bytes.readUInt32LE(at + 12)
    if (id === 'data') {
      const samples = Math.min(size, bytes.length - at - 8) >> 1
      return { pcm: Float32Array.from({ length: samples }, (_, i) => bytes.readInt16LE(at + 8 + i * 2) / 32_768), rate }
    }
    at += 8 + size + (size & 1)
  }
  throw new Error('a synthesiser wrote no sound')
}

/** Zero crossings of the sinc on each side: images are 60 dB down under a Hann window. */
const SINC_LOBES = 24
/** Windowed sinc, cut off a little under the lower Nyquist frequency. */
export function resample(pcm: Float32Array, rate: number): Float32Array {
  if (rate === MIC_RATE) return pcm
  const cutoff = 0.95 * Math.min(1, MIC_RATE / rate)
  const reach = SINC_LOBES / cutoff
  return Float32Array.from({ length: Math.floor((pcm.length * MIC_RATE) / rate) }, (_, out) => {
    const centre = (out * rate) / MIC_RATE
    let sum = 0
    for (let i = Math.max(0, Math.ceil(centre - reach)); i <= Math.min(pcm.length - 1, centre + reach); i++) {
      const x = i - centre
      const phase = Math.PI * cutoff * x
      const sinc = x === 0 ? 1 : Math.sin(phase) / phase
      sum += pcm[i]! * sinc * cutoff * (0.5 + 0.5 * Math.cos((Math.PI * x) / reach))
    }
    return sum
  })
}

/** One clip for each pair, in order. */
export function speakAll(lines: readonly { readonly voice: SpeakingVoice; readonly text: string }[]): Float32Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'psiona-speech-'))
  try {
    return lines.map(({ voice, text }, index) => {
      const file = join(folder, `${index}.wav`)
      execFileSync(voice.program, voice.arguments(text, file), { stdio: 'ignore' })
      const { pcm, rate } = decodeWav(readFileSync(file))
      return resample(pcm, rate)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
