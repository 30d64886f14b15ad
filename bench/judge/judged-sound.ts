// A wav file of any rate flows in; what the recogniser is given flows out: 16 kHz, all equally loud, a pause on either side, a little noise.
import { readFile, writeFile } from 'node:fs/promises'
import type { Seconds } from '@psiona/shared'
import { JUDGE_RATE } from './band-power'
import { runProgram } from './program'
import { standardNormal } from './standard-normal'

const PEAK_DB = -3
export const PAUSE_SECONDS: Seconds = 0.25
/** Digital silence, which no room has, would spoil the recogniser's front end. */
const SIGNAL_TO_NOISE_DB = 40
/** Room for the noise. */
const HEADROOM = 0.5
const HEADER_BYTES = 44
const SAMPLE_BYTES = 2
const LEAST_SAMPLE = -32_768
const MOST_SAMPLE = 32_767

/** Writes `file`; `seed` decides the noise. How long the speech is, without the pauses, comes back. @throws Problem when sox is missing. */
export async function judgedSound(wavFile: string, file: string, seed: number, signal?: AbortSignal): Promise<Seconds> {
  const form = ['-r', String(JUDGE_RATE), '-c', '1', '-b', '16']
  const pause = String(PAUSE_SECONDS)
  await runProgram('sox', ['-R', '-V0', wavFile, ...form, file, 'gain', '-n', String(PEAK_DB), 'pad', pause, pause], signal)
  const bytes = await readFile(file)
  const samples = addNoise(bytes, seed)
  await writeFile(file, bytes)
  return samples / JUDGE_RATE - 2 * PAUSE_SECONDS
}

/** In place; how many samples there are comes back. */
function addNoise(wav: Buffer, seed: number): number {
  const samples = (wav.length - HEADER_BYTES) / SAMPLE_BYTES
  const at = (i: number) => HEADER_BYTES + i * SAMPLE_BYTES
  let power = 0
  for (let i = 0; i < samples; i++) power += (HEADROOM * wav.readInt16LE(at(i))) ** 2
  const level = Math.sqrt(power / samples) * 10 ** (-SIGNAL_TO_NOISE_DB / 20)
  const normal = standardNormal(seed)
  for (let i = 0; i < samples; i++) {
    const noisy = HEADROOM * wav.readInt16LE(at(i)) + level * normal()
    wav.writeInt16LE(Math.trunc(Math.min(MOST_SAMPLE, Math.max(LEAST_SAMPLE, noisy))), at(i))
  }
  return samples
}
