// From a model's raw text to what people read.
import { describe, expect, it } from 'vitest'
import { sherpaText } from './sherpa-text'

describe('text of a model', () => {
  it('in capitals becomes a sentence', () => {
    expect(sherpaText(' HELLO WORLD', 'zipformer', 'en-US')).toBe('Hello world')
    expect(sherpaText("WELL I THINK I'M RIGHT", 'zipformer', 'en-US')).toBe("Well I think I'm right")
    expect(sherpaText('ÉCOUTE CE QUE J I DIT', 'zipformer', 'fr')).toBe('Écoute ce que j i dit')
    expect(sherpaText('small letters only', 'zipformer', 'en')).toBe('Small letters only')
  })
  it('in both cases stays as the model wrote it', () => {
    expect(sherpaText('Turn on the TV.', 'zipformer', 'en')).toBe('Turn on the TV.')
    expect(sherpaText('OK', 'whisper', 'en')).toBe('OK')
  })
  it('in scripts without cases stays', () => {
    expect(sherpaText('昨天是 MONDAY', 'zipformer', 'zh')).toBe('昨天是 monday')
    expect(sherpaText('你好', 'zipformer', 'zh')).toBe('你好')
  })
  it('loses the marks of engines', () => {
    expect(sherpaText('<|en|><|NEUTRAL|><|Speech|><|woitn|>hello there', 'sense-voice', 'en')).toBe('hello there')
    expect(sherpaText('▁LOW▁<unk>▁HIGH', 'zipformer', 'en')).toBe('Low high')
    expect(sherpaText('1 < 2 | 3 > 2', 'whisper', 'en')).toBe('1 < 2 | 3 > 2')
  })
  it('of Whisper that only says that nobody spoke is none', () => {
    for (const raw of [' [BLANK_AUDIO]', '(music) [applause]', '']) expect(sherpaText(raw, 'whisper', 'en')).toBe('')
    expect(sherpaText('It works (mostly)', 'whisper', 'en')).toBe('It works (mostly)')
  })
})
