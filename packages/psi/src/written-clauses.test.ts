import { describe, expect, it } from 'vitest'
import { writtenClauses } from './written-clauses'

const shown = (text: string, language = 'de') =>
  writtenClauses(text, language).map(({ words, ending }) => `${words.map(({ said }) => said).join(' ')} <${ending}>`)
const endings = (text: string, language: string) => writtenClauses(text, language).map(({ ending }) => ending)

describe('clauses of a text in any language', () => {
  it.each([
    ['es', '¿Vienes? ¡Qué bien! Pero, ¿cuándo?', ['question', 'exclamation', 'continues', 'wh-question']],
    ['es', 'Dime ¿vienes', ['continues', 'statement']],
    ['zh', '你好，世界。你是谁？好！', ['continues', 'statement', 'question', 'exclamation']],
    ['zh', '你好,世界', ['continues', 'statement']],
    ['ja', '元気ですか。はい、元気です…', ['question', 'continues', 'trailing']],
    ['ar', 'مرحبا، هل أنت بخير؟ نعم۔', ['continues', 'question', 'statement']],
    ['hi', 'ठीक है। क्या हुआ?', ['statement', 'wh-question']],
    ['el', 'Καλά; Τι κάνεις;', ['question', 'wh-question']],
    [
      'de',
      'Kommst du? Wie geht es dir? Gut; danke: sehr – ja…',
      ['question', 'wh-question', 'continues', 'continues', 'continues', 'trailing'],
    ],
    ['fr', "Ça va ? Qu'est-ce que c'est ?", ['question', 'wh-question']],
    ['hy', 'Այո։', ['statement']],
  ])('%s: %s', (language, text, expected) => {
    expect(endings(text, language)).toEqual(expected)
  })
  it('ends no sentence behind an abbreviation or an ordinal', () => {
    expect(shown('Am 3. Mai kam Dr. Maier, d.h. er usw. und Z. B. Anna.')).toEqual([
      'Am 3 Mai kam Dr Maier <continues>',
      'd.h er usw und Z B Anna <statement>',
    ])
    expect(endings('El Sr. García vive aquí. Sí. No.', 'es')).toEqual(['statement', 'statement', 'statement'])
  })
  it('reads no emoji, faces, marks or addresses, and orders to the phonemiser least of all', () => {
    expect(shown('**Hallo** 😀 [du](https://a.example/x) :) siehe https://www.example.com/a?b=c #cool @anna [[x]]')).toEqual([
      'Hallo du <continues>',
      'siehe example.com cool anna x <statement>',
    ])
    expect(shown('# Titel\n- eins\n- zwei')).toEqual(['Titel <statement>', 'eins <statement>', 'zwei <statement>'])
    expect(writtenClauses('😀 :) …', 'de')).toEqual([])
    expect(writtenClauses('', 'de')).toEqual([])
  })
  it('keeps the text: joined by spaces, the written words are it', () => {
    for (const text of [
      '😀 Na, „Zitat“ (Klammer) … *sehr* gut 😀! Und – ja?',
      '¿Cómo  estás?\n\n¡Bien!  :)',
      'a — b -- c',
      'مرحبا ، كيف حالك ؟',
    ]) {
      const written = writtenClauses(text, 'es').flatMap(({ words }) => words.map((word) => word.written))
      expect(written.join(' ')).toBe(text.trim().replace(/\s+/g, ' '))
    }
  })
  it('hears stars as emphasis', () => {
    const words = writtenClauses('das ist *sehr gut* so', 'de').flatMap((clause) => clause.words)
    expect(words.map(({ emphasis }) => emphasis)).toEqual([0, 0, 1, 1, 0])
  })
  it('takes sounds and ways of speaking as they are marked or written', () => {
    const clauses = writtenClauses('Na ja. [sigh] Komm, [whisper] ganz leise [/whisper] ja? Haha!', 'de')
    expect(clauses.map(({ said, sound }) => sound?.kind ?? said)).toEqual(['Na ja', 'sigh', 'Komm', 'ganz leise ja', 'laugh'])
    expect(clauses[3]?.words.map(({ whisper = 0 }) => whisper)).toEqual([1, 1, 0])
    expect(
      clauses
        .flatMap(({ words }) => words.map(({ written }) => written))
        .filter(Boolean)
        .join(' '),
    ).toBe('Na ja. Komm, ganz leise ja? Haha!')
  })
  it.each([
    ['es', 'jajaja', 3],
    ['ko', 'ㅋㅋㅋㅋ', 4],
    ['zh', '哈哈', 2],
    ['ru', 'хахаха', 3],
    ['pt', 'kkkkk', 5],
    ['de', 'jaja', null],
    ['ja', 'はは', null],
    ['es', 'ha', null],
  ])('%s laughs %s: %s', (language, text, size) => {
    expect(writtenClauses(text, language)[0]?.sound?.size ?? null).toBe(size)
  })
  it('breathes in long stretches, before a word that begins something', () => {
    const long = 'ich gehe heute abend noch schnell in die stadt und kaufe dort ein paar sachen für uns'
    expect(shown(long)).toEqual([
      'ich gehe heute abend noch schnell in die stadt <continues>',
      'und kaufe dort ein paar sachen für uns <statement>',
    ])
    expect(writtenClauses('la '.repeat(100), 'xx').every(({ words }) => words.length <= 24)).toBe(true)
  })
  it('says something for whatever Unicode brings, without throwing', () => {
    for (let code = 0; code < 0x30000; code += 7)
      if (code < 0xd800 || code > 0xdfff) writtenClauses(`a${String.fromCodePoint(code)} b`, 'de')
  })
})
