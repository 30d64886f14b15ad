import { VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import fixture from './ipa.fixture.json'
import { ipaPhrases } from './ipa-phrases'
import { letterPhrases } from './letter-phrases'
import type { Phrase } from './phone'
import { renderOffline } from './render-offline'
import { writtenClauses } from './written-clauses'

const dials = VoiceDials.parse({})
const written = (phrases: readonly Phrase[]) => phrases.flatMap(({ words }) => words.map((word) => word.written)).filter(Boolean)
const shown = (text: string, ipa: readonly string[], language: string) =>
  ipaPhrases(writtenClauses(text, language), ipa, language).map(({ words }) =>
    words.map((word) => `${word.written}=${word.phones.map(({ symbol }) => symbol).join('.')}`).join(' '),
  )
const isSpaced = (language: string) => !['ja', 'cmn'].includes(language)

describe('phrases from IPA', () => {
  it.each(fixture.sentences)('$language: $text', ({ language, text, ipa }) => {
    const phrases = ipaPhrases(writtenClauses(text, language), ipa, language)
    const joined = written(phrases).join(' ')
    if (isSpaced(language)) expect(joined).toBe(text)
    else expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    expect(phrases.every(({ words }) => words.some((word) => !word.weak))).toBe(true)
    const { pcm, words } = renderOffline({ phrases, dials, emotion: {}, seed: 1 })
    expect(words.map((word) => word.text)).toEqual(written(phrases))
    const peak = pcm.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
    expect(pcm.every(Number.isFinite)).toBe(true)
    expect(peak).toBeGreaterThan(0.05)
    expect(peak).toBeLessThanOrEqual(1)
  })
  it('lays the words of a number under the number', () => {
    const ipa = ['f_ˈy_n_f _ʊ_n_t_ts_v_ˈa_n_ts_ɪ_ç _ˈɛ_p_f_ə_l f_yː_ɾ d_ɾ_ˈaɪ _k_ɔ_m_ɑː f_ˈy_n_f n_ˈʊ_l _ˈɔø_r_oː']
    expect(shown('25 Äpfel für 3,50 €', ipa, 'de')[0]).toMatch(
      /^25=F\S+ =UH\S+ Äpfel=\S+ für=\S+ 3,50=\S+ =\S+ =\S+ =\S+ €=OY\S+$/,
    )
  })
  it('keeps together what is spoken as one word', () => {
    expect(shown("Qu'est-ce que c'est", ['k_ɛ_s_k_ˌə s_ˈɛ'], 'fr')).toEqual(["Qu'est-ce que=K.EH.S.K.AX c'est=S.EH"])
  })
  it('gives a clause for which nothing came to its neighbour, so that no text is lost', () => {
    const clauses = writtenClauses('Eins, zwei, drei.', 'de')
    expect(written(ipaPhrases(clauses, ['', 't_s_v_ˈaɪ', ''], 'de')).join(' ')).toBe('Eins, zwei, drei.')
    expect(ipaPhrases(clauses, ['', '', ''], 'de')).toEqual([])
  })
  it('bears any number of words on either side', () => {
    for (const count of [0, 1, 2, 5, 60]) {
      const phrases = ipaPhrases(writtenClauses('ja nein 3', 'de'), [Array(count).fill('n_ˈaɪ_n').join(' ')], 'de')
      expect(phrases.flatMap(({ words }) => words)).toHaveLength(count)
      if (count > 0) expect(written(phrases).join(' ')).toBe('ja nein 3')
    }
  })
})

describe('letters without a phonemiser', () => {
  it.each(['नमस्ते दुनिया।', 'مرحبا بالعالم!', 'שלום עולם', 'สวัสดีครับ', 'გამარჯობა', 'বাংলা ভাষা', 'தமிழ்', '你好，世界。', 'ᚠᚢᚦ'])(
    '%s is said',
    (text) => {
      const phrases = letterPhrases(text, 'xx')
      expect(phrases?.flatMap(({ words }) => words).every(({ phones }) => phones.length > 0)).toBe(true)
      expect(written(phrases ?? []).join('')).toBe(text.replace(/\s/g, ''))
    },
  )
  it('leaves to English what English rules can read, and says nothing of signs', () => {
    expect(letterPhrases('Schöne Grüße', 'de')).toBeNull()
    expect(letterPhrases('Привет', 'ru')).toBeNull()
    expect(letterPhrases('12', 'hi')).toBeNull()
    expect(letterPhrases('😀 …', 'hi')).toBeNull()
    expect(letterPhrases('[whisper] नमस्ते', 'hi')?.[0]?.words[0]).toMatchObject({ written: 'नमस्ते', whisper: 1 })
  })
})
