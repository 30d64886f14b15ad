// Voices of the catalogue as sherpa needs to know them.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { fakeClock } from '../../../../tests/fakes/clock'
import { tinyVoice } from '../../../../tests/fakes/tiny-voices'
import { openModelFiles } from '../store/model-files'
import { SherpaVoiceModel } from './sherpa-voice-models'

describe('a voice for sherpa', () => {
  it('is every one of the shipped catalogue', async () => {
    const dir = join(root, 'no-models-here')
    const models = openModelFiles({
      catalogueFile: join(root, 'models/catalogue.yaml'),
      dir,
      clock: fakeClock(),
      onChange: () => {},
    })
    const voices = models.list().filter(({ job }) => job === 'speech')
    expect(voices.length).toBeGreaterThanOrEqual(6)
    for (const { id } of voices) {
      const { files, ...model } = models.entryOf(id)
      const paths = Object.entries(files).map(([role, path]) => [
        role,
        path.slice(join(dir, id).length + 1).replaceAll('\\', '/'),
      ])
      expect(SherpaVoiceModel.parse({ ...model, files: Object.fromEntries(paths) }).id).toBe(id)
    }
    await models.close()
  })
  it('has its files inside its folder', () => {
    const { files, ...model } = tinyVoice('vits')
    for (const path of ['../model.onnx', '/model.onnx', 'a\\b', 'c:model.onnx'])
      expect(SherpaVoiceModel.safeParse({ ...model, files: { ...files, model: path } }).success).toBe(false)
  })
})
