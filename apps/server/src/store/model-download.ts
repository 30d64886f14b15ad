// One file comes from the network to the disk. In: its address, size and checksum. Out: the file in its place, whole and checked, or a Problem; an interruption keeps what has come.
import { type Ms, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Resolve } from './model-address'
import { changedFile, noAnswer, PassingTrouble, readAnswer, troubledServer } from './model-answer'
import type { Expected, Measured } from './model-folder'
import { type ModelPart, openModelPart } from './model-part'
import { askForFile } from './model-request'

/** Home lines fall silent for some seconds; a dead connection stays so. */
const SILENCE_MS = 30_000
const LOOK_MS = 1000
/** Between the tries after a trouble that may pass. */
const PAUSES_MS: readonly Ms[] = [1000, 3000, 9000]
/** So much news means that the line works, and the tries are counted anew: a long download survives many short troubles. */
const PROGRESS_BYTES = 2 ** 20

export interface Download {
  readonly url: string
  readonly expected: Expected
  readonly target: string
  readonly part: string
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly resolve: Resolve
  /** How many bytes of this file lie on the disk now. */
  readonly onReceived: (bytes: number) => void
}

/** @throws Problem; the file system's error; the signal's reason */
export async function downloadFile(download: Download): Promise<Measured> {
  const { clock, signal } = download
  let most = 0
  for (let failures = 0; ; failures++) {
    const part = await openModelPart(download.part, signal)
    try {
      return await completePart(part, download)
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof PassingTrouble)) throw error
      if (part.bytes >= most + PROGRESS_BYTES) failures = 0
      most = Math.max(most, part.bytes)
      const pauseMs = PAUSES_MS[failures]
      if (pauseMs === undefined) throw error.problem
      await clock.sleep(pauseMs, signal)
      signal.throwIfAborted()
    } finally {
      await part.close()
    }
  }
}

async function completePart(part: ModelPart, download: Download): Promise<Measured> {
  const { url, expected, target } = download
  // Of another version, or one that nothing could tell from another version.
  const isOurs = part.origin?.url === url && (expected.sha256 !== null || part.origin.validator !== null)
  if (!isOurs || part.bytes > (expected.bytes ?? part.bytes)) await part.remove()
  const kept = part.bytes
  download.onReceived(kept)
  const isRight = () => expected.sha256 === null || part.digest() === expected.sha256
  const anew = () => receiveFrom(0, part, download)
  if (kept !== expected.bytes && !(await receiveFrom(kept, part, download))) await anew()
  // What an earlier pull has left may have suffered since, by a power cut: once more from the beginning.
  if (kept > 0 && !isRight()) await anew()
  if (!isRight()) {
    await part.remove()
    throw new Problem(
      'model-wrong-checksum',
      'broken',
      `What came from ${new URL(url).hostname} is not the file that Psiona knows: its checksum differs. It was removed. Pull again; if that does not help, choose another model.`,
    )
  }
  const measured = { bytes: part.bytes, sha256: part.digest() }
  await part.moveTo(target)
  return measured
}

/** Until the whole file is there. False: the server cannot continue from there, and nothing has changed. */
async function receiveFrom(from: number, part: ModelPart, download: Download): Promise<boolean> {
  const { expected, resolve } = download
  const url = new URL(download.url)
  const silence = watchSilence(download)
  const validator = part.origin?.validator
  try {
    const { answer, host } = await askForFile({
      url,
      headers: from === 0 ? {} : { range: `bytes=${from}-`, ...(validator ? { 'if-range': validator } : {}) },
      signal: silence.signal,
      resolve,
    }).catch((error: unknown) => {
      throw error instanceof Problem ? error : noAnswer(url.hostname, error)
    })
    try {
      const start = readAnswer(answer, host, expected.bytes)
      const goesOn = start !== null && start.atByte === from && (start.validator ?? validator) === validator
      if (start?.atByte === 0) await part.restart({ url: download.url, validator: start.validator })
      else if (start === null || !goesOn) {
        if (from > 0) return false
        throw troubledServer(host, answer.statusCode ?? 0)
      }
      await store(answer, { host, totalBytes: start.totalBytes, part, heard: silence.broken, onReceived: download.onReceived })
    } finally {
      answer.destroy()
    }
  } finally {
    silence.end()
  }
  return true
}

interface Storing {
  readonly host: string
  readonly totalBytes: number
  readonly part: ModelPart
  readonly heard: () => void
  readonly onReceived: (bytes: number) => void
}

/** @throws PassingTrouble when fewer bytes come than announced, Problem when more do; the file system's error */
async function store(answer: AsyncIterable<Buffer>, { host, totalBytes, part, heard, onReceived }: Storing): Promise<void> {
  const chunks = answer[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next().catch((error: unknown) => {
      throw noAnswer(host, error)
    })
    if (next.done) break
    heard()
    if (part.bytes + next.value.length > totalBytes) throw changedFile(host)
    await part.append(next.value)
    onReceived(part.bytes)
  }
  if (part.bytes < totalBytes) throw noAnswer(host, new Error('fewer bytes than announced'))
}

/** A line that is dead without saying so is given up. */
function watchSilence({ clock, signal }: Download) {
  const silent = new AbortController()
  let heardMs = clock.monotonicMs()
  const end = clock.every(LOOK_MS, () => {
    if (clock.monotonicMs() - heardMs >= SILENCE_MS) silent.abort(new Error('silence'))
  })
  const broken = () => {
    heardMs = clock.monotonicMs()
  }
  return { signal: AbortSignal.any([signal, silent.signal]), broken, end }
}
