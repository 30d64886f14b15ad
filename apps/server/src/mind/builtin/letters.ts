// Counting, spelling, reversing. In: "count to ten", "how many r in strawberry", "spell rhythm". Out: just that.
import type { Rule } from './moment'
import { speakable } from './speakable'
import { numberWord } from './time-words'

/** More is no fun to listen to. */
const MOST_COUNTED = 20
const NUMBERS: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  hundred: 100,
  thousand: 1000,
  million: 1e6,
}
const inWords = (n: number): string =>
  n <= 12 ? numberWord(n) : ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'][n - 13]!

const counting: Rule = (moment) => {
  const match =
    /\bcount (?:(?:up |down )?(?:from )?(?:(\d+|[a-z]+) )?)(?:(?:down|up) )?(?:to |till |until )?(?:a )?(\d+|[a-z]+)?/.exec(
      moment.said.plain,
    )
  if (!match || !/^(?:please |can you |could you |tori |hey )*count\b/.test(moment.said.plain)) return null
  const number = (text: string | undefined) =>
    text === undefined ? undefined : /^\d+$/.test(text) ? Number(text) : (NUMBERS[text] ?? (text === 'one' ? 1 : undefined))
  const down = /\bdown\b/.test(moment.said.plain)
  const top = Math.max(number(match[1]) ?? 0, number(match[2]) ?? 0)
  if (top === 0) return null
  if (top > MOST_COUNTED)
    return {
      text: moment.pick([
        '[joy:0.4] [smug] One, two, and so on; the rest is left as an exercise.',
        '[joy:0.4] I could, but we would both be older. How about ten?',
      ]),
    }
  const row = Array.from({ length: top }, (_, i) => inWords(i + 1))
  const said = (down ? row.reverse() : row).join(', ')
  return { text: `[joy:0.5] ${said.charAt(0).toUpperCase()}${said.slice(1)}.${down ? ' Liftoff!' : ''}` }
}

const letters: Rule = (moment) => {
  const { plain, raw } = moment.said
  // From the text as typed: a lone r or u is a letter here, not a short form.
  const of =
    /\bhow many (?:(?:letters?|times) )?(?:(?:the letter )?([a-z])(?: s|s)? )?(?:letters? )?(?:are |is |does )?(?:there )?(?:in|has) (?:the word )?([a-z]{2,30})\b/.exec(
      raw.toLowerCase(),
    )
  if (of && (of[1] || /\bletters? (?:are |is )?(?:there )?(?:in|has)\b/.test(plain)) && speakable(of[2]!, 30)) {
    const count = of[1] ? [...of[2]!].filter((letter) => letter === of[1]).length : of[2]!.length
    return {
      text: moment.pick(
        ['[joy:0.4] {count}. I counted on my teeth.', '[joy:0.4] [nod] {count}.', '[joy:0.4] {count}, letter by letter.'],
        { count: inWordsOrDigits(count) },
      ),
    }
  }
  const spell = /\b(?:spell|how (?:do|would) you spell|how is) (?:the word )?([a-z]{2,24})(?: spelled| spelt)?[?!.]*$/.exec(plain)
  if (spell && /\bspell/.test(plain) && speakable(spell[1]!, 24))
    return { text: `[calm:0.4] ${spell[1]!.toUpperCase().split('').join(', ')}.` }
  if (/\bspell your name\b/.test(plain))
    return { text: `[joy:0.4] ${moment.character.identity.name.toUpperCase().split('').join(', ')}.` }
  const backwards =
    /\b(?:say |spell |what is )?([a-z]{3,20}) (?:backwards?|in reverse|reversed)\b|\breverse (?:the word )?([a-z]{3,20})\b/.exec(
      plain,
    )
  const word = backwards?.[1] ?? backwards?.[2]
  if (!word) return null
  const turned = [...word].reverse().join('')
  return speakable(turned, 20) && speakable(word, 20)
    ? {
        text: `[joy:0.4] ${turned.charAt(0).toUpperCase()}${turned.slice(1)}. ${turned === word ? 'It is the same both ways!' : 'Pronounced at your own risk.'}`,
      }
    : null
}
const inWordsOrDigits = (n: number) => (n === 0 ? 'None' : n <= 20 ? inWords(n).replace(/^./, (c) => c.toUpperCase()) : String(n))

export const letterGames: readonly Rule[] = [counting, letters]
