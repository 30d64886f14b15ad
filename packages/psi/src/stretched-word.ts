// A word drawn out for effect → the word as the dictionary has it: "sooooo" is "so", "goooood" is "good", "plssss" is "pls".

/** Short words that names in the dictionary would win over: "soo", "noo", "yess"; and those whose two letters belong there: "too". */
const endsSingle = new Set(
  'so no go yo bro do who hello me he she we be the yes this us is was plus oh stop hot shot what bad mad sad man lets lol'.split(
    ' ',
  ),
)
const endsDouble = new Set('too woo boo zoo moo goo voodoo yahoo'.split(' '))
const vowelCalls: Readonly<Record<string, string>> = {
  a: 'ah',
  e: 'ee',
  h: 'hmm',
  i: 'i',
  m: 'hmm',
  o: 'ooh',
  u: 'ooh',
  y: 'why',
}

export const isStretched = (core: string): boolean => /^[a-z']*([a-z])\1\1[a-z']*$/i.test(core)

/** Inside a word two letters are likelier, at its end one. `isKnown` also knows abbreviations. */
export function shorten(word: string, isKnown: (word: string) => boolean): string {
  if (/^(.)\1+$/.test(word)) return vowelCalls[word[0] ?? ''] ?? `${word[0] ?? ''}.`
  if (/^o{2,}h+$/.test(word)) return 'ooh'
  const single = word.replace(/(.)\1{2,}/g, '$1')
  const double = word.replace(/(.)\1{2,}/g, '$1$1')
  const doubleInside = word.replace(/(.)\1{2,}(?=.)/g, '$1$1').replace(/(.)\1{2,}$/, '$1')
  const atEnd = /(.)\1{2,}$/.test(word)
  const singleFirst = endsSingle.has(single) || (atEnd && !/[lsfe]$/.test(word) && !endsDouble.has(double))
  const order = singleFirst ? [single, doubleInside, double] : [double, doubleInside, single]
  return order.find(isKnown) ?? (/[eo]{3,}$/.test(word) ? double : single)
}
