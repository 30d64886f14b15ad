// In: a line's text. Out: what its letters ask of the page: the direction it runs in, and the language by which lines are broken and
// letters of the far East chosen.

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u

/** By the first letter, as browsers do for dir="auto"; but of the whole line, so that all its pages and words run alike. */
export const directionOf = (text: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr')

/** Kana before Han: Japanese has both. Han alone may be either; its letters are then drawn as in Chinese. */
const BY_SCRIPT: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['th', /\p{Script=Thai}/u],
  ['lo', /\p{Script=Lao}/u],
  ['km', /\p{Script=Khmer}/u],
  ['my', /\p{Script=Myanmar}/u],
]
/** Undefined where the letters ask for nothing. */
export const languageOf = (text: string): string | undefined => BY_SCRIPT.find(([, script]) => script.test(text))?.[0]

/** Written without spaces between words. */
export const hasNoSpaces = (language: string | undefined): language is string => language !== undefined && language !== 'ko'
