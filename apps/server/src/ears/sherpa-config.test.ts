// What sherpa is told: languages, threads, the silence at the end.
import { describe, expect, it } from 'vitest'
import { tinyModel } from '../../../../tests/fakes/tiny-onnx-models'
import { sherpaConfig } from './sherpa-config'
import { SherpaModel } from './sherpa-models'

const whisper = (language: string, codes: string) =>
  sherpaConfig(tinyModel('whisper'), '/models/w', language, new Map(codes === '' ? [] : [['all_language_codes', codes]]))
const senseVoice = (language: string) => sherpaConfig(tinyModel('sense-voice'), '/models/s', language, new Map())

describe('configuration of sherpa', () => {
  it('tells Whisper a language that its model knows, else lets it find out', () => {
    const language = (code: string) => ({ config: { modelConfig: { whisper: { language: code } } } })
    expect(whisper('en-US', 'en,de')).toMatchObject(language('en'))
    expect(whisper('DE-at', 'en,de')).toMatchObject(language('de'))
    expect(whisper('nb-NO', 'en,no')).toMatchObject(language('no'))
    expect(whisper('xx', 'en,de')).toMatchObject(language(''))
    expect(whisper('en-US', '')).toMatchObject(language(''))
  })
  it('tells sense-voice one of its five languages, else auto', () => {
    const language = (code: string) => ({ config: { modelConfig: { senseVoice: { language: code } } } })
    expect(senseVoice('ja-JP')).toMatchObject(language('ja'))
    expect(senseVoice('yue')).toMatchObject(language('yue'))
    expect(senseVoice('de-DE')).toMatchObject(language('auto'))
  })
  it('gives a streaming model a silence of the chunk it looks at and the step it takes', () => {
    const described = new Map([
      ['model_type', 'zipformer2'],
      ['T', '45'],
      ['decode_chunk_len', '32'],
    ])
    expect(sherpaConfig(tinyModel('zipformer'), '/models/z', 'en', described)).toMatchObject({
      job: 'streaming',
      tailSamples: 77 * 160,
      config: { modelConfig: { modelType: 'zipformer2', numThreads: 1 } },
    })
  })
  it('knows both generations of moonshine', () => {
    const second = SherpaModel.parse({
      ...tinyModel('moonshine'),
      files: { encoder: 'encoder_model.ort', mergedDecoder: 'decoder_model_merged.ort', tokens: 'tokens.txt' },
    })
    expect(sherpaConfig(second, '/models/m', 'en', new Map())).toMatchObject({
      config: {
        modelConfig: { moonshine: { mergedDecoder: '/models/m/decoder_model_merged.ort' }, tokens: '/models/m/tokens.txt' },
      },
    })
    expect(sherpaConfig(tinyModel('moonshine'), '/models/m', 'en', new Map())).toMatchObject({
      config: { modelConfig: { moonshine: { uncachedDecoder: '/models/m/uncached_decode.onnx' } } },
    })
  })
})
