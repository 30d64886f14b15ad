// Her voice as a recording. In: words. Out: what `psiona render` makes of them, at MIC_RATE.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeWav, resample } from '../../bench/hearing-voices'
import { root } from '../checkout'

export function renderWords(text: string, wavFile: string): Float32Array {
  execFileSync(process.execPath, [join(root, 'dist/cli.mjs'), 'render', '--text', text, '--wav', wavFile], { stdio: 'ignore' })
  const { pcm, rate } = decodeWav(readFileSync(wavFile))
  return resample(pcm, rate)
}
