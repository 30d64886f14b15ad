// The name and arguments of a program flow in; what it wrote to stdout flows out. A program that is not there is named with the package that brings it.
import { execFile } from 'node:child_process'
import { Problem } from '@psiona/shared'
import { z } from 'zod'

/** Debian's package for each program that the judge starts. */
const PACKAGES = {
  pocketsphinx_batch: 'pocketsphinx',
  sox: 'sox',
  'espeak-ng': 'espeak-ng',
  flite: 'flite',
} as const
export type Program = keyof typeof PACKAGES

/** What a recogniser says about a hundred sentences is far less. */
const MOST_BYTES = 16 * 2 ** 20

const Failure = z.object({ code: z.union([z.string(), z.number()]).nullish() })

/** @throws Problem when it is missing or ends with an error. */
export function runProgram(program: Program, args: readonly string[], signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: MOST_BYTES, ...(signal ? { signal } : {}) }, (error, stdout) => {
      if (!error) resolve(stdout)
      else if (signal?.aborted) reject(error)
      else if (Failure.safeParse(error).data?.code === 'ENOENT')
        reject(missingPackage(`The program ${program}`, PACKAGES[program]))
      else reject(failed(program, error))
    })
  })
}

export const missingPackage = (what: string, packageName: string): Problem =>
  new Problem('judge-part-missing', 'missing', `${what} is not installed. Install the package ${packageName}.`)

const failed = (program: Program, cause: Error) =>
  new Problem(
    'judge-program-failed',
    'broken',
    `${program} ended with an error. Install its package ${PACKAGES[program]} again.`,
    {
      cause,
    },
  )
