// In: the files of a folder. Out: them in one zip, uncompressed: textures and models do not shrink, and the server is next door. Read and written
// piece by piece, so that the page stays awake; what is full goes into a Blob, which the browser may keep on the disk.
import type { PickedFile } from './picked-folder'

/** Pieces are gathered up to this before they leave the page's memory. */
const PORTION_BYTES = 8 * 1024 * 1024

export interface FolderZip {
  readonly files: readonly PickedFile[]
  readonly signal: AbortSignal
  /** Of the files, bytes read. */
  readonly onRead: (bytes: number) => void
}

export const folderBytes = (files: readonly PickedFile[]): number => files.reduce((sum, { file }) => sum + file.size, 0)

/** @throws what the browser says when a file cannot be read, or the signal's reason. */
export async function zipFolder({ files, signal, onRead }: FolderZip): Promise<Blob> {
  const { Zip, ZipPassThrough } = await import('fflate')
  const full: Blob[] = []
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let gatheredBytes = 0
  const put = () => {
    full.push(new Blob(pieces))
    pieces = []
    gatheredBytes = 0
  }
  let mistake: Error | null = null
  const zip = new Zip((error, piece) => {
    if (error) mistake = error
    else {
      pieces.push(new Uint8Array(piece))
      gatheredBytes += piece.length
      if (gatheredBytes >= PORTION_BYTES) put()
    }
  })
  let readBytes = 0
  for (const { path, file } of files) {
    const entry = new ZipPassThrough(path)
    zip.add(entry)
    const reader = file.stream().getReader()
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        signal.throwIfAborted()
        entry.push(part.value)
        readBytes += part.value.length
        onRead(readBytes)
      }
    } finally {
      reader.releaseLock()
    }
    entry.push(new Uint8Array(), true)
    if (mistake) throw mistake
  }
  signal.throwIfAborted()
  zip.end()
  put()
  return new Blob(full, { type: 'application/zip' })
}
