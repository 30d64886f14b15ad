import { describe, expect, it } from 'vitest'
import { openEnglish } from '../scripts/open-english'
import { CONSONANT_SYMBOLS, isVowel, type Phone, type Phrase, VOWEL_SYMBOLS } from './phone'
import { phonemise } from './phonemise'

const english = openEnglish()
const say = (text: string) => phonemise(text, english)
/** One phrase per line; weak words are marked by a tilde. */
const shown = (phrases: readonly Phrase[]) =>
  phrases.map((phrase) =>
    phrase.words
      .map((word) => (word.weak ? '~' : '') + word.phones.map((each) => `${each.symbol}${each.stress || ''}`).join('.'))
      .join(' '),
  )
const written = (phrases: readonly Phrase[]) =>
  phrases
    .flatMap((phrase) => phrase.words.map((word) => word.written))
    .filter(Boolean)
    .join(' ')
const collapsed = (text: string) => text.split(/\s+/).filter(Boolean).join(' ')

describe('function words', () => {
  it.each([
    ['the cat', '~DH.AX K.AE2.T'],
    ['the apple', '~DH.IY AE2.P.AX.LX'],
    ['the hour', '~DH.IY AW2.AXR'],
    ['the unit', '~DH.AX Y.UW2.N.IX.T'],
    ['a cat', '~AX K.AE2.T'],
    ['an egg', '~AX.N EH2.G'],
    ['go to bed', 'G.OW2 ~T.AX B.EH2.D'],
    ['go to it', 'G.OW2 ~T.UW ~IH.T'],
    ['cats and dogs', 'K.AE2.T.S ~AX.N.D D.AO2.G.Z'],
    ['cup of tea', 'K.AH2.P ~AX.V T.IY2'],
    ['this is for you', 'DH.IH2.S ~IH.Z ~F.AXR Y.UW2'],
    ['i was home', '~AY ~W.AX.Z HH.OW2.M'],
    ['i can go', '~AY ~K.AX.N G.OW2'],
    ['yes i can', 'Y.EH2.S ~AY K.AE2.N'],
    ['what is it for', 'W.AH2.DX ~IH.Z ~IH.T F.AO2.R'],
    ['i CAN go', '~AY K.AE2.N G.OW2'],
    ['i have seen', '~AY ~HH.AX.V S.IY2.N'],
    ['i have cats', '~AY HH.AE2.V K.AE2.T.S'],
    ['i know that you know', '~AY N.OW2 ~DH.AX.T ~Y.UW N.OW2'],
    ['like that one', 'L.AY2.K DH.AE2.T W.AH2.N'],
    ['there is hope', '~DH.EH.R ~IH.Z HH.OW2.P'],
    ['over there', 'OW2.V.AXR DH.EH2.R'],
    ['with it', 'W.IH2.DH ~IH.T'],
    ['for me', '~F.AXR M.IY2'],
    ['behind you', 'B.IH.HH.AY2.N.D ~Y.UW'],
    ['is it', 'IH2.Z ~IH.T'],
    ['this is it', 'DH.IH2.S ~IH.Z IH2.T'],
    ['come on', 'K.AH2.M AA2.N'],
    ['and', 'AE2.N.D'],
    ['plan a b', 'P.L.AE2.N ~AX B.IY2'],
  ])('%s → %s', (text, phones) => expect(shown(say(text))).toEqual([phones]))
})

describe('American sounds', () => {
  it.each([
    ['better', 'B.EH2.DX.AXR'],
    ['ladder', 'L.AE2.DX.AXR'],
    ['party', 'P.AA2.R.DX.IY'],
    ['button', 'B.AH2.Q.AX.N'],
    ['attack', 'AX.T.AE2.K'],
    ['hotel', 'HH.OW.T.EH2.LX'],
    ['get it', 'G.EH2.DX ~IH.T'],
    ['get ice', 'G.EH2.T AY2.S'],
    ['feel', 'F.IY2.LX'],
    ['feel it', 'F.IY2.L ~IH.T'],
    ['feeling', 'F.IY2.L.IH.NG'],
    ['milk', 'M.IH2.LX.K'],
    ['world', 'W.ER2.LX.D'],
    ['bottle', 'B.AA2.DX.AX.LX'],
    ['light', 'L.AY2.T'],
  ])('%s → %s', (text, phones) => expect(shown(say(text))).toEqual([phones]))
})

describe('phrases', () => {
  const endings = (text: string) => say(text).map((phrase) => phrase.ending)
  it.each([
    ['Hello.', ['statement']],
    ['Hello', ['statement']],
    ['Well, hello; friends: hi - yes.', ['continues', 'continues', 'continues', 'continues', 'statement']],
    ['No way!', ['exclamation']],
    ['I wonder…', ['trailing']],
    ['So... what now?', ['trailing', 'wh-question']],
    ['Do you like it?', ['question']],
    ['What do you like?', ['wh-question']],
    ['And why is that?', ['wh-question']],
    ['For whom is it?', ['wh-question']],
    ['You did what?', ['question']],
    ['What do you think, boss?', ['continues', 'wh-question']],
    ['When he left, did she cry?', ['continues', 'question']],
    ['You like it, right?', ['continues', 'question']],
    ['What?!', ['question']],
    ['Wait, what?', ['continues', 'question']],
    ['And then what?', ['wh-question']],
    ['What now?!', ['wh-question']],
    ['Guys, what is that?', ['continues', 'wh-question']],
    ['guys what is that?', ['wh-question']],
    ['can you hear me', ['question']],
    ['do it now', ['statement']],
    ['1. Go.\\n2. Stop.', ['continues', 'statement', 'continues', 'statement']],
    ['Mr. Smith met Dr. Who.', ['statement']],
    ['Oh no. That is it.', ['statement', 'statement']],
    ['Wait a sec. Then go to Dr. Oak.', ['statement', 'statement']],
    ['J. K. Rowling is in the U.S. She left.', ['statement', 'statement']],
    ['nice :) and now', ['continues', 'statement']],
    ['One\ntwo', ['statement']],
    ['One\nTwo', ['statement', 'statement']],
    ['It (or she) is here', ['continues', 'continues', 'statement']],
    ['It costs 3.50 at 5:30, e.g. now', ['continues', 'statement']],
  ])('%s → %j', (text, expected) => expect(endings(text.replace('\\n', '\n'))).toEqual(expected))

  it('divide long stretches where one could breathe', () => {
    const phrases = say(
      'I think that we should go to the store now because we have run out of milk and there is nothing left for breakfast',
    )
    expect(phrases.length).toBeGreaterThan(1)
    expect(phrases.every((phrase) => phrase.words.length <= 14 && phrase.words.length >= 4)).toBe(true)
    expect(phrases.map((phrase) => phrase.words[0]?.written)).toContain('because')
    expect(phrases.slice(0, -1).every((phrase) => phrase.ending === 'continues')).toBe(true)
  })
  it('stay short even when no word offers a breath', () => {
    expect(Math.max(...say('cat '.repeat(200)).map((phrase) => phrase.words.length))).toBeLessThanOrEqual(24)
  })
})

describe('the written forms', () => {
  it.each([
    'Hello, world! How are you?',
    'TTYL, it costs $3.50 (or 5€) at 5:30 p.m.   on May 5.',
    '*really* **bold** [a link](https://example.com/x) — yes…no',
    '😀 hi 😀 there 👍 :D',
    '# Title\n\n- one\n- two\n| a | b |\n|---|---|\n```js\ncode()\n```',
    'привет 日本 café ٣',
    '— leading and trailing —',
  ])('of %j give back its words', (text) => expect(written(say(text))).toBe(collapsed(text)))
  it('stand with the first of several words, the others being empty', () => {
    const words = say('BTW it costs $3.50')[0]?.words.map((word) => word.written)
    expect(words).toEqual(['BTW', '', '', 'it', 'costs', '$3.50', '', '', '', ''])
  })
})

describe('any text', () => {
  /** Mulberry32: the same texts in every run. */
  let state = 20_240_517
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = (text: readonly string[]) => text[Math.floor(random() * text.length)] ?? ''
  const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  const marks = [...'*_~`#@$€%&()[]{}<>/\\|.,;:!?-–—…\'"+=^0123456789 \n\t']
  const wide = () => String.fromCodePoint(Math.floor(random() * 0x110000))
  const odd = [
    '\u{d800}',
    '\u{dfff}',
    '\u{200d}',
    '\u{202e}',
    '\u{fe0f}',
    '\u{301}',
    '\u{0}',
    'ﷺ',
    '👨‍👩‍👧',
    'é',
    'ß',
    'ｗ',
    '한',
    'キャ',
    'π',
    '½',
    '٣',
  ]
  const sources = [
    () => pick(ascii),
    () => pick(marks),
    wide,
    () => pick(odd),
    () => pick(['the ', 'a', 'U.S. ', '3.', '5pm', 'www.', '@x', 'sooo ']),
  ]
  const symbols: ReadonlySet<string> = new Set([...VOWEL_SYMBOLS, ...CONSONANT_SYMBOLS, 'Q'])

  const isLawful = (phrases: readonly Phrase[]) =>
    phrases.every(
      ({ words }) => words.length > 0 && words.every(({ phones }) => phones.length > 0 && phones.every(isLawfulPhone)),
    )
  const isLawfulPhone = (each: Phone) => symbols.has(each.symbol) && (isVowel(each.symbol) || each.stress === 0)

  it('is survived, gives lawful phones, and keeps its words', () => {
    for (let i = 0; i < 1500; i++) {
      const mixed = i % 2 === 0 ? [sources[i % sources.length] ?? wide] : sources
      const length = 1 + Math.floor(random() * 40)
      const text = Array.from({ length }, () => (mixed[Math.floor(random() * mixed.length)] ?? wide)()).join('')
      const phrases = say(text)
      expect(isLawful(phrases), JSON.stringify(text)).toBe(true)
      if (phrases.length > 0) expect(written(phrases)).toBe(collapsed(text))
    }
  })
  it('with a Latin letter or a digit in it is not silent', () => {
    for (let i = 0; i < 1000; i++) {
      const sign = pick([...ascii.filter((each) => /[a-z\d]/i.test(each)), 'é', 'ß', 'ｗ', 'Ꝏ', '٣', 'ʃ'])
      const around = () => Array.from({ length: Math.floor(random() * 6) }, () => pick(marks)).join('')
      const text = `${around()} ${sign} ${around()}`
      expect(say(text).length, JSON.stringify(text)).toBeGreaterThan(0)
    }
  })
  it('may name what every JavaScript object has', () => {
    for (const word of [
      'constructor',
      '__proto__',
      'toString',
      'valueOf',
      'hasOwnProperty',
      'constructor@x.com',
      '5constructor',
      '#toString',
    ]) {
      expect(say(word).length).toBeGreaterThan(0)
    }
  })
  it('without anything to say is silence', () => {
    for (const text of ['', ' \n ', '...', '?!', '😀', '日本', ':)', '***']) expect(say(text)).toEqual([])
  })
  it('of any length and any pattern ends', () => {
    for (const unit of [
      'a',
      '.',
      '-',
      '*',
      '(',
      'a-',
      'a.',
      '1,',
      '1.',
      '@',
      'a@',
      'http://',
      "'",
      'A',
      '_a',
      ' *a',
      'ab ',
      '/',
      '[](',
      '12:',
      'x1',
      'ha',
      '😀',
    ]) {
      expect(() => say(unit.repeat(20_000 / unit.length))).not.toThrow()
    }
  })
})

describe('a character', () => {
  it('has the last word on weak forms, heteronyms and abbreviations', () => {
    const own = openEnglish({ the: 'DH AH1', read: 'R AA1 D', gg: 'JH IY1 JH', Tori: 'T OW1 R IY0' })
    expect(shown(phonemise('the Tori read GG', own))).toEqual(['DH.AH2 T.OW2.R.IY R.AA2.D JH.IY2.JH'])
  })
})
