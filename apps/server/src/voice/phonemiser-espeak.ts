// The installed espeak-ng as a phonemiser: started for each line, without a shell; the text goes in by its standard input, IPA comes back.
import { type Ms, Problem } from '@psiona/shared'
import { type EspeakVoice, espeakVoice, parseVoices } from './espeak-voices'
import type { Phonemiser } from './phonemiser'

/** One run of a program that is there; never rejects. `runProgram` and `findProgram` of the house serve. */
export interface ProgramDoor {
  find(command: string): string | null
  run(order: {
    readonly program: string
    readonly args: readonly string[]
    readonly input: Uint8Array | null
    readonly limitMs: Ms
    readonly mostOutputBytes: number
    readonly signal: AbortSignal
  }): Promise<ProgramAnswer>
}
export type ProgramAnswer =
  | { readonly kind: 'exited'; readonly code: number | null; readonly output: string }
  | { readonly kind: 'not-started'; readonly cause: unknown }
  | { readonly kind: 'aborted' | 'too-slow' | 'too-much' }

const COMMANDS = ['espeak-ng', 'espeak']
/** It needs 20 ms; whoever waits five seconds waits for something that hangs. */
const LIMIT_MS: Ms = 5000
/** A line of 400 characters is 2 KB of IPA. */
const MOST_OUTPUT_BYTES = 256_000
const MOST_VOICES_BYTES = 256_000
/** A paragraph ends a clause, whatever the sign before it. */
const BETWEEN_CLAUSES = '\n\n'
const ENDS_INSIDE = /[.,:;!?]/

const failed = (how: string, cause?: unknown) =>
  new Problem('phonemiser-failed', 'broken', `espeak-ng ${how}. Run espeak-ng --voices in a terminal to see whether it works.`, {
    cause,
  })

export function phonemiserEspeak(door: ProgramDoor): Phonemiser {
  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()
  /** Of the program at that path; asked for once. */
  let voices: { readonly program: string; readonly list: Promise<readonly EspeakVoice[]> } | null = null
  const program = () => COMMANDS.map((command) => door.find(command)).find((path) => path !== null) ?? null

  const run = async (path: string, args: readonly string[], text: string | null, signal: AbortSignal): Promise<string> => {
    const input = text === null ? null : new TextEncoder().encode(text)
    const mostOutputBytes = text === null ? MOST_VOICES_BYTES : MOST_OUTPUT_BYTES
    const either = AbortSignal.any([signal, closing.signal])
    const turn = door.run({ program: path, args, input, limitMs: LIMIT_MS, mostOutputBytes, signal: either })
    running.add(turn)
    const end = await turn.finally(() => running.delete(turn))
    switch (end.kind) {
      case 'exited':
        if (end.code !== 0) throw failed(end.code === null ? 'crashed' : `ended with code ${end.code}`)
        return end.output
      case 'aborted':
        throw new Problem('phonemiser-stopped', 'busy', 'The line was given up before it could be read.')
      case 'not-started':
        throw failed('could not be started', end.cause)
      case 'too-much':
        throw failed('prints far more than a line')
      case 'too-slow':
        throw failed(`took longer than ${LIMIT_MS / 1000} s`)
      default:
        return end satisfies never
    }
  }
  const voicesOf = (path: string): Promise<readonly EspeakVoice[]> => {
    if (voices?.program !== path) {
      const list = run(path, ['--voices'], null, closing.signal).then(parseVoices)
      voices = { program: path, list }
      // What failed is asked again next time.
      list.catch(() => {
        if (voices?.list === list) voices = null
      })
    }
    return voices?.list ?? Promise.resolve([])
  }
  const linesOf = async (path: string, clauses: readonly string[], voice: string, signal: AbortSignal) => {
    const args = ['-q', '--ipa', '--sep=_', '-v', voice, '--stdin']
    const output = await run(path, args, `${clauses.join(BETWEEN_CLAUSES)}\n`, signal)
    return output.split('\n').filter((line) => line.trim() !== '')
  }

  return {
    name: 'espeak-ng',
    installed: () => program() !== null,
    async voiceFor(language) {
      const path = program()
      if (!path) return null
      // A program that cannot say what it speaks speaks nothing; the reason shows when it is asked for IPA.
      return espeakVoice(language, await voicesOf(path).catch(() => []))
    },
    async ipa(clauses, voice, signal) {
      const path = program()
      if (!path) throw failed('is not on this machine any more')
      if (!clauses.some((clause) => ENDS_INSIDE.test(clause))) {
        const lines = await linesOf(path, clauses, voice, signal)
        if (lines.length === clauses.length) return lines
      }
      // It may see an end inside a clause ("3. Mai"), or nothing to say in one: each alone, so that every sound has its place.
      const alone: string[] = []
      for (const clause of clauses) alone.push((await linesOf(path, [clause], voice, signal)).join(' '))
      return alone
    },
    async close() {
      closing.abort()
      await Promise.allSettled(running)
    },
  }
}
