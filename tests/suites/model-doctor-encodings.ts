// Archives whose names are written in the encodings of four countries, without saying so. In: such names. Out: the same names in Unicode.
import { describe, expect, it } from 'vitest'
import { decodeNames } from '../../apps/server/src/store/avatar-zip-names'
import { mocOf, model3, pngOf } from '../fakes/broken-models-parts'
import { proven, shelfAtTest } from './model-doctor-shelf'

const NAMES = {
  'Shift-JIS': ['shift_jis', '桃瀬ひより.moc3', '表情/笑顔.exp3.json', 'テクスチャ.png', '利用規約.txt', '猫耳.exp3.json'],
  GBK: ['gbk', '虚拟主播.moc3', '表情/生气.exp3.json', '贴图.png', '使用须知.txt', '爱心眼.exp3.json'],
  Big5: ['big5', '虛擬主播.moc3', '表情/生氣.exp3.json', '貼圖.png', '使用說明.txt', '愛心眼.exp3.json'],
  'EUC-KR': ['euc-kr', '버튜버.moc3', '표정/화남.exp3.json', '텍스처.png', '사용설명서.txt', '하트눈.exp3.json'],
} as const

/** Node can only read these encodings; what it reads, turned round, writes them. */
function encoder(label: string): (text: string) => Buffer {
  const decoder = new TextDecoder(label)
  const pairs = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const read = decoder.decode(Uint8Array.of(lead, trail))
      if (!pairs.has(read)) pairs.set(read, [lead, trail])
    }
  return (text) => Buffer.from([...text].flatMap((letter) => pairs.get(letter) ?? letter.charCodeAt(0)))
}

export function encodingSuite(): void {
  describe('names without a mark', () => {
    it.each(Object.entries(NAMES))('are read in %s', (encoding, [label, ...names]) => {
      const write = encoder(label)
      const raw = names.map((name) => ({ bytes: write(name), saysUtf8: false, extraFields: [] }))
      expect(decodeNames(raw)).toEqual({ encoding, paths: names })
    })

    it('are read in UTF-8 when they are, and kept apart from those with a mark', () => {
      const write = encoder('shift_jis')
      const plain = { saysUtf8: false, extraFields: [] }
      const utf8 = [{ ...plain, bytes: Buffer.from('ハル.moc3') }]
      expect(decodeNames(utf8)).toEqual({ encoding: 'UTF-8', paths: ['ハル.moc3'] })
      const mixed = [
        { ...plain, bytes: write('ハル.moc3') },
        { ...plain, saysUtf8: true, bytes: Buffer.from('모델.png') },
      ]
      expect(decodeNames(mixed).paths).toEqual(['ハル.moc3', '모델.png'])
    })

    it('still meet what refers to them', async () => {
      const test = await shelfAtTest()
      const write = encoder('gbk')
      const plain = (name: string, data: Buffer | string) => ({ name: write(name), data, saysUtf8: false })
      const report = await test.drop([
        plain(
          '虚拟主播/虚拟主播.model3.json',
          model3({ references: { Moc: '虚拟主播.moc3', Textures: ['贴图/贴图 00.png'], Expressions: [], Motions: {} } }),
        ),
        plain('虚拟主播/虚拟主播.moc3', mocOf()),
        plain('虚拟主播/贴图/贴图 00.png', pngOf()),
      ])
      expect(proven(report)).toContain('names-decoded')
      expect(report).toMatchObject({ usable: true, title: '虚拟主播' })
      expect(report.findings.filter(({ level }) => level !== 'note')).toEqual([])
      await test.close()
    })
  })
}
