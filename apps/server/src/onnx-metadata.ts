// What an ONNX file says of itself. In: a path. Out: its metadata, or null when the file is cut short or no such file. Reads a few bytes of
// each top-level field, never the weights; runs in a process of its own, so it may block.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Fields of protobuf's ModelProto. */
const GRAPH = 7
const METADATA = 14
/** Kinds of protobuf fields: a number, eight bytes, a counted run of bytes, four bytes. */
const NUMBER = 0
const EIGHT_BYTES = 1
const RUN = 2
const FOUR_BYTES = 5
/** The longest number of protobuf is ten bytes; a field's head is two of them. */
const HEAD_BYTES = 20
/** ONNX Runtime's own format (.ort) carries this at its fifth byte. */
const ORT_MARK = 'ORTM'

/** What a model says of itself. */
export type Metadata = ReadonlyMap<string, string>

export function onnxMetadata(file: string): Metadata | null {
  const handle = openSync(file, 'r')
  try {
    const bytes = (at: number, length: number): Buffer => {
      const buffer = Buffer.alloc(length)
      return buffer.subarray(0, readSync(handle, buffer, 0, length, at))
    }
    if (bytes(4, 4).toString('latin1') === ORT_MARK) return new Map()
    return readModel(fstatSync(handle).size, bytes)
  } finally {
    closeSync(handle)
  }
}

function readModel(sizeBytes: number, bytes: (at: number, length: number) => Buffer): Metadata | null {
  const metadata = new Map<string, string>()
  let hasGraph = false
  let at = 0
  while (at < sizeBytes) {
    const head = fieldHead(bytes(at, HEAD_BYTES))
    if (!head || at + head.headBytes + head.contentBytes > sizeBytes) return null
    const { field, headBytes, contentBytes } = head
    if (field === GRAPH) hasGraph = true
    if (field === METADATA) {
      const [key, value = ''] = strings(bytes(at + headBytes, contentBytes))
      if (key === undefined) return null
      metadata.set(key, value)
    }
    at += headBytes + contentBytes
  }
  return hasGraph ? metadata : null
}

interface Head {
  readonly field: number
  readonly headBytes: number
  readonly contentBytes: number
}

function fieldHead(buffer: Buffer): Head | null {
  const tag = numberAt(buffer, 0)
  if (!tag || tag.value < 8) return null
  const field = Math.floor(tag.value / 8)
  const second = numberAt(buffer, tag.end)
  switch (tag.value % 8) {
    case NUMBER:
      return second && { field, headBytes: second.end, contentBytes: 0 }
    case RUN:
      return second && { field, headBytes: second.end, contentBytes: second.value }
    case EIGHT_BYTES:
      return { field, headBytes: tag.end, contentBytes: 8 }
    case FOUR_BYTES:
      return { field, headBytes: tag.end, contentBytes: 4 }
    default:
      return null
  }
}

/** Seven bits a byte, the lowest first; the top bit says that there is more. */
function numberAt(buffer: Buffer, from: number): { value: number; end: number } | null {
  let value = 0
  for (let at = from; at < buffer.length; at++) {
    const byte = buffer[at] ?? 0
    value += (byte & 0x7f) * 2 ** (7 * (at - from))
    if (byte < 0x80) return { value, end: at + 1 }
  }
  return null
}

/** The strings of a key and its value. */
function strings(entry: Buffer): string[] {
  const found: string[] = []
  for (let at = 0; at < entry.length; ) {
    const head = fieldHead(entry.subarray(at))
    if (!head) return []
    const start = at + head.headBytes
    found.push(entry.toString('utf8', start, start + head.contentBytes))
    at = start + head.contentBytes
  }
  return found
}
