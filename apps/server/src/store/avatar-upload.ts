// A file that is sent comes in chunk by chunk; it lands in a file on the disk, whole, or nothing of it stays.
import { open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { MODEL_ZIP_BYTES } from '@psiona/shared'
import type { Upload } from '../house'
import { zipRefusal } from './avatar-zip-refusal'
import { storeProblem } from './store-problem'

const MEGABYTE = 1024 * 1024

/** Ends at once when the sender is gone: a line that has gone quiet says nothing by itself. */
async function* untilGone(chunks: AsyncIterable<Uint8Array>, gone: AbortSignal): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  let leave = () => {}
  const left = new Promise<null>((resolve) => {
    leave = () => resolve(null)
    if (gone.aborted) leave()
    gone.addEventListener('abort', leave, { once: true })
  })
  let isOver = false
  try {
    while (!isOver) {
      const next = iterator.next()
      const first = await Promise.race([next, left])
      // Nobody waits for what comes after.
      if (first === null) next.catch(() => {})
      isOver = first === null || first.done === true
      if (first !== null && !first.done) yield first.value
    }
  } finally {
    gone.removeEventListener('abort', leave)
    iterator.return?.().catch(() => {})
  }
}

/** @throws Problem 'upload-too-large', 'upload-cut-off', 'upload-given-up', what the sender or the disk says */
export async function receiveUpload({ chunks, bytes, gone }: Upload, path: string, mostBytes = MODEL_ZIP_BYTES): Promise<void> {
  const tooLarge = () => zipRefusal('upload-too-large', { other: mostBytes / MEGABYTE })
  if (bytes !== null && bytes > mostBytes) throw tooLarge()
  try {
    const file = await open(path, 'wx', 0o600)
    let received = 0
    try {
      for await (const chunk of untilGone(chunks, gone)) {
        received += chunk.length
        if (received > mostBytes) throw tooLarge()
        if (bytes !== null && received > bytes) throw zipRefusal('upload-cut-off')
        await file.writeFile(chunk)
      }
    } finally {
      await file.close()
    }
    if (gone.aborted) throw zipRefusal('upload-given-up')
    if (bytes !== null && received !== bytes) throw zipRefusal('upload-cut-off')
  } catch (error) {
    await rm(path, { force: true })
    throw storeProblem(error, dirname(path))
  }
}
