// A wav file flows in, what Praat measures in it flows out; null where Praat is not installed. Another program's opinion, nothing more.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface PraatMeasured {
  /** Hz, geometric mean of the voiced frames. */
  readonly f0Mean: number
  /** Semitones, standard deviation. */
  readonly f0Range: number
  /** dB, energy mean over the whole sound. */
  readonly levelDb: number
}

const SCRIPT = `
form Measure
  sentence file
endform
sound = Read from file: file$
pitch = To Pitch (ac): 0.005, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 600
mean = Get mean: 0, 0, "semitones re 1 Hz"
spread = Get standard deviation: 0, 0, "semitones"
selectObject: sound
level = Get intensity (dB)
writeInfoLine: mean, " ", spread, " ", level
`

export async function measureByPraat(wavFile: string): Promise<PraatMeasured | null> {
  const folder = mkdtempSync(join(tmpdir(), 'psiona-praat-'))
  try {
    const script = join(folder, 'measure.praat')
    writeFileSync(script, SCRIPT)
    const out = await run('praat', ['--run', script, wavFile])
    if (out === null) return null
    const [mean, spread, level] = out.trim().split(/\s+/).map(Number) as [number, number, number]
    return { f0Mean: 2 ** (mean / 12), f0Range: spread, levelDb: level }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What it printed; null when there is no such program. @throws Error when it failed */
const run = (command: string, args: readonly string[]): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let trouble = ''
    child.stdout.on('data', (piece) => (out += piece))
    child.stderr.on('data', (piece) => (trouble += piece))
    child.once('error', (cause) => ('code' in cause && cause.code === 'ENOENT' ? resolve(null) : reject(cause)))
    child.once('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`${command} ended with ${code}: ${trouble}`))))
  })
