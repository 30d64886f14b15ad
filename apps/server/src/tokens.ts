// The two tokens. In: PSIONA_DATA, where they lie (or are made at the first start), and what a client presents. Out: is it one of them?
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '@psiona/shared'

export const CONTROL_TOKEN_FILE = 'control-token'
export const OVERLAY_TOKEN_FILE = 'overlay-token'
/** 256 bits: nothing to guess, even without a limit on tries. */
const TOKEN_BYTES = 32
const TOKEN = /^[A-Za-z0-9_-]{43}$/
/** Readable by the user alone. */
const PRIVATE_MODE = 0o600

export interface Tokens {
  isControl(presented: string): boolean
  isOverlay(presented: string): boolean
  /** The panel's cookie on that port: derived, so that a stolen cookie is not the token. */
  cookie(port: number): string
  isCookie(presented: string, port: number): boolean
  overlay(): string
  /** A new overlay token; the old one counts no more from the moment this resolves. */
  rotateOverlay(): Promise<void>
}

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** Takes the same time wherever the two differ: digests have one length. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Null when there is no such file. */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Whole or not at all, also when the power goes; readable by the user alone. */
export async function writePrivately(file: string, text: string): Promise<void> {
  const unfinished = `${file}.new`
  await writeFile(unfinished, text, { mode: PRIVATE_MODE, flush: true })
  await makePrivate(unfinished)
  await rename(unfinished, file)
}

export const makePrivate = (file: string): Promise<void> => chmod(file, PRIVATE_MODE)

/** @throws Problem 'data-not-writable', or the Problem that the work throws */
export async function inDataFolder<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    const sentence = `Psiona may not read or write in ${dataDir}. Give yourself permission there, or set PSIONA_DATA to another folder.`
    throw new Problem('data-not-writable', 'broken', sentence, { cause })
  }
}

async function writeToken(file: string): Promise<string> {
  const token = newToken()
  await writePrivately(file, `${token}\n`)
  return token
}

async function readOrWriteToken(file: string): Promise<string> {
  const text = (await readIfThere(file))?.trim()
  if (text === undefined) return writeToken(file)
  if (!TOKEN.test(text))
    throw new Problem('token-damaged', 'broken', `${file} is damaged. Delete it and start again; a new one is made.`)
  await makePrivate(file)
  return text
}

/** @throws Problem 'token-damaged' | 'data-not-writable' */
export async function openTokens(dataDir: string): Promise<Tokens> {
  const overlayFile = join(dataDir, OVERLAY_TOKEN_FILE)
  const [control, first] = await inDataFolder(dataDir, async () => {
    await mkdir(dataDir, { recursive: true })
    return [await readOrWriteToken(join(dataDir, CONTROL_TOKEN_FILE)), await readOrWriteToken(overlayFile)] as const
  })
  let overlay = first
  const cookie = (port: number) => createHmac('sha256', control).update(`psiona panel on port ${port}`).digest('base64url')

  return {
    isControl: (presented) => sameSecret(presented, control),
    isOverlay: (presented) => sameSecret(presented, overlay),
    cookie,
    isCookie: (presented, port) => sameSecret(presented, cookie(port)),
    overlay: () => overlay,
    async rotateOverlay() {
      overlay = await inDataFolder(dataDir, () => writeToken(overlayFile))
    },
  }
}
