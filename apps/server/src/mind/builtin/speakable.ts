// Whether somebody's words may come out of her mouth. In: a name, a quoted phrase. Out: yes or no. Strangers write to her so that she repeats it before an audience.

/** What nobody is to hear from her, in rot13 so that the source can be read in company. */
const unfolded = (words: string): string[] =>
  words.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97)).split(' ')
/** Anywhere, also across blanks and dots. */
const STEMS = unfolded(
  'avttre avttn snttbg ergneq gbjryurnq jrgonpx urvyuvgyre phag shpx fuvg ovgpu juber fyhg crqbcu cnrqbcu zbyrfg ybyvpba nffubyr cbea qvyqb xvyylbhefrys intvan pbpxfhpx qvpxurnq',
)
/** Only as words of their own: each also stands inside a harmless one. */
const WORDS = new Set(
  unfolded(
    'snt snttl genaal xvxr fcvp puvax pbba qlxr encr encvfg encvat encrq anmv anmvf uvgyre xxx cnrqb crqb jnax cravf xlf avt tbbx',
  ),
)

const LOOKALIKES: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
}

/** At most `most` characters, no address, and nothing of the above however it is dressed up. */
export function speakable(text: string, most = 80): boolean {
  if (text.length > most || !/\p{L}/u.test(text) || /https?:|www\.|\.[a-z]{2,4}\//i.test(text)) return false
  const undressed = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[01345780@$!|]/g, (sign) => LOOKALIKES[sign] ?? sign)
    .replace(/(.)\1{2,}/g, '$1')
  const letters = undressed.replace(/[^a-z]/g, '')
  return !STEMS.some((stem) => letters.includes(stem)) && !(undressed.match(/[a-z]+/g) ?? []).some((word) => WORDS.has(word))
}
