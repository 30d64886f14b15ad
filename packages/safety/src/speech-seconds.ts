// Text flows in; how long it may take to say it, rather too long than too short, flows out.
// Compared with the default voice on 14 lines, 2026-11-21: 1.0 to 2.2 times what she took; README.md has them.

const SECONDS = {
  start: 0.5,
  letter: 0.082,
  /** A letter said by its name, "w" longest. */
  named: 0.42,
  figure: 0.65,
  ideograph: 0.33,
  syllable: 0.27,
  kana: 0.2,
  emoji: 1.4,
  sign: 0.6,
  comma: 0.3,
  end: 0.55,
  word: 0.03,
} as const

const TOKEN = /\S+/gu
const VOWEL = /[aeiouyäöüàáâãåæèéêëìíîïòóôõøùúûýœаеёиоуыэюяαεηιουω]/i
const LETTER = /^\p{L}$/u

/** Letters of Latin, Greek or Cyrillic that cannot be said as a word are said one by one. */
function isSpelled(token: string): boolean {
  const letters = token.replace(/[^\p{L}]/gu, '')
  if (letters === '') return false
  if (!/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+$/u.test(letters)) return false
  return !VOWEL.test(letters) || (letters.length <= 3 && letters.length > 1 && letters === letters.toUpperCase())
}

export function speechSeconds(text: string): number {
  let seconds = 0
  for (const [token] of text.matchAll(TOKEN)) seconds += tokenSeconds(token)
  return seconds === 0 ? 0 : seconds + SECONDS.start
}

export function tokenSeconds(token: string): number {
  let seconds: number = SECONDS.word
  const spelled = isSpelled(token)
  let lastEnd = false
  for (const char of token) {
    const end = '.!?…。！？:;'.includes(char)
    if (end) seconds += lastEnd ? 0 : SECONDS.end
    else if (/^[,–—，、]$/u.test(char)) seconds += SECONDS.comma
    else if (/^\p{N}$/u.test(char)) seconds += SECONDS.figure
    else if (/^\p{Script=Han}$/u.test(char)) seconds += SECONDS.ideograph
    else if (/^\p{Script=Hangul}$/u.test(char)) seconds += SECONDS.syllable
    else if (/^[\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(char)) seconds += SECONDS.kana
    else if (LETTER.test(char)) seconds += spelled ? SECONDS.named : SECONDS.letter
    else if (/^\p{Extended_Pictographic}$/u.test(char)) seconds += SECONDS.emoji
    else if (/^[%$€£&@#+=/°]$/u.test(char)) seconds += SECONDS.sign
    lastEnd = end
  }
  return seconds
}
