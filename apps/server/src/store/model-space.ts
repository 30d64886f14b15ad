// Room on the disk. In: a folder and how much is still to come. Out: how much is free, and the Problem that says how much to free.
import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Problem } from '@psiona/shared'
import { storeProblem } from './store-problem'

/** Left over on purpose: the database and the settings must still be able to write. */
const SPARE_BYTES = 16 * 2 ** 20

/** The folder, or what there is of the way to it. */
async function nearest(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const isThere = await access(at).then(
      () => true,
      () => false,
    )
    if (isThere || dirname(at) === at) return at
  }
}

/** Null where the system does not say. */
export async function freeBytes(folder: string): Promise<number | null> {
  const { bavail, bsize } = await statfs(await nearest(folder)).catch(() => ({ bavail: null, bsize: 0 }))
  return bavail === null ? null : bavail * bsize
}

/** Makes the folder. @throws the file system's error that says why not; making a folder with all above it would say only that it is not there */
export async function needFolder(folder: string): Promise<void> {
  await access(await nearest(folder), constants.W_OK)
  await mkdir(folder, { recursive: true })
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1e6)

async function fullDisk(folder: string, missingBytes: number, cause?: unknown): Promise<Problem> {
  const wantedBytes = missingBytes + SPARE_BYTES - ((await freeBytes(folder)) ?? 0)
  return new Problem(
    'disk-full',
    'busy',
    `The disk is full: ${megabytes(missingBytes)} MB are still to come. Free ${Math.max(1, megabytes(wantedBytes))} MB and pull again; what has come stays.`,
    { cause },
  )
}

/** @throws Problem 'disk-full' */
export async function needRoom(folder: string, missingBytes: number): Promise<void> {
  const free = await freeBytes(folder)
  if (free !== null && missingBytes > 0 && free < missingBytes + SPARE_BYTES) throw await fullDisk(folder, missingBytes)
}

/** What the disk said while a model was written to it. */
export async function diskProblem(error: unknown, folder: string, missingBytes: number): Promise<Problem> {
  const problem = storeProblem(error, folder)
  return problem.code === 'disk-full' ? fullDisk(folder, missingBytes, problem.cause) : problem
}
