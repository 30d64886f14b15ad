import { describe, expect, it } from 'vitest'
import { espeakVoice, parseVoices } from './espeak-voices'

const TABLE = `Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  cmn             --/M      Chinese_(Mandarin,_latin_as_English) sit/cmn              (zh-cmn 5)(zh 5)
 5  cmn-latn-pinyin --/M      Chinese_(Mandarin,_latin_as_Pinyin) sit/cmn-Latn-pinyin  (zh-cmn 5)(zh 5)
 5  de              --/M      German             gmw/de
 5  es              --/M      Spanish_(Spain)    roa/es
 5  es-419          --/M      Spanish_(Latin_America) roa/es-419           (es-mx 6)(es 6)
 5  fr-be           --/M      French_(Belgium)   roa/fr-BE            (fr 8)
 5  fr-fr           --/M      French_(France)    roa/fr               (fr 5)
 5  nb              --/M      Norwegian_Bokmål  gmq/nb               (no 5)
 5  pt              --/M      Portuguese_(Portugal) roa/pt               (pt-pt 5)
 5  pt-br           --/M      Portuguese_(Brazil) roa/pt-BR            (pt 6)
 5  yue             --/M      Chinese_(Cantonese) sit/yue              (zh-yue 5)(zh 8)
`

describe('names of languages', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['fr', 'fr-fr'],
    ['fr-BE', 'fr-be'],
    ['fr-CA', 'fr-fr'],
    ['pt-BR', 'pt-br'],
    ['pt', 'pt'],
    ['es-MX', 'es-419'],
    ['es-AR', 'es-419'],
    ['zh', 'cmn-latn-pinyin'],
    ['zh-Hant-TW', 'cmn-latn-pinyin'],
    ['zh-Hant-HK', 'yue'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['xx', null],
    ['--help', null],
  ])('%s is %s', (tag, voice) => {
    expect(espeakVoice(tag, parseVoices(TABLE))).toBe(voice)
  })
  it('reads nothing into what is no table', () => {
    expect(parseVoices('')).toEqual([])
    expect(parseVoices('Error: no such thing\n')).toEqual([])
  })
})
