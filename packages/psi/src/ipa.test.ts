import { describe, expect, it } from 'vitest'
import { parseIpa, phonesNamed } from './ipa'
import fixture from './ipa.fixture.json'
import symbols from './ipa-symbols.json'
import { LANGUAGES_WITH_RULES, languageRules, rhythmOf } from './language-rules'
import type { Phone } from './phone'

const shown = (phones: readonly Phone[]) =>
  phones.map(({ symbol, stress, nasal }) => `${symbol}${stress || ''}${nasal ? '~' : ''}`).join(' ')
const said = (ipa: string, language: string) => parseIpa(ipa, language).words.map(shown).join(' | ')
const phonesOf = (ipa: string, language: string) => parseIpa(ipa, language).words.flat()

describe('the table of IPA', () => {
  const rows = [symbols.vowels, symbols.consonants, symbols.letters, symbols.before].flatMap((table) => Object.entries(table))
  it('has at least 150 symbols and marks, and every one leads to phones there are', () => {
    const marks = [symbols.lengthens, symbols.gives].flatMap((table) => Object.keys(table)).concat(symbols.silent.split(' '))
    expect(rows.length + marks.length).toBeGreaterThanOrEqual(250)
    expect(rows.filter(([, names]) => phonesNamed(names) === null)).toEqual([])
  })
  it('has rules for languages that lead to phones and rhythms there are', () => {
    for (const language of LANGUAGES_WITH_RULES) {
      const rules = languageRules(language)
      expect(
        Object.values(rules.sounds ?? {}).filter((names) => phonesNamed(names) === null),
        language,
      ).toEqual([])
      expect(rhythmOf(rules).long, language).toBeGreaterThan(1)
    }
    expect(languageRules('pt-BR')).not.toBe(languageRules('pt-PT'))
    expect(languageRules('de-AT')).toBe(languageRules('de'))
    expect(languageRules('xx').family).toBe('mixed')
  })
  it('knows every sound that espeak-ng prints for any of its languages', () => {
    const unknown = fixture.inventory.split(' ').filter((sound) => parseIpa(sound, 'xx').unknown.length > 0)
    expect(unknown).toEqual([])
  })
})

describe('IPA by language', () => {
  it.each([
    ['de', 'm_ˈœ_ç_t_ə f_ˈy_n_f ʃ_ˈøː_n_ə b_ˈyː_ç_ɜ', 'M OX2 CX T AX | F UE2 N F | SH OE2 N AX | B UE2 CX AH'],
    ['de', 'h_ˈœ_ɾ_t d_ˈiː_ɾ b_ɾ_ˈuː_d_ɜ _ˈɔø_r_oː', 'HH OX2 AH T | D IY2 AH | B QR U2 D AH | OY2 QR O'],
    ['fr', 'b_ɔ̃_ʒ_ˈu_ʁ œ̃ v_ˈɛ̃ m_ɔ̃_t_ˈa_ɲ _y_ˈi_t', 'B AO~ ZH U2 QR | OX~ | V EH2~ | M AO~ T A2 NY | UE IY2 T'],
    ['es', 'p_ˈe_r_o s_e_ɲ_ˈo_ɾ_a k_ˈa_ʎ_e ˈa_ɣ_w_a d_ˈe_ð_o', 'P E2 RR O | S E NY O2 DX A | K A2 LY E | A2 GH W A | D E2 DH O'],
    ['it', 'ʎ_ɪ ɲ_ˈo_kː_ɪ p_ˈi_tsː_a_ dz_ˈi__o', 'LY IY | NY O2 K IY | P IY2 TS A | DZ IY2 O'],
    ['pt-BR', 'n_ˈɐ̃ʊ̃ m_ˈɐ̃_y ʒ_ˈeɪ_ŋ_tʃ_y', 'N AH2~ UH~ | M AH2~ IH | ZH EY2 NG CH IH'],
    ['pl', 'tʃ_ˈɛ_ɕ_tɕ ʑ_l_ˈɛ ʃ_tʃ_ˈɛ_ɲ_ɕ_tɕ_ɛ', 'CH EH2 SJ CJ | ZJ LC EH2 | SH CH EH2 NY SJ CJ EH'],
    ['ru', 'p__rʲ_i_vʲ_ˈe_t ɕ_ˈu_k_a ʒ_ˈy_ʑ_n dʲ_ˈe_ɭ_a', 'P RR IY V Y E2 T | SJ U2 K A | ZH IX2 ZJ N | D Y E2 LX A'],
    ['ja', 'k_ˈi_t_t_e̞ k_ˌo̞_n_n_i_tɕ_ˈi_h_ä s_ˈɯᵝ', 'K IY2 T E | K O1 N IY CJ IY2 HH A | S WX2'],
    ['ko', 'ˈɐ_n_n_j_ʌ_ŋ_h_ˌɐ_s_e_j_ˌo', 'A2 N Y AH NG HH A1 S E Y O1'],
    ['cmn', 'n_ˈiɜ_ χ_ˈɑu2_ s._ˈi.5_ tɕ_ˈiɛ5_ ts.h_ˈi.5_', 'N IY2 | X AW2 | SH IX2 | CJ Y EH2 | CH IX2'],
    ['ar', 'k_ˈa_j_f_a ħ_ˈaː_l_i_k ʕ_ˈu_m_r q_ˈaː_l', 'K A2 Y F A | HH A2 LC IY K | QR U2 M RR | K A2 LC'],
    ['hi', 'bʰ_ˈaː_ɾ_ə_t m_ẽː ʈʰ_ˈiː_k', 'B HH A2 DX AX T | M E~ | T IY2 K'],
    ['tr', 'ɡ_ˈœ_z k_ɯ_j_ˈɯ n_a_s_ɯ_ɫ_s_ˈɯ_n', 'G OX2 Z | K WX Y WX2 | N A S WX LX S WX2 N'],
    ['sv', 'sx_ˈʉ h_ˈʉ_r ˈøː_l', 'SH UX2 | HH UX2 RR | OE2 LC'],
    ['fi', 'h_ˈy_v_æː p_ˈæi_v_æː', 'HH UE2 V AE | P AE2 IY V AE'],
    ['cs', 'r̝_ˈe_k_a t_r̝̊_ˈi ɟ_ˈe_c_i', 'ZH E2 K A | T SH IY2 | JJ E2 CJ IY'],
    ['vi', 'ŋ_ˈyə2_j_ x_w_ˈɛ4_', 'NG WX2 AX Y | X W EH2'],
  ])('%s: %s', (language, ipa, phones) => {
    expect(said(ipa, language)).toBe(phones)
  })
  it('reads the same without separators, as the phonemizer package prints it', () => {
    expect(said('həlˈoʊ wˈɜːld', 'en')).toBe('HH AX L OW2 | W ER2 L D')
    expect(said('t͡ʃˈaʊ', 'it')).toBe('CH AW2')
  })
  it('speaks a word of another language by the rules of that language', () => {
    expect(said('ʊ_n_t (en)_s_ˈɒ_f_t_w_eə_(de) ɾ_ˈoː_t', 'de')).toBe('UH N T | S AO2 F T W EH AXR | QR O2 T')
  })
})

describe('length and rhythm', () => {
  const lengths = (ipa: string, language: string) => phonesOf(ipa, language).map(({ length = 1 }) => length)
  it('makes long vowels and doubled consonants longer, by as much as the language does', () => {
    const times = (long: string, short: string, at: number, language: string) =>
      (lengths(long, language)[at] ?? 0) / (lengths(short, language)[at] ?? 1)
    expect(times('t_ˈuː_l', 't_ˈu_l', 1, 'fi')).toBeCloseTo(1.9)
    expect(times('t_ˈuː_l', 't_ˈu_l', 1, 'de')).toBeCloseTo(1.35)
    expect(phonesOf('t_ˈu_l_l', 'fi').map(({ symbol }) => symbol)).toEqual(['T', 'U', 'LC'])
    expect(times('t_ˈu_l_l', 't_ˈu_l', 2, 'fi')).toBeCloseTo(1.8)
    expect(lengths('n_ˈo_kː', 'it')[2]).toBe(lengths('n_ˈo_k_k', 'it')[2])
  })
  it('keeps vowels without stress whole where all syllables take their time', () => {
    const [, stressed = 0, , unstressed = 0] = lengths('k_ˈa_s_a', 'es')
    expect(unstressed / stressed).toBeCloseTo(1.45)
    expect(lengths('k_ˈa_s_a', 'ru')).toEqual([1, 1, 1, 1])
  })
  it('gives p t k no breath where the language has none, unless it is written', () => {
    expect(phonesOf('t_ˈa', 'es')[0]?.unaspirated).toBe(true)
    expect(phonesOf('t_ˈa', 'de')[0]?.unaspirated).toBeUndefined()
    expect(phonesOf('tʰ_ˈa', 'hi')[0]?.unaspirated).toBeUndefined()
    expect(phonesOf('th_ˈa1', 'cmn')[0]?.unaspirated).toBeUndefined()
  })
})

describe('what stands in no table', () => {
  it('is said as its nearest letter, or as a murmur, never as nothing', () => {
    expect(parseIpa('ḱa', 'xx').unknown).toEqual([])
    expect(parseIpa('ⓣa', 'xx')).toMatchObject({ unknown: ['ⓣ'], words: [[{ symbol: 'T' }, { symbol: 'A' }]] })
    expect(parseIpa('你', 'xx')).toMatchObject({ unknown: ['你'], words: [[{ symbol: 'AX' }]] })
  })
  it('is nothing when there is nothing', () => {
    expect(parseIpa('', 'de').words).toEqual([])
    expect(parseIpa(' _ __ \n', 'de').words).toEqual([])
  })
})
