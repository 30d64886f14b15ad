// A recogniser that is a program. In: an utterance. Out: what the program prints about it, as one final; the sound lies in a private file for as long as it runs.
import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { encodeWav } from '@psiona/psi'
import { MIC_RATE, type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import { findProgram } from '../find-program'
import type { Transcriber } from '../organs'
import { type ProgramEnd, runProgram } from '../program-run'
import { healthOfProblem } from './recogniser-health'
import { spokenWords } from './spoken-words'
import { wholeUtterance } from './whole-utterance'

export interface TranscriberCommandOptions {
  readonly clock: Clock
  readonly command: string
  /** {wav} in one of them is replaced by the path of a wav file; without any, the file goes to the standard input. */
  readonly args: readonly string[]
  /** Where the wav files lie; made when it is not there. */
  readonly tmpDir: string
  /** As in the environment's PATH. */
  readonly searchPath: string
}

const WAV = '{wav}'
/** Who has waited a minute for an answer waits no longer. */
const LIMIT_MS: Ms = 60_000
/** A sentence is a few hundred bytes; a long speech with time stamps a few thousand. */
const MOST_OUTPUT_BYTES = 64_000

const problemsOf = (name: string) => ({
  missing: () =>
    new Problem(
      'ears-program-missing',
      'missing',
      `The recogniser ${name} is not on this machine, or may not be run. Install it, or choose another one on the Ears page.`,
    ),
  failed: (how: string, cause?: unknown) =>
    new Problem(
      'ears-program-failed',
      'broken',
      `The recogniser ${name} ${how}. Try its command in a terminal with a wav file, or choose another one on the Ears page.`,
      { cause },
    ),
  slow: () =>
    new Problem(
      'ears-slow',
      'busy',
      `The recogniser ${name} took longer than ${LIMIT_MS / 1000} s. Choose a smaller model, or close what else uses the machine.`,
    ),
  noRoom: (cause: unknown) =>
    new Problem(
      'ears-no-room',
      'broken',
      `The sound could not be written to a file for the recogniser ${name}. Make room on the disk, and look whether the data folder may be written.`,
      { cause },
    ),
})

export function transcriberCommand(options: TranscriberCommandOptions): Transcriber {
  const { clock, command, args, tmpDir, searchPath } = options
  const name = basename(command)
  const problems = problemsOf(name)
  const byFile = args.some((arg) => arg.includes(WAV))
  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()
  let trouble: Problem | null = null

  const textOf = (end: ProgramEnd): string | null => {
    switch (end.kind) {
      case 'exited':
        if (end.code !== 0) throw problems.failed(end.code === null ? 'crashed' : `ended with code ${end.code}`)
        return spokenWords(end.output)
      case 'aborted':
        return null
      case 'not-started':
        throw problems.failed('could not be started', end.cause)
      case 'too-much':
        throw problems.failed('prints far more than a sentence')
      case 'too-slow':
        throw problems.slow()
      default:
        return end satisfies never
    }
  }
  const recognise = async (sound: Float32Array, signal: AbortSignal): Promise<string | null> => {
    const program = findProgram(command, searchPath)
    if (!program) throw problems.missing()
    const wav = encodeWav(sound, MIC_RATE)
    const order = { clock, program, limitMs: LIMIT_MS, mostOutputBytes: MOST_OUTPUT_BYTES, signal }
    if (!byFile) return textOf(await runProgram({ ...order, args, input: wav }))
    const noRoom = (cause: unknown) => {
      throw problems.noRoom(cause)
    }
    await mkdir(tmpDir, { recursive: true, mode: 0o700 }).catch(noRoom)
    const file = join(tmpDir, `psiona-utterance-${randomUUID()}.wav`)
    try {
      await writeFile(file, wav, { mode: 0o600, flag: 'wx' }).catch(noRoom)
      const filled = args.map((arg) => arg.replaceAll(WAV, () => file))
      return textOf(await runProgram({ ...order, args: filled, input: null }))
    } finally {
      await rm(file, { force: true })
    }
  }

  return {
    name,
    async *transcribe(utterance, signal) {
      const either = AbortSignal.any([signal, closing.signal])
      const sound = await wholeUtterance(utterance, either)
      if (sound === null) return
      if (sound.length === 0) return yield { text: '', final: true }
      const run = recognise(sound, either)
      running.add(run)
      try {
        const text = await run
        if (text === null || either.aborted) return
        trouble = null
        yield { text, final: true }
      } catch (cause) {
        if (either.aborted) return
        if (cause instanceof Problem) trouble = cause
        throw cause
      } finally {
        running.delete(run)
      }
    },
    health() {
      if (!findProgram(command, searchPath)) return healthOfProblem(problems.missing())
      if (trouble && trouble.code !== 'ears-program-missing') return healthOfProblem(trouble)
      return { state: 'ok', detail: `the program ${name}, started for each utterance` }
    },
    async close() {
      closing.abort()
      await Promise.allSettled(running)
    },
  }
}
