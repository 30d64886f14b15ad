// What a command of the CLI is: its flags flow in, one result flows out; printing is the CLI's business.
import type { ParseArgsConfig } from 'node:util'
import { Problem } from '@psiona/shared'
import type { Config } from '../config'

export type Flags = Readonly<Record<string, string | boolean | undefined>>

export interface Command {
  readonly name: string
  readonly usage: string
  readonly summary: string
  readonly flags: NonNullable<ParseArgsConfig['options']>
  /** Words without a flag, such as `pull whisper-base`, are handed over; without this there may be none. */
  readonly words?: true
  run(flags: Flags, config: Config, words: readonly string[]): Promise<Outcome>
}

export interface Outcome {
  /** What --json prints. */
  readonly result: unknown
  /** What a person reads. */
  readonly words: string
  /** There is a result, and it is not what was wished for: printed after it, and the exit code is 1. */
  readonly problem?: Problem | undefined
}

/** @throws Problem naming the flag that is missing. */
export function required(flags: Flags, name: string): string {
  const value = flags[name]
  if (typeof value !== 'string' || value === '') throw new Problem('flag-missing', 'input', `--${name} is missing.`)
  return value
}

/** @throws Problem when the flag is not a number in the range. */
export function numeric(flags: Flags, name: string, least: number, most: number): number | undefined {
  const raw = flags[name]
  if (raw === undefined) return undefined
  const value = Number(raw)
  if (!Number.isFinite(value) || value < least || value > most)
    throw new Problem('flag-not-a-number', 'input', `--${name} takes a number from ${least} to ${most}.`)
  return value
}
