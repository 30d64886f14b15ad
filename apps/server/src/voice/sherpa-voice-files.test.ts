// Voice files that would make sherpa end the whole process are found before.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PIPER_CONFIG } from '../../../../tests/fakes/tiny-onnx-tts'
import { TINY_ENGINES, writeTinyVoice } from '../../../../tests/fakes/tiny-voices'
import { onnxMetadata } from '../onnx-metadata'
import { piperConfig, preparePiper } from './sherpa-piper'
import { checkVoiceFiles } from './sherpa-voice-files'

describe('files of a voice', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sherpa-voice-files-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const damaged = (message: RegExp) =>
    expect.objectContaining({ code: 'model-file-damaged', message: expect.stringMatching(message) })

  it.each(TINY_ENGINES)('%s: each of them that is missing, empty or cut is named', (engine) => {
    const { model } = writeTinyVoice(engine, folder)
    checkVoiceFiles(model, folder)
    for (const name of Object.values(model.files).filter((path) => path !== undefined)) {
      const file = join(folder, name)
      const whole = readFileSync(file)
      rmSync(file)
      expect(() => checkVoiceFiles(model, folder)).toThrow(
        `${name} of Tiny ${engine} is missing. Fetch the voice again on the Voice page.`,
      )
      writeFileSync(file, '')
      expect(() => checkVoiceFiles(model, folder)).toThrow(damaged(new RegExp(`^${name} of Tiny ${engine} is empty\\.`)))
      if (/\.(?:onnx|bin)$/.test(name)) {
        writeFileSync(file, whole.subarray(0, whole.length / 2))
        expect(() => checkVoiceFiles(model, folder)).toThrow(damaged(new RegExp(`^${name} of Tiny ${engine} `)))
      }
      writeFileSync(file, whole)
    }
  })

  it('of another kind in their place are named, and so are symbols, styles and phonemes that do not fit', () => {
    const { model } = writeTinyVoice('kokoro', folder)
    const check = () => checkVoiceFiles(model, folder)
    writeTinyVoice('matcha', folder)
    expect(check).toThrow(damaged(/^model\.onnx of Tiny kokoro does not fit: it does not give style_dim\./))
    writeTinyVoice('kokoro', folder)
    appendFileSync(join(folder, 'voices.bin'), 'more')
    expect(check).toThrow(damaged(/^voices\.bin of Tiny kokoro does not fit the model\./))
    writeTinyVoice('kokoro', folder)
    for (const list of ['a 1\na 2\n', 'ab 1\n', 'version https://git-lfs.github.com/spec/v1\n']) {
      writeFileSync(join(folder, 'tokens.txt'), list)
      expect(check).toThrow(damaged(/^tokens\.txt of Tiny kokoro is no list of symbols/))
    }
    writeFileSync(join(folder, 'tokens.txt'), 'a 1\n')
    expect(check).toThrow(damaged(/^tokens\.txt of Tiny kokoro has too few symbols/))
    writeTinyVoice('kokoro', folder)
    for (const other of ['phonemes of another time', 'xx']) {
      writeFileSync(join(folder, 'espeak-ng-data/phondata'), other)
      expect(check).toThrow(damaged(/^espeak-ng-data\/phondata of Tiny kokoro is not what sherpa reads\./))
    }
    const matcha = writeTinyVoice('matcha', folder).model
    writeFileSync(join(folder, 'vocoder.onnx'), readFileSync(join(folder, 'model.onnx')))
    expect(() => checkVoiceFiles(matcha, folder)).toThrow(damaged(/^vocoder\.onnx .*no vocoder/))
  })

  it('of a Piper voice: what its config says is written into a copy, in a form that sherpa reads', () => {
    writeTinyVoice('piper', folder)
    const config = piperConfig(join(folder, 'voice.onnx.json'))
    if (!config) throw new Error('no config')
    const { model, tokens } = preparePiper(join(folder, 'voice.onnx'), config, join(folder, 'copy'))
    expect(Object.fromEntries(onnxMetadata(model) ?? [])).toEqual({
      model_type: 'vits',
      comment: 'piper',
      language: 'English',
      voice: 'en-us',
      has_espeak: '1',
      n_speakers: '1',
      sample_rate: '16000',
    })
    expect(readFileSync(tokens, 'utf8')).toMatch(/^_ 0\n\^ 1\n\$ 2\n {2}3\n/)
  })

  it.each([
    ['no JSON', '{"audio":'],
    ['another JSON', '[1]'],
    ['a voice that reads letters', JSON.stringify({ ...PIPER_CONFIG, phoneme_type: 'text' })],
    ['one without a rate', JSON.stringify({ ...PIPER_CONFIG, audio: {} })],
    ['one without its marks', JSON.stringify({ ...PIPER_CONFIG, phoneme_id_map: { a: [1] } })],
    ['one with odd numbers', JSON.stringify({ ...PIPER_CONFIG, phoneme_id_map: { ...PIPER_CONFIG.phoneme_id_map, a: ['1'] } })],
  ])('a config that is %s is none', (_, text) => {
    const file = join(folder, 'voice.onnx.json')
    writeFileSync(file, text)
    expect(piperConfig(file)).toBe(null)
  })
  it('symbols of several letters, of which sherpa knows nothing, are left out; scales out of range are the usual ones', () => {
    const file = join(folder, 'voice.onnx.json')
    const odd = { phoneme_id_map: { ...PIPER_CONFIG.phoneme_id_map, aɪ: [200] }, inference: { length_scale: -1 }, language: null }
    writeFileSync(file, JSON.stringify({ ...PIPER_CONFIG, ...odd }))
    expect(piperConfig(file)).toMatchObject({ lengthScale: 1, noiseScale: 0.667, language: 'en-us' })
    expect(piperConfig(file)?.symbols.has('aɪ')).toBe(false)
  })
})
