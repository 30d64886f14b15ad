// What an ONNX file says of itself, and files that are none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onnxFile } from '../../../tests/fakes/tiny-onnx'
import { onnxMetadata } from './onnx-metadata'

const file = onnxFile({
  inputs: { x: ['float', [1]] },
  outputs: { y: ['float', [1]] },
  nodes: [{ op: 'Identity', in: ['x'], out: ['y'] }],
  metadata: { model_type: 'zipformer2', long: 'ä'.repeat(300), empty: '' },
})

describe('metadata of an ONNX file', () => {
  let folder: string
  const read = (content: Uint8Array) => {
    const path = join(folder, 'model.onnx')
    writeFileSync(path, content)
    return onnxMetadata(path)
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'onnx-metadata-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is read', () => {
    expect(read(file)).toEqual(
      new Map([
        ['model_type', 'zipformer2'],
        ['long', 'ä'.repeat(300)],
        ['empty', ''],
      ]),
    )
  })
  it('is null for a file that was cut short, wherever', () => {
    for (let length = 1; length < file.length; length += 3) {
      const metadata = read(file.subarray(0, length))
      // A cut between two fields leaves a smaller, whole file: it lacks its last words, which the caller asks for.
      if (metadata) expect(metadata.size).toBeLessThan(3)
    }
  })
  it('is null for what is no ONNX file', () => {
    expect(read(Buffer.from('<!doctype html><title>404</title>'))).toBeNull()
    expect(read(Buffer.from('version https://git-lfs.github.com/spec/v1\n'))).toBeNull()
    expect(read(Buffer.alloc(0))).toBeNull()
    expect(read(Buffer.alloc(64))).toBeNull()
    expect(read(Buffer.alloc(64, 0xff))).toBeNull()
  })
  it('is not asked of the runtime’s own format, which has none', () => {
    expect(read(Buffer.from('\0\0\0\0ORTM and more'))).toEqual(new Map())
  })
})
