// Model files that would make sherpa end the whole process are found before.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onnxFile } from '../../../../tests/fakes/tiny-onnx'
import { writeTiny } from '../../../../tests/fakes/tiny-onnx-models'
import { checkModelFiles } from './sherpa-files'
import type { SherpaModel } from './sherpa-models'

const ENGINES = ['zipformer', 'whisper', 'moonshine', 'sense-voice', 'speaker'] as const

describe('files of a model', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sherpa-files-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const check = (model: SherpaModel) => checkModelFiles(model, folder)
  const damaged = (message: RegExp) =>
    expect.objectContaining({ code: 'model-file-damaged', message: expect.stringMatching(message) })
  const spoil = (name: string, change: (content: Buffer) => Uint8Array | string) =>
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name))))

  it.each(ENGINES)('%s: whole, they tell what the model is; each of them that is missing, empty or short is named', (engine) => {
    const { model } = writeTiny(engine, folder)
    check(model)
    for (const [role, name] of Object.entries(model.files)) {
      const content = readFileSync(join(folder, name))
      rmSync(join(folder, name))
      expect(() => check(model)).toThrow(`${name} of Tiny ${engine} is missing. Fetch the model again on the Ears page.`)
      writeFileSync(join(folder, name), '')
      expect(() => check(model)).toThrow(damaged(new RegExp(`^${name} of Tiny ${engine} is empty\\.`)))
      if (role !== 'tokens') {
        writeFileSync(join(folder, name), content.subarray(0, content.length / 2))
        expect(() => check(model)).toThrow(damaged(new RegExp(`^${name} .*cut short`)))
      }
      writeFileSync(join(folder, name), content)
    }
  })

  it('of another model in their place are named with what they lack', () => {
    const { model } = writeTiny('sense-voice', folder)
    const bare = onnxFile({ inputs: {}, outputs: {}, nodes: [], metadata: { vocab_size: 3 } })
    spoil('model.onnx', () => bare)
    expect(() => check(model)).toThrow(damaged(/does not give lfr_window_size/))
    const zipformer = writeTiny('zipformer', folder).model
    spoil('encoder.onnx', () => bare)
    expect(() => check(zipformer)).toThrow(damaged(/does not give a model_type sherpa knows/))
  })

  it('with a word list that is none, or too short, are damaged; one with odd spaces is well', () => {
    const { model } = writeTiny('zipformer', folder)
    spoil('tokens.txt', () => '<blk> 0\n\u3000 1\r\n2\n')
    check(model)
    spoil('tokens.txt', () => '<blk> 0\n▁LOW 1\n')
    expect(() => check(model)).toThrow(damaged(/^tokens\.txt .*too few words/))
    spoil('tokens.txt', () => 'version https://git-lfs.github.com/spec/v1\noid sha256 12 34\nsize 5048\n')
    expect(() => check(model)).toThrow(damaged(/^tokens\.txt .*no list/))
  })
})
