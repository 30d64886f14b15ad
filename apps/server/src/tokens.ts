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

/** Takes the same time wherever the two differ: digests have one length. */
const same = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Whole or not at all, also when the power goes. */
async function writeToken(file: string): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const unfinished = `${file}.new`
  await writeFile(unfinished, `${token}\n`, { mode: PRIVATE_MODE })
  await chmod(unfinished, PRIVATE_MODE)
  await rename(unfinished, file)
  return token
}

async function readOrWriteToken(file: string): Promise<string> {
  let text: string
  try {
    text = (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return writeToken(file)
    throw error
  }
  if (!TOKEN.test(text))
    throw new Problem('token-damaged', 'broken', `${file} is damaged. Delete it and start again; a new one is made.`)
  await chmod(file, PRIVATE_MODE)
  return text
}

/** @throws Problem 'token-damaged' | 'data-not-writable' */
export async function openTokens(dataDir: string): Promise<Tokens> {
  const overlayFile = join(dataDir, OVERLAY_TOKEN_FILE)
  const inData = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (cause) {
      if (cause instanceof Problem) throw cause
      const sentence = `Psiona may not read or write in ${dataDir}. Give yourself permission there, or set PSIONA_DATA to another folder.`
      throw new Problem('data-not-writable', 'broken', sentence, { cause })
    }
  }
  const [control, first] = await inData(async () => {
    await mkdir(dataDir, { recursive: true })
    return [await readOrWriteToken(join(dataDir, CONTROL_TOKEN_FILE)), await readOrWriteToken(overlayFile)] as const
  })
  let overlay = first
  const cookie = (port: number) => createHmac('sha256', control).update(`psiona panel on port ${port}`).digest('base64url')

  return {
    isControl: (presented) => same(presented, control),
    isOverlay: (presented) => same(presented, overlay),
    cookie,
    isCookie: (presented, port) => same(presented, cookie(port)),
    overlay: () => overlay,
    async rotateOverlay() {
      overlay = await inData(() => writeToken(overlayFile))
    },
  }
}
