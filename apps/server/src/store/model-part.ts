// A file of a model while it comes. In: bytes, in order. Out: how many lie on the disk and their hash; survives a kill, and knows which version of the remote file it is a part of.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { replaceFile } from './data-folder'

/** Which remote file the bytes are of. */
const Origin = z.object({
  url: z.string(),
  /** ETag or Last-Modified, as If-Range wants it; null when the server gave none. */
  validator: z.string().nullable(),
})
type Origin = z.infer<typeof Origin>

/** Reads it all again. @throws the file system's error */
export async function hashFile(path: string, signal?: AbortSignal): Promise<{ readonly bytes: number; readonly hash: Hash }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, signal ? { signal } : {}) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, hash }
}

export interface ModelPart {
  readonly bytes: number
  readonly origin: Origin | null
  /** Forgets what is there. */
  restart(origin: Origin): Promise<void>
  append(chunk: Uint8Array): Promise<void>
  /** The hash of what is there; it may not grow after that. */
  digest(): string
  /** Safe from a power cut when it resolves, then at `target`. */
  moveTo(target: string): Promise<void>
  remove(): Promise<void>
  /** What is there stays. */
  close(): Promise<void>
}

/** Opens what an earlier pull has left, or begins. Whoever opens closes. @throws the file system's error */
export async function openModelPart(path: string, signal: AbortSignal): Promise<ModelPart> {
  const originFile = `${path}.origin`
  await mkdir(dirname(path), { recursive: true })
  let file: FileHandle | null = null
  let origin = readOrigin(originFile)
  let { bytes, hash } = statSync(path, { throwIfNoEntry: false })?.isFile()
    ? await hashFile(path, signal)
    : { bytes: 0, hash: createHash('sha256') }
  const close = async () => {
    const open = file
    file = null
    await open?.close()
  }
  const remove = async () => {
    await close()
    await rm(path, { force: true })
    await rm(originFile, { force: true })
    origin = null
    bytes = 0
    hash = createHash('sha256')
  }
  return {
    get bytes() {
      return bytes
    },
    get origin() {
      return origin
    },
    async restart(next) {
      await close()
      file = await open(path, 'w', 0o600)
      replaceFile(originFile, JSON.stringify(next))
      origin = next
      bytes = 0
      hash = createHash('sha256')
    },
    async append(chunk) {
      file ??= await open(path, 'a', 0o600)
      for (let at = 0; at < chunk.length; ) {
        const { bytesWritten } = await file.write(chunk, at)
        at += bytesWritten
        bytes += bytesWritten
      }
      hash.update(chunk)
    },
    digest: () => hash.copy().digest('hex'),
    async moveTo(target) {
      file ??= await open(path, 'a', 0o600)
      await file.sync()
      await close()
      await mkdir(dirname(target), { recursive: true })
      await rename(path, target)
      await rm(originFile, { force: true })
    },
    remove,
    close,
  }
}

/** Written whole by us, so one that cannot be read is none: the file begins anew. */
function readOrigin(file: string): Origin | null {
  try {
    return Origin.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
